import type {ListedTitle} from '../../source/domain/catalogue.ts';
import type {Coverage} from '../../source/domain/plays/plays.ts';
import type {LibrarySize, UnwatchedAnswer, UnwatchedTitle} from '../../source/domain/plays/unwatched.ts';

const listedAt = 1_795_370_000;

const unwatchedTitle = (given: Partial<UnwatchedTitle>): UnwatchedTitle => ({
	ratingKey: '1023',
	title: 'Kingdom of Salt',
	type: 'movie',
	sectionId: '1',
	library: 'Movies',
	items: 1,
	size: 71_200_000_000,
	firstAddedAt: 1_646_400_000,
	lastAddedAt: 1_646_400_000,
	lastAt: null,
	maybeBeforeRecords: false,
	collections: ['Slow Burn'],
	...given,
});

const sums = {
	all: {titles: 2140, size: 8_400_000_000_000, unsized: 1},
	never: {titles: 412, size: 1_900_000_000_000, unsized: 1},
	idle: {titles: 688, size: 2_900_000_000_000, unsized: 0},
	rest: {titles: 1040, size: 3_600_000_000_000, unsized: 0},
} as const;

/** What could go of a home: a film, one that was there before, a show that was played long ago. */
export const fakeUnwatched = (coverage: Coverage): UnwatchedAnswer => ({
	rows: [
		unwatchedTitle({}),
		unwatchedTitle({
			ratingKey: '1024',
			title: '千と千尋の神隠し',
			size: 64_000_000_000,
			firstAddedAt: 1_610_400_000,
			maybeBeforeRecords: true,
			collections: [],
		}),
		unwatchedTitle({
			ratingKey: '2000',
			title: 'Seven Wintry Days',
			type: 'show',
			sectionId: '2',
			library: 'TV',
			items: 24,
			size: 58_300_000_000,
			lastAt: 1_725_000_000,
			collections: ['Nordic Noir', 'Slow Burn'],
		}),
	],
	total: 412,
	sums,
	maybes: 1,
	types: {movie: 2100, show: 40},
	since: 1_763_841_840,
	recordsFrom: 1_614_600_000,
	libraries: [{sectionId: '1', name: 'Movies', listedAt, isChanged: true}],
	unlisted: ['Music'],
	coverage,
});

export const fakeLibrarySize: LibrarySize = {sectionId: '1', name: 'Movies', listedAt, isChanged: false, sums};

export const fakeTitleFacts: ListedTitle = {
	items: 1,
	size: 4_300_000_000,
	firstAddedAt: 1_700_000_000,
	lastAddedAt: 1_700_000_000,
	listedAt,
	collections: ['Slow Burn'],
};
