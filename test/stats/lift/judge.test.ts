import {expect, test} from 'vitest';
import {judge} from '../../../source/stats/lift/judge.ts';
import {type Stratum, sumStrata} from '../../../source/stats/lift/mantel-haenszel.ts';

const known = {onSeconds: 3600, offSeconds: 3600, hasOldTitles: true};

const stratum = (ownOn: number, ownOff: number, otherOn: number, otherOff: number): Stratum => ({
	ownOn,
	ownOff,
	otherOn,
	otherOff,
	elsewhere: 0,
});

const reasonOf = (strata: readonly Stratum[], given: Partial<typeof known> = {}) =>
	judge(sumStrata(strata), {...known, ...given}, true).reason;

test('no start at all: the better word, where one is known', () => {
	expect(reasonOf([])).toBe('too few');
	expect(reasonOf([], {onSeconds: 0})).toBe('never promoted');
	expect(reasonOf([], {offSeconds: 0})).toBe('never known off');
	expect(reasonOf([], {onSeconds: 0, offSeconds: 0})).toBe('never known off');
	expect(reasonOf([], {hasOldTitles: false})).toBe('only new titles');
	expect(reasonOf([stratum(5, 4, 50, 50)], {hasOldTitles: false})).toBe('too few');
});

test('too few starts, or too few to be expected on one side', () => {
	expect(reasonOf([stratum(5, 4, 50, 50)])).toBe('too few');
	expect(reasonOf([stratum(5, 5, 50, 50)])).toBeNull();
	expect(reasonOf([stratum(2, 20, 10, 200)])).toBe('too few');
	expect(reasonOf([stratum(20, 2, 200, 10)])).toBe('too few');
});

test('strata that cannot be compared with each other tell nothing', () => {
	expect(reasonOf([stratum(8, 0, 50, 50), stratum(0, 0, 50, 50)])).toBe('too few');
	expect(reasonOf([stratum(12, 0, 50, 50), stratum(0, 12, 0, 50)])).toBeNull();
	expect(reasonOf([stratum(12, 3, 0, 50)])).toBe('too few');
});

test('own starts that are most of what is watched have nothing to be compared with', () => {
	expect(reasonOf([stratum(20, 20, 20, 20)])).toBeNull();
	expect(reasonOf([stratum(21, 20, 20, 20)])).toBe('most of what is watched');
});

test.each([
	[stratum(200, 100, 1000, 1000), 'more'],
	[stratum(100, 200, 1000, 1000), 'less'],
	[stratum(1000, 1000, 9000, 9000), 'same'],
	[stratum(12, 10, 100, 100), 'unclear'],
] as const)('%o: %s', (found, verdict) => {
	expect(judge(sumStrata([found]), known, true).verdict).toBe(verdict);
});

test('by hand the interval is wider', () => {
	const strata = sumStrata([stratum(120, 80, 300, 300)]);
	const [rotated, byHand] = [judge(strata, known, true), judge(strata, known, false)];
	expect(byHand.lift).toBe(rotated.lift);
	expect(byHand.low ?? 0).toBeLessThan(rotated.low ?? 0);
	expect(byHand.high ?? 0).toBeGreaterThan(rotated.high ?? 0);
});
