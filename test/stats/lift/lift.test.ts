import {expect, test} from 'vitest';
import type {LiftInput} from '../../../source/stats/lift/input.ts';
import {computeLift} from '../../../source/stats/lift/lift.ts';
import {worldInput} from '../../helpers/lift-worlds.ts';
import {runThrough} from '../../helpers/run-through.ts';

const day = 86_400;

const world = (spans: string, plays = '0-55 20 X* abcd; 5-50 20 M* e') =>
	worldInput({window: [0, 56], members: 'M5 M12 M20 M30', spans, plays});

/** On every so many days for as many hours, from day 0 on; off between. */
const periods = (count: number, every: number, hours: number): string =>
	Array.from({length: count}, (_, index) => {
		const [from, to] = [index * every, index * every + hours / 24];
		return `${from} ${to} h; ${to} ${from + every} -`;
	}).join('; ');

const oneOf = (input: LiftInput) => {
	const [one] = runThrough(computeLift(input)).collections;
	if (!one) throw new Error('There is none.');
	return one;
};

test.each([
	['ten times, three days at most, on four weekdays', periods(10, 5, 72), true],
	['nine times', periods(9, 5, 72), false],
	['for longer than three days', periods(10, 5, 73), false],
	['always on the same day of the week', periods(10, 7, 24).slice(0, -1), false],
	['put up again after a time that nobody knows', periods(10, 5, 24).replaceAll(/; [\d.]+ [\d.]+ -/g, ''), false],
])('rotated: %s', (_, spans, rotated) => {
	expect(oneOf(world(spans)).rotated).toBe(rotated);
});

test('promotion by one rotation alone: on in its span, off as ever, and the rest is left out', () => {
	const input = world('0 10 h; 10 30 -; 30 40 h; 40 56 -');
	const {from} = input.window;
	const one = oneOf({...input, only: [{from: from + 30 * day, to: from + 35 * day}]});
	expect([one.onHours, one.offHours, one.unknownHours, one.periods]).toEqual([120, 36 * 24, 15 * 24, 1]);
	expect([one.onStarts, one.offStarts]).toEqual([1, 2]);
});

test('where only the promotion is known and not the place, places say nothing of it', () => {
	const input = world('0 28 h; 28 56 -');
	const [first] = input.collections;
	if (!first) throw new Error('There is none.');
	const spans = first.spans.map((span, index) => (index === 0 ? {...span, shown: 'somewhere' as const} : span));
	const one = oneOf({...input, collections: [{...first, spans}]});
	expect([one.onHours, one.places.home.onHours, one.places.home.unknownHours]).toEqual([672, 0, 672]);
	expect(one.onStarts).toBe(3);
	expect(one.places.home.onStarts).toBe(0);
});

test('own starts of what another promoted collection held then are told, and counted in both', () => {
	const input = world('0 28 h; 28 56 -');
	const [first] = input.collections;
	if (!first) throw new Error('There is none.');
	const {from} = input.window;
	const [m5, m12, m20] = first.members;
	if (!m5 || !m12 || !m20) throw new Error('There are none.');
	const other = {
		...first,
		ratingKey: '2',
		title: 'Other',
		members: [m5, {...m12, firstSeen: from + 13 * day}, {...m20, lastSeen: from + 20 * day}],
		spans: first.spans.slice(0, 1),
	};
	const {collections} = runThrough(computeLift({...input, collections: [first, other]}));
	const found = collections.find(({ratingKey}) => ratingKey === '1');
	expect([found?.onStarts, found?.offStarts, found?.alsoElsewhere]).toEqual([3, 1, 1]);
});

test('together they are rotated where four fifths of the starts are', () => {
	const rotated = world(periods(10, 5, 48), '0-55 12 X* abcd; 0-45 12 M* e');
	const [first] = rotated.collections;
	if (!first) throw new Error('There is none.');
	const byHand = {...first, ratingKey: '2', spans: world('0 28 h; 28 56 -').collections[0]?.spans ?? []};
	expect(runThrough(computeLift(rotated)).together.rotated).toBe(true);
	expect(runThrough(computeLift({...rotated, collections: [first, byHand]})).together.rotated).toBe(false);
	const many = Array.from({length: 16}, (_, index) => ({...first, ratingKey: String(index + 3)}));
	expect(runThrough(computeLift({...rotated, collections: [...many, byHand]})).together.rotated).toBe(true);
});

test('surely good before lucky, and what has no number last; rows tell how long who stood there', () => {
	const input = world('0 7 h 1; 7 14 h 4; 14 21 h 2; 21 56 -', '0-55 20 X* abcd; 5-40 20 M* efghijk');
	const [first] = input.collections;
	if (!first) throw new Error('There is none.');
	const never = {...first, ratingKey: '2', title: 'A', spans: []};
	const {collections, rows, byChance} = runThrough(computeLift({...input, collections: [never, first]}));
	expect(collections.map(({title, reason}) => [title, reason])).toEqual([
		['Hidden Gems', null],
		['A', 'never known off'],
	]);
	expect(rows.map(({rows: name, collections: count, hours}) => [name, count, hours])).toEqual([
		['1', 1, 168],
		['2', 1, 168],
		['3-5', 1, 168],
		['6+', 0, 0],
	]);
	expect(rows[0]?.startsPerDay).toBeCloseTo(1, 9);
	expect(rows[3]?.startsPerDay).toBeNull();
	expect(byChance).toBe(0);
});
