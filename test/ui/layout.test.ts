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
	test('tiny: the focused one; the first without a title, the keys behind its last words', () => {
		expect(drawn(layout(38, 9))).toEqual(['8  0 bare 38']);
		expect(drawn(layout(38, 9, 1))).toEqual(['8  1 rule 38']);
		expect(drawn(layout(38, 0))).toEqual(['0  0 bare 38']);
		expect([layout(38, 5).footer, layout(38, 3).footer]).toEqual(['shared', 'none']);
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
		expect(layout(50, 20).footer).toBe('row');
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

	test('wide: nine streams and their strip over all of the width, a line between panes', () => {
		expect(drawn(layout(120, 40))).toEqual([
			'15  0 rule 120',
			'10 ||| 1 rule 58 ||| 2 rule 59',
			'12 ||| 3 rule 58 ||| 4 rule 59',
			'1  5 line 120',
		]);
		expect(drawn(layout(160, 50))).toEqual([
			'17  0 rule 160',
			'12 ||| 1 rule 77 ||| 2 rule 80',
			'18 ||| 3 rule 77 ||| 4 rule 80',
			'1  5 line 160',
		]);
	});

	test('large: status beside the streams, a seventh place after the third', () => {
		expect(drawn(layout(200, 60))).toEqual([
			'15 ||| 0 rule 150 ||| 5 rule 47',
			'18 ||| 1 rule 65 ||| 2 rule 65 ||| 6 rule 64',
			'25 ||| 3 rule 65 ||| 4 rule 132',
		]);
		expect(drawn(layout(300, 80))).toEqual([
			'20 ||| 0 rule 237 ||| 5 rule 60',
			'20 ||| 1 rule 98 ||| 2 rule 98 ||| 6 rule 98',
			'38 ||| 3 rule 98 ||| 4 rule 199',
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
	expect([...visiblePlaces(layout(38, 9))]).toEqual([0]);
	expect([...visiblePlaces(layout(120, 40))].sort()).toEqual([0, 1, 2, 3, 4, 5]);
	expect([...visiblePlaces(layout(200, 60))].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
	expect([...visiblePlaces(layout(120, 40, 0, true))]).toEqual([-1, 5]);
});
