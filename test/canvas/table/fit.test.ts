import {describe, expect, test} from 'vitest';
import type {Column} from '../../../source/canvas/table/column.ts';
import {fitColumns} from '../../../source/canvas/table/fit.ts';

type Item = Readonly<Record<string, string | number>>;

const column = (id: string, more: Partial<Column<Item>> = {}): Column<Item> => ({
	id,
	heading: id,
	value: item => item[id] ?? null,
	text: item => String(item[id] ?? ''),
	align: 'left',
	...more,
});

const widths = (columns: readonly Column<Item>[], rows: readonly Item[], width: number): string =>
	fitColumns(columns, rows, width)
		.map(({column: {id}, width: own, bar}) => `${id} ${own}${bar > 0 ? ` bar ${bar}` : ''}`)
		.join(', ');

const rows: readonly Item[] = [{name: 'A title of some length', plays: '1 234', time: '12 h'}];
const name = column('name', {grows: true});
const plays = column('plays', {align: 'right'});
const time = column('time', {align: 'right', dropAt: 1});

describe('the width of columns', () => {
	test('as wide as the longest text, and as the heading with a cell for the mark of the order', () => {
		expect(widths([plays, time], rows, 40)).toBe('plays 6, time 5');
		expect(widths([plays], [{plays: '1 234 567'}], 40)).toBe('plays 9');
		expect(widths([column('', {text: () => 'ab'})], rows, 40)).toBe(' 2');
	});

	test('a growing one takes what is left, but no more than it needs or may', () => {
		expect(widths([name, plays], rows, 40)).toBe('name 22, plays 6');
		expect(widths([name, plays], rows, 26)).toBe('name 19, plays 6');
		expect(widths([column('name', {grows: true, atMost: 10}), plays], rows, 40)).toBe('name 10, plays 6');
	});

	test('exactly fitting columns stay; a cell less, and the highest number goes', () => {
		const more = column('more', {dropAt: 2, text: () => 'xxxx'});
		expect(widths([name, plays, time, more], rows, 16 + 6 + 5 + 5 + 3)).toBe('name 16, plays 6, time 5, more 5');
		expect(widths([name, plays, time, more], rows, 16 + 6 + 5 + 5 + 2)).toBe('name 21, plays 6, time 5');
		expect(widths([name, plays, time, more], rows, 16 + 6 + 5 + 1)).toBe('name 21, plays 6');
	});

	test('of equal numbers the last one goes first', () => {
		const [one, two] = [column('one', {dropAt: 1}), column('two', {dropAt: 1})];
		expect(widths([one, two, plays], rows, 13)).toBe('one 4, plays 6');
	});

	test('numbers are never cut: the growing one shrinks to nothing first', () => {
		expect(widths([name, plays], rows, 10)).toBe('name 3, plays 6');
		expect(widths([name, plays], rows, 5)).toBe('name 0, plays 6');
		expect(widths([plays], rows, 2)).toBe('plays 6');
	});

	test('what is usual comes first: one long name does not cut the titles', () => {
		const users = [
			...Array.from({length: 9}, () => ({user: 'marta', name: 'A title of some length'})),
			{user: 'x'.repeat(30)},
		];
		const user = column('user', {grows: true, atMost: 20, atLeast: 4});
		expect(widths([user, name], users, 29)).toBe('user 6, name 22');
		expect(widths([user, name], users, 50)).toBe('user 20, name 22');
		expect(widths([user, name], users, 15)).toBe('user 0, name 14');
	});

	test('a column may be content with less; a further one comes where the others have what they need', () => {
		expect(widths([column('name', {grows: true, atLeast: 5}), plays, time], rows, 18)).toBe('name 5, plays 6, time 5');
		const further = column('time', {further: true, dropAt: 9});
		expect(widths([name, plays, further], rows, 34)).toBe('name 22, plays 6');
		expect(widths([name, plays, further], rows, 35)).toBe('name 22, plays 6, time 5');
	});

	test('a short growing column needs no more than its text', () => {
		expect(widths([name, plays], [{name: 'ab', plays: '1'}], 40)).toBe('name 5, plays 6');
	});
});

describe('bars', () => {
	const barred = column('plays', {align: 'right', bar: true});

	test('share what is left, from four cells to twenty-four', () => {
		expect(widths([name, barred], rows, 29 + 4)).toBe('name 22, plays 6');
		expect(widths([name, barred], rows, 29 + 5)).toBe('name 22, plays 6 bar 4');
		expect(widths([name, barred], rows, 29 + 25)).toBe('name 22, plays 6 bar 24');
		expect(widths([name, barred], rows, 29 + 60)).toBe('name 22, plays 6 bar 24');
	});

	test('two bars are of one length', () => {
		const other = column('time', {align: 'right', bar: true});
		expect(widths([barred, other], rows, 12 + 13)).toBe('plays 6 bar 5, time 5 bar 5');
	});
});
