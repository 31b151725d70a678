import type {PlayCount, PlayCounts} from '../../source/domain/plays/plays.ts';
import type {PromotionSpan} from '../../source/domain/promotion.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {boardWorld} from './board-world.ts';
import {fakeCollectionLift, fakeLiftAnswer} from './fake-lift.ts';
import {fakeCount, fullCoverage} from './fake-plays.ts';
import {fakeNow} from './fake-sources.ts';

const day = 86_400;
const coverage = fullCoverage(fakeNow);

const titles: ReadonlyArray<readonly [string, number, number, number]> = [
	['Anatomy of a Storm', 31, 7, 14.1],
	['Saltwater', 22, 6, 9.8],
	['The Long Winter', 14, 5, 11.2],
	['Night Ferry', 11, 4, 8.8],
	['The Lost Expedition', 9, 4, 7.9],
	['Seven Wintry Days', 7, 3, 6.3],
	['Quiet Rivers', 4, 2, 5.4],
	['An Ordinary Flood', 2, 2, 4.7],
	['Paper Moon Rising', 0, 0, 9.1],
	['The Cartographer', 0, 0, 6.9],
];

const watchers: ReadonlyArray<readonly [string, number]> = [
	['marta', 24],
	['jon', 19],
	['lena', 14],
	['otto', 11],
	['vera', 9],
	['nina', 8],
	['ida', 6],
	['paul', 5],
	['workshop', 3],
	['emil', 1],
];

const daily = [1, 2, 2, 1, 3, 2, 1, 1, 4, 2, 2, 2, 3, 1, 2, 2, 4, 6, 4, 6, 5, 4, 7, 4, 4, 4, 4, 7, 7, 4];

const dates = daily.map((_, index) =>
	new Date((fakeNow - (daily.length - 1 - index) * day) * 1000).toISOString().slice(0, 10),
);

const countsOf = (rows: readonly PlayCount[], axis: readonly string[] | null = null): PlayCounts => ({
	rows,
	total: {plays: 100, playedSeconds: 176 * 3600, users: 10},
	names: rows.length,
	axis,
	span: {from: fakeNow - 30 * day, to: fakeNow},
	mediaKinds: ['movie'],
	coverage,
});

const keyOf = (index: number): string => String(700 + index);

const plays: Sources['plays'] = async ({by}) => {
	if (by === 'date')
		return countsOf(
			dates.map((key, index) => fakeCount({key, plays: daily[index] ?? 0})),
			dates,
		);
	if (by === 'user') return countsOf(watchers.map(([name, count]) => fakeCount({key: name, name, plays: count})));
	const counted = titles.flatMap(([name, count, users], index) =>
		count === 0
			? []
			: [
					fakeCount({
						key: keyOf(index),
						name,
						plays: count,
						playedSeconds: count * 6000,
						users,
						lastAt: fakeNow - index * day,
					}),
				],
	);
	return countsOf(counted);
};

const placed = {home: true, shared: true, recommended: false};

/** Off until 9 Nov 19:00, then in row 5, and from 16 Nov in row 2. */
const spans: readonly PromotionSpan[] = [
	{
		from: fakeNow - 300 * day,
		to: fakeNow - 13.09 * day,
		shown: {home: false, shared: false, recommended: false},
		row: null,
		source: 'look',
	},
	{from: fakeNow - 13.09 * day, to: fakeNow - 6.4 * day, shown: placed, row: 5, source: 'look'},
	{from: fakeNow - 6.4 * day, to: fakeNow, shown: placed, row: 2, source: 'look'},
];

const one = {lift: 2.3, low: 1.2, high: 4.4, offStarts: 24, onStarts: 31, offHours: 8424, onHours: 336, rotated: false};

/** The collection of the picture: Awards 2026, with the board around it. */
export const collectionWorld: Partial<Sources> = {
	...boardWorld,
	plays,
	collectionItems: async () =>
		titles.map(([title, , , size], index) => ({
			ratingKey: keyOf(index),
			type: 'movie',
			title,
			size: size * 1e9,
			addedAt: fakeNow - (400 - index * 20) * day,
			since: null,
		})),
	lift: async ({days}) => ({
		...fakeLiftAnswer(coverage, [fakeCollectionLift({...one, title: 'Awards 2026', ratingKey: '900003'})]),
		days,
	}),
	promotions: async () => ({
		from: fakeNow - 365 * day,
		to: fakeNow,
		lookedAt: fakeNow - 300,
		collections: [{sectionUuid: 'uuid-1', ratingKey: '900003', placed: {promoted: placed, row: 2}, spans}],
		needFrequentLooks: [],
	}),
};
