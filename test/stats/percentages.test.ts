import fc from 'fast-check';
import {expect, test} from 'vitest';
import {percentages} from '../../source/stats/percentages.ts';

test.each([
	[
		[1204, 311, 428],
		[62, 16, 22],
	],
	[
		[1, 1, 1],
		[34, 33, 33],
	],
	[
		[2, 1],
		[67, 33],
	],
	[
		[1, 5],
		[17, 83],
	],
	[
		[5, 5],
		[50, 50],
	],
	[
		[0, 7, 0],
		[0, 100, 0],
	],
	[
		[0, 0],
		[0, 0],
	],
	[[], []],
	[
		[-3, 1, 3],
		[0, 25, 75],
	],
	[
		[995, 3, 2],
		[100, 0, 0],
	],
])('%j is %j', (parts, percents) => {
	expect(percentages(parts)).toEqual(percents);
});

test('they add up to 100, and none is a whole percent away from its part', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(1_000_000), {minLength: 1, maxLength: 9}), parts => {
			const whole = parts.reduce((sum, part) => sum + part, 0);
			fc.pre(whole > 0);
			const percents = percentages(parts);
			expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
			for (const [index, part] of parts.entries()) {
				expect(Math.abs((percents[index] ?? 0) - (100 * part) / whole)).toBeLessThan(1);
			}
		}),
	);
});
