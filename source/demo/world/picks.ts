import type {Catalog} from './catalog.ts';
import {type Item, leavesOf, topOf} from './item.ts';
import type {DemoUser} from './people.ts';
import type {Promotions} from './promotions.ts';
import {createRandom, hashOf, pickEarly, type Random, shuffled} from './random.ts';

/** Chooses what a user watches next at a moment (Unix seconds): always a leaf. */
export type Picks = {
	readonly next: (random: Random, user: DemoUser, at: number) => Item;
	/** The episode or track after this one; null at the end. */
	readonly after: (item: Item) => Item | null;
};

/** How often somebody takes what Home or Recommended shows: this is what promotion brings. */
const promotedShare = 0.3;

const createLeaves = (): ((item: Item) => readonly Item[]) => {
	const known = new Map<Item, readonly Item[]>();
	return item => {
		const found = known.get(item) ?? leavesOf(item);
		known.set(item, found);
		return found;
	};
};

/** Some items are loved, most are not; which, only the seed knows. */
export const createPicks = (seed: number, {libraries}: Catalog, promotions: Promotions): Picks => {
	const order = createRandom(seed, 'favourites');
	const favourites = libraries.map(({items}) => shuffled(order, items));
	const [movies = [], shows = [], artists = [], sharp = []] = favourites;
	const leaves = createLeaves();

	/** Where this user is in a show: an episode further each day. */
	const episodeOf = (item: Item, user: DemoUser, at: number): Item => {
		const all = leaves(item);
		const today = hashOf(seed, user.userId, topOf(item).key) + Math.floor(at / 86_400);
		return all[today % all.length] ?? item;
	};
	const leafOf = (random: Random, item: Item, user: DemoUser, at: number): Item => {
		if (item.type === 'artist' || item.type === 'album') return pickEarly(random, leaves(item), 1.5);
		return item.source === null ? episodeOf(item, user, at) : item;
	};
	const popular = (random: Random): Item => {
		const kind = random();
		if (kind < 0.4) return pickEarly(random, random() < 0.12 && sharp.length > 0 ? sharp : movies, 3);
		return kind < 0.93 ? pickEarly(random, shows, 3.5) : pickEarly(random, artists, 2.5);
	};
	return {
		next: (random, user, at) => {
			const shown = promotions.seenBy(user.isHome, at);
			const promoted = shown.length > 0 && random() < promotedShare;
			const item = promoted ? pickEarly(random, pickEarly(random, shown, 1).members, 1.6) : popular(random);
			return leafOf(random, item, user, at);
		},
		after: item => {
			if (item.parent === null) return null;
			const all = leaves(item.type === 'track' ? item.parent : topOf(item));
			return all[all.indexOf(item) + 1] ?? null;
		},
	};
};
