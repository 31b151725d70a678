import fc from 'fast-check';
import {expect, test} from 'vitest';
import {isPromoted} from '../../../source/domain/collection.ts';
import type {PromotionSource, PromotionSpan, Shown} from '../../../source/domain/promotion.ts';
import {mergeSpans} from '../../../source/stats/promotion/merge-spans.ts';

const hour = 3600;
const home: Shown = {home: true, shared: false, recommended: false};
const nowhere: Shown = {home: false, shared: false, recommended: false};

const span = (source: PromotionSource, from: number, to: number, shown: Shown): PromotionSpan => ({
	from: from * hour,
	to: to * hour,
	shown,
	row: null,
	source,
});
const look = (from: number, to: number, shown: Shown) => span('look', from, to, shown);
const rotation = (from: number, to: number, shown: Shown = 'somewhere') => span('rotation', from, to, shown);
const stated = (from: number, to: number) => span('stated', from, to, 'somewhere');

/** "0 12 look" for each span, in hours. */
const told = (...given: Parameters<typeof mergeSpans>): string[] =>
	mergeSpans(...given).map(({from, to, source}) => `${from / hour} ${to / hour} ${source}`);

test('looks win, rotations fill what is between them', () => {
	expect(told([look(2, 4, home), look(6, 7, home)], [rotation(0, 12)])).toEqual([
		'0 2 rotation',
		'2 4 look',
		'4 6 rotation',
		'6 7 look',
		'7 12 rotation',
	]);
});

test('a rotation with a look of another state inside is unknown, all of it', () => {
	expect(told([look(2, 4, nowhere)], [rotation(0, 12), rotation(12, 24, nowhere)])).toEqual([
		'2 4 look',
		'12 24 rotation',
	]);
	expect(told([look(5, 5, nowhere)], [rotation(0, 12)])).toEqual([]);
	expect(told([look(5, 5, home)], [rotation(0, 12)])).toEqual(['0 12 rotation']);
});

test('a look beside the moment of a rotation may have seen the other side of it', () => {
	const early = look(11.95, 20, nowhere);
	expect(told([early], [rotation(0, 12), rotation(12, 24, nowhere)])).toEqual([
		'0 11.95 rotation',
		'11.95 20 look',
		'20 24 rotation',
	]);
});

test('a look contradicts a rotation only with more than 300 seconds between it and each end', () => {
	const minute = 1 / 60;
	/** True where a look without length at this minute of a rotation of 12 hours makes it unknown. */
	const denies = (at: number, shown: Shown = nowhere): boolean =>
		told([look(at * minute, at * minute, shown)], [rotation(0, 12)]).length === 0;
	const end = 12 * 60;
	expect([5, 5.1, end - 5.1, end - 5].map(at => denies(at))).toEqual([false, true, true, false]);
	expect([0, 4, end - 4, end, end + 6].map(at => denies(at))).toEqual([false, false, false, false, false]);
	expect(denies(60, home)).toBe(false);
});

test('a look that began before a rotation contradicts it only where it lasts more than 300 seconds into it', () => {
	const minute = 1 / 60;
	const until = (end: number) => told([look(0, 12 + end * minute, nowhere)], [rotation(12, 24)]).length;
	expect([5, 5.1].map(until)).toEqual([2, 1]);
});

test('what is stated counts only where nothing else is known, and only where it is asked for', () => {
	const known = [[look(2, 4, home)], [rotation(6, 8)]] as const;
	expect(told(...known)).toEqual(['2 4 look', '6 8 rotation']);
	expect(told(...known, [stated(0, 10)])).toEqual([
		'0 2 stated',
		'2 4 look',
		'4 6 stated',
		'6 8 rotation',
		'8 10 stated',
	]);
	expect(told([], [], [stated(0, 10)])).toEqual(['0 10 stated']);
});

/** Spans in order without overlaps, as the sources of a merge have them. */
const spansOf = (source: PromotionSource): fc.Arbitrary<PromotionSpan[]> =>
	fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.constantFrom<Shown>(home, nowhere)), {maxLength: 8}).map(parts => {
		let at = 0;
		return parts.map(([gap, length, shown]) => {
			const from = at + gap;
			at = from + length;
			const isSpoken = source !== 'look' && isPromoted(shown === 'somewhere' ? null : shown);
			return span(source, from, at, isSpoken ? 'somewhere' : shown);
		});
	});

const at = (spans: readonly PromotionSpan[], moment: number): PromotionSpan | undefined =>
	spans.find(({from, to}) => from <= moment && moment < to);

test('whatever is merged: in order, without overlaps, each moment with the source that ranks highest', () => {
	fc.assert(
		fc.property(spansOf('look'), spansOf('rotation'), spansOf('stated'), (looks, rotations, statements) => {
			const merged = mergeSpans(looks, rotations, statements);
			for (const [index, {from, to}] of merged.entries()) {
				expect(from).toBeLessThan(to);
				expect(from).toBeGreaterThanOrEqual(merged[index - 1]?.to ?? 0);
			}
			for (let half = 0; half < 330; half++) {
				const moment = half * 0.5 * hour;
				const [found, seen] = [at(merged, moment), at(looks, moment)];
				const said = at(statements, moment);
				if (seen) expect(found?.shown).toEqual(seen.shown);
				else if (found?.source === 'rotation') expect(at(rotations, moment)?.shown).toEqual(found.shown);
				else expect(found?.shown).toEqual(said?.shown);
			}
		}),
	);
});

test('without looks and statements, rotations are what they are; a merge of a merge changes nothing', () => {
	fc.assert(
		fc.property(spansOf('rotation'), spansOf('look'), (rotations, looks) => {
			expect(mergeSpans([], rotations)).toEqual(rotations.filter(({from, to}) => from < to));
			const merged = mergeSpans(looks, rotations);
			expect(mergeSpans(merged, [])).toEqual(merged);
		}),
	);
});
