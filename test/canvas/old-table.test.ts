import {expect, test} from 'vitest';
import {unicodeGlyphs} from '../../source/canvas/glyphs.ts';
import {type Column, table} from '../../source/canvas/old-table.ts';
import {rowText, rowWidth} from '../../source/canvas/row.ts';

const columns: Column[] = [
	{heading: '#', align: 'right'},
	{heading: 'collection', flexible: true},
	{heading: 'plays', align: 'right'},
	{heading: 'items', align: 'right', dropAt: 1},
];
const rows = [
	['1', 'Hidden Gems', '212', '22'],
	['2', '千と千尋の神隠し 👨‍👩‍👧', '1\u2009188', '9'],
	['10', 'A title that is much too long for any table of this width', '3', '100'],
];
const lines = (width: number): string[] =>
	table(columns, rows, width, unicodeGlyphs).map(row => rowText(row).trimEnd());

test('numbers stand on the right, the flexible column gives way', () => {
	expect(lines(44)).toEqual([
		' #  collection                  plays  items',
		' 1  Hidden Gems                   212     22',
		' 2  千と千尋の神隠し 👨         1\u2009188      9',
		'10  A title that is much too…       3    100',
	]);
});

test('columns that may go do so before titles get too short', () => {
	expect(lines(24)).toEqual([
		' #  collection     plays',
		' 1  Hidden Gems      212',
		' 2  千と千尋の神…  1\u2009188',
		'10  A title that…      3',
	]);
});

test('no wider than its content needs, and never wider than asked', () => {
	expect(table(columns, [['1', 'short', '2', '3']], 200, unicodeGlyphs).map(rowWidth)).toEqual([27, 27]);
	for (let width = 1; width < 60; width++) {
		for (const row of table(columns, rows, width, unicodeGlyphs)) expect(rowWidth(row)).toBeLessThanOrEqual(width);
	}
});

test('headings are dim, spans keep their looks', () => {
	const [heading, row] = table([{heading: 'state'}], [[[{text: 'paused', role: 'warn'}]]], 20, unicodeGlyphs);
	expect(heading?.[0]).toEqual({text: 'state', role: 'dim'});
	expect(row).toEqual([{text: 'paused', role: 'warn'}]);
});

test('a column without heading and content takes no room', () => {
	const narrow = table([{heading: 'a'}, {heading: ''}, {heading: 'b'}], [['1', '', '2']], 20, unicodeGlyphs);
	expect(narrow.map(rowText)).toEqual(['a  b', '1  2']);
});

test('a table without rows is its headings', () => {
	expect(table(columns, [], 80, unicodeGlyphs).map(rowText)).toEqual(['#  collection  plays  items']);
});
