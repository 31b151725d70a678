import {describe, expect, test} from 'vitest';
import {type Layout, layoutOf, visiblePlaces, windowClassOf} from '../../source/ui/layout.ts';

/** A band a line: its height, and each place with its width and form. */
const drawn = ({bands}: Layout): string[] =>
	bands.map(({height, gap, slots}) =>
		[`${height}`, ...slots.map(({place, width, form}) => `${place} ${form} ${width}`)].join(` ${'|'.repeat(gap)} `),
	);

const layout = (columns: number, rows: number, focus = 0, isPage = false): Layout =>
	layoutOf({columns, rows}, focus, isPage);

test.each([
	[39, 40, 'tiny'],
	[120, 9, 'tiny'],
	[40, 10, 'small'],
	[79, 40, 'small'],
	[120, 23, 'small'],
	[80, 24, 'base'],
	[119, 60, 'base'],
	[200, 39, 'base'],
	[120, 40, 'wide'],
	[199, 60, 'wide'],
	[200, 59, 'wide'],
	[200, 60, 'large'],
])('%ix%i is %s', (columns, rows, windowClass) => {
	expect(windowClassOf({columns, rows})).toBe(windowClass);
	expect(layout(columns, rows).windowClass).toBe(windowClass);
});

describe('places', () => {
	test('tiny: the focused one, and a line of the second', () => {
		expect(drawn(layout(38, 9))).toEqual(['7  0 rule 38', '1  1 line 38']);
		expect(drawn(layout(38, 9, 1))).toEqual(['8  1 rule 38']);
		expect(drawn(layout(38, 4))).toEqual(['2  0 rule 38', '1  1 line 38']);
		expect(drawn(layout(38, 3))).toEqual(['2  0 rule 38']);
		expect(drawn(layout(38, 0))).toEqual(['0  0 rule 38']);
		expect(layout(38, 9).footer).toBe(false);
	});

	test('small: the focused one large, the others a line each, a blank above the footer', () => {
		expect(drawn(layout(50, 20, 2))).toEqual([
			'12  2 rule 50',
			'1  0 line 50',
			'1  1 line 50',
			'1  3 line 50',
			'1  4 line 50',
			'1  5 line 50',
			'1',
		]);
		expect(drawn(layout(50, 15))).toHaveLength(6);
		expect(drawn(layout(50, 15))[0]).toBe('8  0 rule 50');
		expect(drawn(layout(50, 16))[0]).toBe('8  0 rule 50');
		expect(drawn(layout(50, 10))).toEqual([
			'4  0 rule 50',
			'1  1 line 50',
			'1  2 line 50',
			'1  3 line 50',
			'1  4 line 50',
		]);
		expect(layout(50, 20).footer).toBe(true);
	});

	test('base: rules, the sixth place a line', () => {
		expect(drawn(layout(80, 24))).toEqual([
			'7  0 rule 80',
			'5 || 1 rule 36 || 2 rule 42',
			'9 || 3 rule 36 || 4 rule 42',
			'1  5 line 80',
		]);
		expect(drawn(layout(100, 33))).toEqual([
			'9  0 rule 100',
			'7 || 1 rule 45 || 2 rule 53',
			'14 || 3 rule 45 || 4 rule 53',
			'1  5 line 100',
		]);
	});

	test('wide: boxes, the sixth place beside the first', () => {
		expect(drawn(layout(120, 40))).toEqual([
			'11 | 0 box 82 | 5 box 37',
			'12 | 1 box 58 | 2 box 61',
			'15 | 3 box 58 | 4 box 61',
		]);
		expect(drawn(layout(200, 60))).toEqual([
			'16 | 0 box 151 | 5 box 48',
			'18 | 1 box 96 | 2 box 103',
			'24 | 3 box 96 | 4 box 103',
		]);
	});
});

describe('a page', () => {
	test('has all of the screen, over a line of the sixth place where there is room', () => {
		expect(drawn(layout(120, 40, 0, true))).toEqual(['37  -1 rule 120', '1  5 line 120']);
		expect(drawn(layout(50, 12, 0, true))).toEqual(['9  -1 rule 50', '1  5 line 50']);
		expect(drawn(layout(50, 11, 0, true))).toEqual(['9  -1 rule 50']);
		expect(drawn(layout(38, 9, 0, true))).toEqual(['8  -1 rule 38']);
	});
});

test('heights and widths add up to what is there, at every size', () => {
	for (let columns = 40; columns < 210; columns += 7) {
		for (let rows = 10; rows < 70; rows += 3) {
			for (const {height, gap, slots} of [layout(columns, rows)].flatMap(({bands}) => bands)) {
				expect(height).toBeGreaterThan(0);
				const wide = slots.reduce((sum, {width}) => sum + width, 0) + gap * Math.max(0, slots.length - 1);
				if (slots.length > 0) expect(wide).toBe(columns);
			}
			const heights = layout(columns, rows).bands.reduce((sum, {height}) => sum + height, 0);
			expect(heights).toBe(rows - 2);
		}
	}
});

test('what can be seen', () => {
	expect([...visiblePlaces(layout(38, 9))]).toEqual([0, 1]);
	expect([...visiblePlaces(layout(120, 40))].sort()).toEqual([0, 1, 2, 3, 4, 5]);
	expect([...visiblePlaces(layout(120, 40, 0, true))]).toEqual([-1, 5]);
});
