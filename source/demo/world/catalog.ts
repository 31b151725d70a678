import type {Item} from './item.ts';
import type {DemoLibrary} from './library.ts';
import {bare, createMaker, type Maker} from './maker.ts';
import {makePremieres, type Premiere, premiereShows} from './premieres.ts';
import {between, createRandom, hexDigits, pickOne} from './random.ts';
import {audioSource, videoSource} from './sources.ts';
import {inventArtists, inventEpisodes, inventTitles} from './titles.ts';
import {films, foreignFilms, kidsShows, shows} from './words.ts';

/** Everything that the demo's Plex holds, the popular first; `items` by rating key. */
export type Catalog = {
	readonly libraries: readonly DemoLibrary[];
	readonly items: Map<number, Item>;
	/** The new episodes of what everybody follows, oldest first. */
	readonly premieres: readonly Premiere[];
};

/** How much is made. The demo has the usual size; tests of rules take a small one. */
export type CatalogSize = {
	readonly movies: number;
	readonly sharpMovies: number;
	readonly shows: number;
	readonly artists: number;
};

const usualSize: CatalogSize = {movies: 640, sharpMovies: 64, shows: 110, artists: 40};

/** Films from elsewhere stand among those that everybody wants to see. */
const knownFilms = films.flatMap((title, index) =>
	[title, ...(index % 7 === 5 ? [foreignFilms[(index - 5) / 7] ?? []] : [])].flat(),
);

const makeMovies = ({random, make}: Maker, sectionId: number, count: number): Item[] =>
	inventTitles(random, count, knownFilms, Math.min(24, Math.ceil(count / 4))).map(title =>
		make({
			...bare('movie', sectionId, title),
			year: random() < 0.4 ? between(random, 2015, 2026) : between(random, 1948, 2014),
			durationSeconds: between(random, 82, 152) * 60,
			source: videoSource(random, false),
		}),
	);

const makeSharpMovies = ({random, make}: Maker, sectionId: number, count: number, movies: readonly Item[]): Item[] =>
	movies
		.filter((_, rank) => rank % 3 === 1)
		.slice(0, count)
		.map(({title, year, guid, addedAt, durationSeconds}) =>
			make({
				...bare('movie', sectionId, title),
				year,
				guid,
				addedAt,
				durationSeconds,
				source: videoSource(random, true),
			}),
		);

const makeSeason = ({random, make}: Maker, show: Item, number: number, minutes: number): void => {
	const season = make({
		...bare('season', show.sectionId, number === 0 ? 'Specials' : `Season ${number}`),
		index: number,
		parent: show,
	});
	inventEpisodes(random, number === 0 ? 2 : between(random, 6, 10)).forEach((name, index) => {
		make({
			...bare('episode', show.sectionId, name),
			year: (show.year ?? 2000) + Math.max(0, number - 1),
			index: index + 1,
			durationSeconds: minutes * 60 + between(random, -90, 240),
			source: videoSource(random, false),
			parent: season,
		});
	});
};

const makeShow = (maker: Maker, sectionId: number, title: string, goesOn: boolean): Item => {
	const {random, make} = maker;
	const isForKids = kidsShows.includes(title);
	const year = goesOn ? between(random, 2012, 2021) : between(random, 1975, 2025);
	const show = make({
		...bare('show', sectionId, title),
		year,
		...(goesOn || isForKids ? {addedAt: 1_600_000_000 + year} : {}),
	});
	const minutes = isForKids ? 12 : pickOne(random, [24, 28, 42, 48, 52]);
	const seasons = goesOn ? 2 : between(random, 1, 5);
	for (let number = random() < 0.08 ? 0 : 1; number <= seasons; number++) makeSeason(maker, show, number, minutes);
	return show;
};

const makeArtist = ({random, make}: Maker, sectionId: number, name: string): Item => {
	const artist = make(bare('artist', sectionId, name));
	for (const title of inventTitles(random, between(random, 2, 5), [], 0)) {
		const year = between(random, 1962, 2026);
		const album = make({...bare('album', sectionId, title), year, index: 1, parent: artist});
		inventTitles(random, between(random, 7, 12), [], 0).forEach((track, index) => {
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

/** The libraries of the demo, the same for the same seed; what is added from `startAt` on is so before `until` (Unix seconds). */
export const createCatalog = (
	seed: number,
	startAt: number,
	until = startAt + 760 * 86_400,
	size: CatalogSize = usualSize,
): Catalog => {
	const items = new Map<number, Item>();
	const random = createRandom(seed, 'catalog');
	const maker = createMaker(random, startAt, until, items);
	const uuid = (): string => [8, 4, 4, 4, 12].map(length => hexDigits(random, length)).join('-');
	const movies = makeMovies(maker, 1, size.movies);
	const showTitles = inventTitles(random, size.shows, [...shows, ...kidsShows], Math.min(8, Math.ceil(size.shows / 4)));
	const series = showTitles.map((title, rank) => makeShow(maker, 2, title, rank < premiereShows));
	const artistNames = inventArtists(random, size.artists);
	const libraries: DemoLibrary[] = [
		{sectionId: 1, uuid: uuid(), name: 'Movies', type: 'movie', agent: 'tv.plex.agents.movie', items: movies},
		{sectionId: 2, uuid: uuid(), name: 'TV Shows', type: 'show', agent: 'tv.plex.agents.series', items: series},
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
	return {libraries, items, premieres: makePremieres(maker, series, startAt, until)};
};
