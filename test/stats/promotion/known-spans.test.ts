import {expect, test} from 'vitest';
import type {PromotionState} from '../../../source/domain/promotion.ts';
import {knownPromotions} from '../../../source/stats/promotion/known-spans.ts';

const hour = 3600;
const window = {from: 0, to: 1000 * hour};

/** Hours, letters of the flags, row; `joins` but for the first. */
type State = readonly [first: number, last: number, flags: string, row?: number];

const state = (
	[first, last, flags, row = null]: readonly [number, number, string, (number | null)?],
	joins: boolean,
): PromotionState => ({
	first: first * hour,
	last: last * hour,
	promoted: {home: flags.includes('h'), shared: flags.includes('s'), recommended: flags.includes('r')},
	row: row ?? null,
	joins,
});

const known = (looks: ReadonlyArray<readonly [number, number]>, ...states: ReadonlyArray<readonly State[]>) =>
	knownPromotions(
		{
			looks: looks.map(([first, last]) => ({first: first * hour, last: last * hour})),
			states: new Map(states.map((of, key) => [String(key), of.map((one, index) => state(one, index > 0))])),
		},
		window,
	);

const told = (looks: ReadonlyArray<readonly [number, number]>, ...states: readonly State[]) => {
	const spans = known(looks, states).spans.get('0') ?? [];
	return spans.map(({from, to, shown, row}) => {
		const flags =
			shown === 'somewhere' ? '?' : `${shown.home ? 'h' : ''}${shown.shared ? 's' : ''}${shown.recommended ? 'r' : ''}`;
		return `${from / hour} ${to / hour} ${flags || '-'}${row === null ? '' : ` ${row}`}`;
	});
};

test('one look tells of no time', () => {
	expect(told([[5, 5]], [5, 5, 'h'])).toEqual([]);
});

test('between looks that found the same it is known, between others it is not', () => {
	expect(told([[0, 30]], [0, 10, 'h', 2], [11, 30, ''])).toEqual(['0 10 h 2', '11 30 -']);
});

test('where only the row moved, the flags are known and the row is not', () => {
	expect(told([[0, 30]], [0, 10, 'hs', 2], [11, 30, 'hs', 3])).toEqual(['0 10 hs 2', '10 11 hs', '11 30 hs 3']);
});

test('a gap of 48 hours is bridged, a longer one is unknown', () => {
	const looks = [
		[0, 10],
		[58, 60],
		[109, 120],
	] as const;
	expect(told(looks, [0, 120, 'r', 1])).toEqual(['0 60 r 1', '109 120 r 1']);
	expect(told(looks, [0, 60, 'r', 1], [109, 120, 'r', 2])).toEqual(['0 60 r 1', '109 120 r 2']);
	expect(told(looks, [0, 10, 'r', 1], [58, 120, 'r', 2])).toEqual(['0 10 r 1', '10 58 r', '58 60 r 2', '109 120 r 2']);
});

test('a state that does not join the one before is not bridged: it was no collection meanwhile', () => {
	const section = {
		looks: [{first: 0, last: 40 * hour}],
		states: new Map([['0', [state([0, 10, 'h'], false), state([20, 40, 'h'], false)]]]),
	};
	expect(
		knownPromotions(section, window)
			.spans.get('0')
			?.map(({from, to}) => [from / hour, to / hour]),
	).toEqual([
		[0, 10],
		[20, 40],
	]);
});

/** Looks once a day; what is on in turn is on every other one of them. */
const daily = Array.from({length: 6}, (_, day) => [day * 24, day * 24] as const);
const inTurn = daily.map(([at], day): State => [at, at, day % 2 === 0 ? 'h' : '']);
const steady: readonly State[] = [[0, 120, 'h']];

test('a library that rotates faster than it was looked at is not joined over long gaps', () => {
	const rotating = known(daily, inTurn, inTurn, steady);
	// On at a look: three and three and five of five that are followed by one; what stayed: five.
	expect(rotating.needsFrequentLooks).toBe(true);
	expect(rotating.spans.get('2')).toEqual([]);
	const calm = known(daily, inTurn, steady, steady);
	expect(calm.needsFrequentLooks).toBe(false);
	expect(calm.spans.get('2')?.map(({from, to}) => [from / hour, to / hour])).toEqual([[0, 120]]);
});

test('fewer than five pairs say nothing about rotation', () => {
	const looks = daily.slice(0, 4);
	expect(known(looks, inTurn.slice(0, 4), inTurn.slice(0, 4)).needsFrequentLooks).toBe(false);
});

test('looks every few hours are no gaps, however fast the library rotates', () => {
	const often = known([[0, 120]], inTurn, inTurn);
	expect(often.needsFrequentLooks).toBe(false);
});
