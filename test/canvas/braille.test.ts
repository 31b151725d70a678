import {expect, test} from 'vitest';
import {type BrailleChart, brailleChart} from '../../source/canvas/braille.ts';
import {unicodeGlyphs} from '../../source/canvas/glyphs.ts';
import {rowText} from '../../source/canvas/row.ts';

const draw = (values: ReadonlyArray<number | null>, given: Partial<BrailleChart> = {}) =>
	brailleChart({
		values,
		width: 4,
		height: 2,
		gutter: 2,
		glyphs: unicodeGlyphs,
		label: String,
		selected: null,
		...given,
	});

test('a line in steps from zero, with the largest and 0 at its side', () => {
	expect(draw([0, 0, 8, 8]).map(rowText)).toEqual([' 8 ┤  ⡏⠉', ' 0 ┤⣀⣀⡇ ']);
});

test('a gap stays a gap, and nothing is a line on the ground', () => {
	expect(draw([8, null, 8, 8]).map(rowText)).toEqual([' 8 ┤⠉ ⠉⠉', ' 0 ┤    ']);
	expect(draw([0, 0], {width: 2}).map(rowText)).toEqual([' 0 ┤  ', ' 0 ┤  ']);
	expect(draw([]).map(rowText)).toEqual([' 0 ┤    ', ' 0 ┤    ']);
});

test('the cells that the cursor is on', () => {
	const [top] = draw([8, 8, 8, 8], {selected: {at: 1, width: 2}});
	expect(top?.slice(1)).toEqual([{text: '⠉'}, {text: '⠉⠉', role: 'accent'}, {text: '⠉'}]);
});
