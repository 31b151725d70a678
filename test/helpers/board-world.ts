import type {BoardRow} from '../../source/domain/board.ts';
import type {PromotionHistory, PromotionSpan} from '../../source/domain/promotion.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {fakeCollectionLift, fakeLiftAnswer, noNumber} from './fake-lift.ts';
import {fullCoverage} from './fake-plays.ts';
import {fakeBoardRow, fakeNow, fakeSnapshot} from './fake-sources.ts';

const day = 86_400;

type Given = {
	readonly name: string;
	readonly plays: number;
	readonly users: number;
	readonly hours: number;
	readonly items: number;
	/** Places: H, F, R. */
	readonly on?: string;
	readonly rank?: number | 'new';
	/** Starts without, starts with, lift; or why there is none. */
	readonly lift?: readonly [number, number, number] | 'too few';
	readonly byHand?: boolean;
	/** Days since it is on; 'always': before anybody looked; so many times half a day. */
	readonly since?: number | 'always' | {readonly times: number};
};

const given: readonly Given[] = [
	{
		name: 'Hidden Gems',
		plays: 212,
		users: 14,
		hours: 361,
		items: 22,
		on: 'HF',
		rank: 2,
		lift: [58, 61, 1.7],
		since: 21,
	},
	{name: 'Paper Lanterns', plays: 188, users: 9, hours: 97, items: 24, rank: 0},
	{
		name: 'Best of the 90s',
		plays: 171,
		users: 11,
		hours: 290,
		items: 41,
		on: 'HFR',
		rank: -1,
		lift: 'too few',
		since: 'always',
	},
	{
		name: 'Awards 2026',
		plays: 100,
		users: 10,
		hours: 176,
		items: 10,
		on: 'HF',
		rank: 5,
		lift: [24, 31, 2.3],
		since: 14,
		byHand: true,
	},
	{name: 'Family Night', plays: 92, users: 8, hours: 138, items: 61, rank: 0},
	{name: 'Slow Burn', plays: 87, users: 7, hours: 131, items: 18, on: 'R', rank: -2, lift: 'too few', since: 3},
	{name: 'Heist', plays: 78, users: 6, hours: 117, items: 14, rank: 'new'},
	{name: 'Nordic Noir', plays: 71, users: 4, hours: 107, items: 15, on: 'H', rank: 1, lift: [31, 20, 1.1], since: 25},
	{name: 'Space Opera', plays: 66, users: 5, hours: 99, items: 33, rank: -3},
	{name: 'One-Season Shows', plays: 54, users: 5, hours: 81, items: 27, rank: 0},
	{name: 'Documentaries', plays: 49, users: 6, hours: 40, items: 82, on: 'HF', rank: 1, lift: [40, 12, 0.6], since: 18},
	{
		name: 'Double Bills',
		plays: 46,
		users: 9,
		hours: 70,
		items: 23,
		on: 'H',
		rank: 0,
		lift: [22, 17, 2.2],
		since: {times: 20},
	},
	...Array.from({length: 24}, (_, index) => ({
		name: `Shelf ${index + 1}`,
		plays: 40 - index,
		users: 3,
		hours: 12,
		items: 20,
		rank: 0,
	})),
];

const keyOf = (index: number): string => String(900_000 + index);

const board: readonly BoardRow[] = given.map(({name, plays, users, hours, items, on = '', rank = 0}, index) =>
	fakeBoardRow({
		snapshot: fakeSnapshot({
			collectionName: name,
			ratingKey: keyOf(index),
			totalItems: items,
			promoted: {home: on.includes('H'), shared: on.includes('F'), recommended: on.includes('R')},
		}),
		rank: index + 1,
		plays,
		playedSeconds: hours * 3600,
		uniqueUsers: users,
		rankChange: rank === 'new' ? null : rank,
		isNew: rank === 'new',
	}),
);

const nowhere = {home: false, shared: false, recommended: false};

const spansOf = ({since, on = ''}: Given): readonly PromotionSpan[] => {
	const shown = {home: on.includes('H'), shared: on.includes('F'), recommended: on.includes('R')};
	const span = (from: number, to: number, isOn: boolean): PromotionSpan => ({
		from: fakeNow - from * day,
		to: fakeNow - to * day,
		shown: isOn ? shown : nowhere,
		row: isOn ? 2 : null,
		source: 'look',
	});
	if (since === undefined) return [];
	if (since === 'always') return [span(200, 0, true)];
	if (typeof since === 'number') return [span(300, since, false), span(since, 0, true)];
	return Array.from({length: since.times}, (_, index) => [
		span(60 - index * 2, 58.5 - index * 2, false),
		span(58.5 - index * 2, 58 - index * 2, true),
	]).flat();
};

const histories = given.flatMap((each, index): readonly PromotionHistory[] => {
	const {on = ''} = each;
	if (each.since === undefined) return [];
	const promoted = {home: on.includes('H'), shared: on.includes('F'), recommended: on.includes('R')};
	return [{sectionUuid: 'uuid-1', ratingKey: keyOf(index), placed: {promoted, row: 2}, spans: spansOf(each)}];
});

const lifts = given.flatMap(({name, lift, byHand = false}, index) => {
	if (lift === undefined) return [];
	const base = {title: name, ratingKey: keyOf(index), rotated: !byHand};
	if (lift === 'too few') return [fakeCollectionLift({...base, ...noNumber, reason: lift, offStarts: 1, onStarts: 3})];
	const [offStarts, onStarts, number] = lift;
	const [low, high] = [number * 0.7, number * 1.4];
	const verdict = low > 1 ? 'more' : high < 1 ? 'less' : 'unclear';
	return [fakeCollectionLift({...base, lift: number, low, high, verdict, offStarts, onStarts})];
});

/** The board of the pictures: twelve collections, and two dozen more. */
export const boardWorld: Partial<Sources> = {
	board: async ({days}) => ({days, rows: board, hasMovement: true, collectedAt: fakeNow - 720}),
	lift: async ({days}) => ({...fakeLiftAnswer(fullCoverage(fakeNow), lifts), days}),
	promotions: async () => ({
		from: fakeNow - 365 * day,
		to: fakeNow,
		lookedAt: fakeNow - 300,
		collections: histories,
		needFrequentLooks: [],
	}),
	weeks: async ({weeks}) => ({
		weeks: Array.from({length: weeks}, () => ({from: '2026-11-16', to: '2026-11-22'})),
		rows: given.map(({plays}, index) => ({
			ratingKey: keyOf(index),
			plays: Array.from({length: weeks}, (_, week) => Math.round((plays / 4) * (0.6 + 0.04 * week))),
		})),
	}),
};
