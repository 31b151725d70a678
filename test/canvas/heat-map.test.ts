import {expect, test} from 'vitest';
import {asciiGlyphs, unicodeGlyphs} from '../../source/canvas/glyphs.ts';
import {type HeatMap, heatRows} from '../../source/canvas/heat-map.ts';
import {rowText} from '../../source/canvas/row.ts';

const map = (values: ReadonlyArray<number | null>, given: Partial<HeatMap> = {}) =>
	heatRows({
		rows: [{label: 'Tue', values}],
		step: 1,
		max: 16,
		glyphs: unicodeGlyphs,
		selected: -1,
		...given,
	});

test('shades end at an eighth, a quarter, a half and all of the maximum; nothing is a point, the unknown a blank', () => {
	const values = [0, 0.01, 2, 2.01, 4, 4.01, 8, 8.01, 16, null];
	expect(map(values).map(rowText)).toEqual([' Tue ·░░▒▒▓▓██ ']);
	expect(map(values, {glyphs: asciiGlyphs}).map(rowText)).toEqual([' Tue .--++**## ']);
});

test('the largest and its parts keep their shade whatever the last digit of an average is', () => {
	const max = 0.1 + 0.2;
	expect(map([0.3, max, max / 2, max / 8], {max}).map(rowText)).toEqual([' Tue ██▓░']);
	expect(map([0, 0], {max: 0}).map(rowText)).toEqual([' Tue ··']);
});

test('cells as wide and as tall as asked; the cursor marks its row and its cell', () => {
	const rows = map([1, 16], {step: 2, tall: 2, selected: 1});
	expect(rows.map(rowText)).toEqual(['›Tue ░░██', '     ░░██']);
	expect(rows[1]?.at(-1)).toEqual({text: '██', role: 'accent'});
	expect(map([1, 16], {selected: 7}).map(rowText)).toEqual([' Tue ░█']);
});
