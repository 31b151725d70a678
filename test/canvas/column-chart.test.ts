import {expect, test} from 'vitest';
import {columnChart} from '../../source/canvas/column-chart.ts';
import {unicodeGlyphs} from '../../source/canvas/glyphs.ts';
import {rowText, rowWidth} from '../../source/canvas/row.ts';

const draw = (values: (number | null)[], width: number) =>
	columnChart({
		values,
		categories: values.map((_, index) => String(index)),
		width,
		height: 2,
		glyphs: unicodeGlyphs,
		label: value => String(Math.round(value)),
		every: 2,
	});

test('columns as wide as there is room, the scale at their left, names below', () => {
	expect(draw([0, 10, null, 5, 20], 30).map(row => rowText(row).trimEnd())).toEqual([
		'20                 ███',
		' 0     ███     ▄▄▄ ███',
		'   0       2       4',
	]);
	expect(draw([0, 10, null, 5, 20], 12).map(row => rowText(row).trimEnd())).toEqual([
		'20         █',
		' 0   █   ▄ █',
		'   0   2   4',
	]);
});

test('never wider than asked, whatever the values', () => {
	const many = Array.from({length: 365}, (_, day) => (day * 7) % 31);
	for (const values of [[], [0], [1, 2, 3], many]) {
		for (let width = 8; width < 90; width += 3) {
			for (const row of draw(values, width)) expect(rowWidth(row)).toBeLessThanOrEqual(width);
		}
	}
});
