import type {Catalog} from './catalog.ts';
import type {DemoCollection} from './collections.ts';
import {type Item, leavesOf, topOf} from './item.ts';
import type {DemoUser} from './people.ts';
import type {Promotions} from './promotions.ts';
import {createRandom, hashOf, pickEarly, pickOne, type Random} from './random.ts';
import {createWeighted, popularity, type Weighted} from './weighted.ts';
import {kidsShows} from './words.ts';

/** Chooses what a user watches next at a moment (Unix seconds): always a leaf. */
export type Picks = {
	readonly next: (random: Random, user: DemoUser, at: number) => Item;
	/** The episode or track after this one that is there at a moment; null at the end. */
	readonly after: (item: Item, at: number) => Item | null;
	/** The episode that everybody awaits on a day of the server's zone. */
	readonly premiereOn: (day: number) => Item | null;
};

const secondsPerDay = 86_400;

/** Films are watched more while they are new. */
const freshShare = 0.07;
const freshDays = 21;

/** A user follows a show for so many days, and a second one beside it. */
const followedDays = (user: DemoUser): number => 6 + (user.userId % 5);

/** About every ninth film is for children too. */
export const isForChildren = (item: Item): boolean =>
	item.type === 'movie' ? item.key % 9 === 4 : kidsShows.includes(item.title);

type Kind = {readonly base: Weighted<Item>; readonly type: 'movie' | 'show'};

/** Takes from what is shown as much more as its effect says, from the rest as usual. */
const withPromoted = (
	{base, type}: Kind,
	shownTo: (user: DemoUser, at: number) => readonly DemoCollection[],
): ((random: Random, user: DemoUser, at: number) => Item) => {
	const pools = new Map<DemoCollection, {readonly more: number; readonly members: Weighted<Item>}>();
	const poolOf = (collection: DemoCollection) => {
		const known = pools.get(collection);
		if (known) return known;
		const pool = {
			more: (collection.effect - 1) * base.shareOf(collection.members),
			members: createWeighted(collection.members, base.weightOf),
		};
		pools.set(collection, pool);
		return pool;
	};
	return (random, user, at) => {
		const shown = shownTo(user, at).filter(
			({subtype, effect, members}) => subtype === type && effect > 1 && members.length > 0,
		);
		let left = random() * shown.reduce((sum, collection) => sum + poolOf(collection).more, 1);
		for (const collection of shown) {
			const {more, members} = poolOf(collection);
			if (left < more) return members.pick(random);
			left -= more;
		}
		return base.pick(random);
	};
};

/** Some items are loved, most are not; which, only the seed knows. */
export const createPicks = (seed: number, {libraries, premieres}: Catalog, promotions: Promotions): Picks => {
	const [movies = [], series = [], artists = [], sharp = []] = libraries.map(({items}) => [...items]);
	// Before anything is withheld: what a world knows of later does not change when its time has come.
	const leaves = new Map([...series, ...artists].map(item => [item, leavesOf(item)]));
	const awaited = new Map(premieres.map(({day, episode}) => [day, episode]));
	const isNew = new Set(premieres.map(({episode}) => topOf(episode)));
	const shownTo = ({isHome}: DemoUser, at: number): readonly DemoCollection[] => promotions.seenBy(isHome, at);
	const film = withPromoted({base: createWeighted(movies, popularity(movies.length)), type: 'movie'}, shownTo);
	const show = withPromoted({base: createWeighted(series, popularity(series.length)), type: 'show'}, shownTo);
	const sharpFilm = sharp.length > 0 ? createWeighted(sharp, popularity(sharp.length)) : null;
	const artist = createWeighted(artists.length > 0 ? artists : movies, popularity(artists.length));
	const childrensFilms = movies.filter(isForChildren);
	const childrensShows = series.filter(isForChildren);
	const fresh = movies.toSorted((one, two) => one.addedAt - two.addedAt);

	const leavesAt = (item: Item, at: number): readonly Item[] => {
		const all = leaves.get(item) ?? leavesOf(item);
		return isNew.has(item) ? all.filter(({addedAt}) => addedAt <= at) : all;
	};

	/** Two episodes further each day. */
	const episodeOf = (item: Item, user: DemoUser, at: number): Item => {
		const all = leavesAt(item, at);
		const place = hashOf(seed, user.userId, item.key) + 2 * Math.floor(at / secondsPerDay);
		return all[place % all.length] ?? item;
	};

	const followed = (random: Random, user: DemoUser, at: number): Item => {
		const days = followedDays(user);
		const stretch = Math.floor((at / secondsPerDay + (user.userId % 7)) / days);
		const own = createRandom(seed, 'follows', user.userId, stretch, random() < 0.7 ? 1 : 2);
		return show(own, user, (stretch * days - (user.userId % 7)) * secondsPerDay);
	};

	const freshFilm = (random: Random, at: number): Item | null => {
		const some = fresh.filter(({addedAt}) => addedAt <= at && addedAt > at - freshDays * secondsPerDay);
		return some.length > 0 ? pickOne(random, some) : null;
	};

	const adultsFilm = (random: Random, user: DemoUser, at: number): Item => {
		if (user.isHome && sharpFilm && random() < 0.22) return sharpFilm.pick(random);
		return (random() < freshShare ? freshFilm(random, at) : null) ?? film(random, user, at);
	};

	const choose = (random: Random, user: DemoUser, at: number): Item => {
		const {films, music, isChild} = user.character;
		const kind = random();
		if (kind < films) {
			return isChild && childrensFilms.length > 0
				? pickEarly(random, childrensFilms, 2.2)
				: adultsFilm(random, user, at);
		}
		if (kind < films + music) return artist.pick(random);
		if (isChild && childrensShows.length > 0) return pickOne(random, childrensShows);
		return random() < 0.25 ? show(random, user, at) : followed(random, user, at);
	};

	const leafOf = (random: Random, item: Item, user: DemoUser, at: number): Item => {
		if (item.type === 'artist') return pickEarly(random, leavesAt(item, at), 1.5);
		return item.source === null ? episodeOf(item, user, at) : item;
	};

	return {
		next: (random, user, at) => {
			let item = choose(random, user, at);
			for (let tries = 0; item.addedAt > at && tries < 20; tries++) item = choose(random, user, at);
			return leafOf(random, item, user, at);
		},
		after: (item, at) => {
			if (item.parent === null) return null;
			const all = item.type === 'track' ? item.parent.children : leavesAt(topOf(item), at);
			return all[all.indexOf(item) + 1] ?? null;
		},
		premiereOn: day => awaited.get(day) ?? null,
	};
};
