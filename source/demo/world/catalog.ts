import type {Item, ItemType} from './item.ts';
import type {DemoLibrary} from './library.ts';
import {between, createRandom, hexDigits, pickOne, type Random, shuffled} from './random.ts';
import {audioSource, videoSource} from './sources.ts';
import {inventArtist, inventTitles} from './titles.ts';

/** Everything that the demo's Plex holds; `items` by rating key. */
export type Catalog = {readonly libraries: readonly DemoLibrary[]; readonly items: ReadonlyMap<number, Item>};

/** How much is made. The demo has the usual size; tests of rules take a small one. */
export type CatalogSize = {
	readonly movies: number;
	readonly sharpMovies: number;
	readonly shows: number;
	readonly artists: number;
};

/** About two thousand titles. */
const usualSize: CatalogSize = {movies: 1040, sharpMovies: 180, shows: 320, artists: 130};

const secondsPerDay = 86_400;

type Draft = Omit<Item, 'key' | 'guid' | 'addedAt' | 'children'> & {readonly guid?: string};

type Maker = {readonly random: Random; readonly make: (draft: Draft) => Item};

const createMaker = (random: Random, startAt: number, until: number, items: Map<number, Item>): Maker => {
	let key = 1000;
	const dateAdded = (): number => {
		if (random() < 0.85)
			return startAt - between(random, 1, 1500) * secondsPerDay + between(random, 0, secondsPerDay - 1);
		const day = between(random, 0, 720) / 721;
		return startAt + Math.floor(day * (until - startAt - secondsPerDay)) + between(random, 0, secondsPerDay - 1);
	};
	const make = (draft: Draft): Item => {
		key += between(random, 1, 3);
		const item: Item = {
			...draft,
			key,
			guid: draft.guid ?? `plex://${draft.type}/5d${hexDigits(random, 22)}`,
			addedAt: draft.parent?.addedAt ?? dateAdded(),
			children: [],
		};
		draft.parent?.children.push(item);
		items.set(key, item);
		return item;
	};
	return {random, make};
};

const bare = (type: ItemType, sectionId: number, title: string): Draft => ({
	type,
	sectionId,
	title,
	year: null,
	index: null,
	durationSeconds: 0,
	source: null,
	parent: null,
});

const makeMovies = ({random, make}: Maker, sectionId: number, count: number): Item[] =>
	inventTitles(random, count, Math.min(40, count)).map(title =>
		make({
			...bare('movie', sectionId, title),
			year: between(random, 1948, 2026),
			durationSeconds: between(random, 76, 174) * 60,
			source: videoSource(random, false),
		}),
	);

const makeSharpMovies = ({random, make}: Maker, sectionId: number, count: number, movies: readonly Item[]): Item[] =>
	shuffled(random, movies)
		.slice(0, count)
		.map(({title, year, guid, durationSeconds}) =>
			make({
				...bare('movie', sectionId, title),
				year,
				guid,
				durationSeconds,
				source: videoSource(random, true),
			}),
		);

const makeShow = ({random, make}: Maker, sectionId: number, title: string): Item => {
	const year = between(random, 1975, 2025);
	const show = make({...bare('show', sectionId, title), year});
	const minutes = pickOne(random, [22, 28, 42, 48, 55]);
	const seasons = between(random, 1, 5);
	for (let number = random() < 0.08 ? 0 : 1; number <= seasons; number++) {
		const seasonTitle = number === 0 ? 'Specials' : `Season ${number}`;
		const season = make({...bare('season', sectionId, seasonTitle), index: number, parent: show});
		const names = inventTitles(random, number === 0 ? 2 : between(random, 6, 12), 1);
		names.forEach((name, index) => {
			make({
				...bare('episode', sectionId, name),
				year: year + Math.max(0, number - 1),
				index: index + 1,
				durationSeconds: minutes * 60 + between(random, -90, 240),
				source: videoSource(random, false),
				parent: season,
			});
		});
	}
	return show;
};

const makeArtist = ({random, make}: Maker, sectionId: number, name: string): Item => {
	const artist = make(bare('artist', sectionId, name));
	const albums = inventTitles(random, between(random, 2, 5), 0);
	for (const title of albums) {
		const year = between(random, 1962, 2026);
		const album = make({...bare('album', sectionId, title), year, index: 1, parent: artist});
		inventTitles(random, between(random, 7, 12), 1).forEach((track, index) => {
			make({
				...bare('track', sectionId, track),
				year,
				index: index + 1,
				durationSeconds: between(random, 130, 420),
				source: audioSource(random),
				parent: album,
			});
		});
	}
	return artist;
};

/** The libraries of the demo, the same for the same seed; what was added since `startAt` was so before `until` (Unix seconds). */
export const createCatalog = (
	seed: number,
	startAt: number,
	until = startAt + 720 * secondsPerDay,
	size: CatalogSize = usualSize,
): Catalog => {
	const items = new Map<number, Item>();
	const random = createRandom(seed, 'catalog');
	const maker = createMaker(random, startAt, until, items);
	const uuid = (): string => [8, 4, 4, 4, 12].map(length => hexDigits(random, length)).join('-');
	const movies = makeMovies(maker, 1, size.movies);
	const showTitles = inventTitles(random, size.shows, Math.min(24, size.shows));
	const artistNames = inventTitles(random, size.artists, Math.min(10, size.artists), inventArtist);
	const libraries: DemoLibrary[] = [
		{sectionId: 1, uuid: uuid(), name: 'Movies', type: 'movie', agent: 'tv.plex.agents.movie', items: movies},
		{
			sectionId: 2,
			uuid: uuid(),
			name: 'TV Shows',
			type: 'show',
			agent: 'tv.plex.agents.series',
			items: showTitles.map(title => makeShow(maker, 2, title)),
		},
		{
			sectionId: 3,
			uuid: uuid(),
			name: 'Music',
			type: 'artist',
			agent: 'tv.plex.agents.music',
			items: artistNames.map(name => makeArtist(maker, 3, name)),
		},
		{
			sectionId: 4,
			uuid: uuid(),
			name: 'Films 4K',
			type: 'movie',
			agent: 'tv.plex.agents.movie',
			items: makeSharpMovies(maker, 4, size.sharpMovies, movies),
		},
	];
	return {libraries, items};
};
