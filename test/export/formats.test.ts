import {expect, test} from 'vitest';
import {toCsv} from '../../source/export/csv.ts';
import type {DataTable} from '../../source/export/data-table.ts';
import {toJson} from '../../source/export/json.ts';
import {toPlain} from '../../source/export/plain.ts';

const table: DataTable = {
	columns: ['name', 'plays', 'ok', 'note'],
	rows: [
		['plain', 3, true, null],
		['with, comma', -4, false, 'say "no"'],
		['千と千尋 👨‍👩‍👧', 0, true, 'two\nlines\tand a tab'],
	],
};

test('csv quotes what needs it, and nothing else', () => {
	expect(toCsv(table)).toBe(
		'name,plays,ok,note\nplain,3,true,\n"with, comma",-4,false,"say ""no"""\n千と千尋 👨‍👩‍👧,0,true,"two\nlines\tand a tab"\n',
	);
});

test.each([
	"=cmd|' /C calc'!A0",
	'+1+1',
	'-1-1',
	'@SUM(1)',
	'\tfirst',
	'  =1+1',
	"'=1+1",
	'＝1+1',
	'＋1',
	'－1',
	'＠SUM(1)',
])('a spreadsheet runs nothing of %j', text => {
	const rows = [[text, -1, 'a=b']];
	expect(toCsv({columns: ['a', 'b', 'c'], rows})).toBe(`a,b,c\n'${text},-1,a=b\n`);
	expect(toPlain({columns: ['a', 'b', 'c'], rows})).toContain(`\n${text.replace('\t', ' ')}\t-1\ta=b\n`);
});

test('a quote in front of a formula hides it from nobody', () => {
	expect(toCsv({columns: ['a'], rows: [['"=1+1'], ['\r=1']]})).toBe('a\n"\'""=1+1"\n"\'\r=1"\n');
});

test('plain keeps one row a line and one cell a tab', () => {
	expect(toPlain(table)).toBe(
		'name\tplays\tok\tnote\nplain\t3\ttrue\t\nwith, comma\t-4\tfalse\tsay "no"\n千と千尋 👨‍👩‍👧\t0\ttrue\ttwo lines and a tab\n',
	);
});

test('a table without rows is its names', () => {
	expect(toCsv({columns: ['a', 'b'], rows: []})).toBe('a,b\n');
	expect(toPlain({columns: ['a', 'b'], rows: []})).toBe('a\tb\n');
});

test('json is one document with a line end', () => {
	expect(toJson({a: [1, null], b: 'ü'})).toBe('{\n  "a": [\n    1,\n    null\n  ],\n  "b": "ü"\n}\n');
});
