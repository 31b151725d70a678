import {describe, expect, test} from 'vitest';
import type {Column, Value} from '../../../source/canvas/table/column.ts';
import {filterRows} from '../../../source/canvas/table/filter.ts';
import {sortRows, sortsDown} from '../../../source/canvas/table/order.ts';

type Item = {readonly key: string; readonly value: Value};

const column = (more: Partial<Column<Item>> = {}): Column<Item> => ({
	id: 'value',
	heading: 'value',
	value: ({value}) => value,
	text: ({value}) => String(value),
	align: 'right',
	...more,
});

const items = (...values: readonly Value[]): Item[] =>
	values.map((value, index) => ({key: 'abcdef'[index] ?? '', value}));

const sorted = (rows: readonly Item[], of: Column<Item> | null, reverse = false): string =>
	sortRows(rows, of, reverse)
		.map(({key}) => key)
		.join('');

describe('the order of rows', () => {
	test('numbers down, and up when it is turned round; equal ones keep their order', () => {
		expect(sorted(items(1, 3, 2, 3), column())).toBe('bdca');
		expect(sorted(items(1, 3, 2, 3), column(), true)).toBe('acbd');
	});

	test('texts up, by their numbers and whatever their case', () => {
		const text = column({align: 'left'});
		expect(sorted(items('b10', 'B9', 'a'), text)).toBe('cba');
		expect(sorted(items('b10', 'B9', 'a'), text, true)).toBe('abc');
	});

	test('a column may say itself which way comes first', () => {
		expect(sorted(items(1, 3, 2), column({first: 'up'}))).toBe('acb');
		expect(sorted(items('a', 'b'), column({align: 'left', first: 'down'}))).toBe('ba');
	});

	test('what is not known stands last, whichever way', () => {
		expect(sorted(items(null, 1, null, 2), column())).toBe('dbac');
		expect(sorted(items(null, 1, null, 2), column(), true)).toBe('bdac');
	});

	test('by no column: as they came, or the other way round', () => {
		expect(sorted(items(2, 1, 3), null)).toBe('abc');
		expect(sorted(items(2, 1, 3), null, true)).toBe('cba');
	});

	test('the mark says which way', () => {
		expect(sortsDown(column(), false)).toBe(true);
		expect(sortsDown(column(), true)).toBe(false);
		expect(sortsDown(column({align: 'left'}), false)).toBe(false);
		expect(sortsDown(column({first: 'up'}), false)).toBe(false);
	});
});

test('numbers are sorted as numbers, and so are truths', () => {
	expect(sorted(items(9, 10, 2), column())).toBe('bac');
	expect(sorted(items(true, false, true), column())).toBe('acb');
});

describe('the rows that hold a text', () => {
	const rows = items('Ólafur', 'harbor', 12);
	const columns = [
		column({id: 'name'}),
		column({id: 'key', value: ({key}) => key, text: ({key}) => [{text: `<${key}>`}]}),
	];
	const found = (filter: string): string =>
		filterRows(rows, columns, filter)
			.map(({key}) => key)
			.join('');

	test.each([
		['', 'abc'],
		['   ', 'abc'],
		['olaf', 'a'],
		['HARBOR', 'b'],
		['12', 'c'],
		['<b>', 'b'],
		['nobody', ''],
		['!12', 'ab'],
		['!', 'abc'],
		['name:b', 'b'],
		['key:b', 'b'],
		['key: c ', 'c'],
		['!key:b', 'ac'],
		['other:b', ''],
		['key:', ''],
		['x name:b', ''],
		['null', ''],
	])('%j', (filter, keys) => {
		expect(found(filter)).toBe(keys);
	});
});
