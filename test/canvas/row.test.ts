import {expect, test} from 'vitest';
import {paintRow} from '../../source/canvas/paint.ts';
import {fitRow, type Row, rowText, rowWidth, spreadRow} from '../../source/canvas/row.ts';

const rows: Row[] = [
	[],
	[{text: 'plain'}],
	[{text: '千と千尋', role: 'bold'}, {text: ' '}, {text: 'の神隠し', role: 'dim'}],
	[{text: '🇨'}, {text: '🇿🇨🇿'}, {text: 'flag in two spans'}],
	[{text: '👨\u200D'}, {text: '👩\u200D👧'}, {text: ' family'}],
	[{text: 'e'}, {text: '\u0301'}, {text: 'acute'}],
	[{text: 'x'.repeat(300)}, {text: 'never seen'}],
];

test.each(rows)('a fitted row has exactly the width (%#)', (...row) => {
	for (let width = 0; width < 40; width++) expect(rowWidth(fitRow(row, width))).toBe(width);
});

test('a cut row shows the mark, also where a span ends at the edge', () => {
	expect(rowText(fitRow([{text: 'abcd'}, {text: 'efgh'}], 4))).toBe('abc…');
	expect(rowText(fitRow([{text: 'abcd'}, {text: 'efgh'}], 6))).toBe('abcde…');
	expect(rowText(fitRow([{text: 'abcd'}, {text: 'efgh'}], 8))).toBe('abcdefgh');
	expect(rowText(fitRow([{text: 'abcd'}], 3, '~'))).toBe('ab~');
});

test('roles stay on what is left', () => {
	expect(
		fitRow(
			[
				{text: 'ab', role: 'accent'},
				{text: 'cd', role: 'bad'},
			],
			3,
		),
	).toEqual([
		{text: 'ab', role: 'accent'},
		{text: '…', role: 'bad'},
	]);
});

test.each([
	[12, 'left   right'],
	[9, 'le… right'],
	[7, '… right'],
	[5, 'left '],
	[3, 'le…'],
])('the left side gives way at %i cells', (width, line) => {
	expect(rowText(spreadRow([{text: 'left'}], [{text: 'right'}], width))).toBe(line);
});

test('painting adds looks for a terminal, and none elsewhere', () => {
	const row: Row = [{text: 'a', role: 'bold'}, {text: ' ', role: 'selected'}, {text: 'b', role: 'bad'}, {text: '   '}];
	expect(paintRow(row, true)).toBe('\u001B[1ma\u001B[22m \u001B[31mb\u001B[39m');
	expect(paintRow(row, false)).toBe('a b');
});
