import {describe, expect, test} from 'vitest';
import type {Column} from '../../../source/canvas/table/column.ts';
import {type Fitting, fitPages} from '../../../source/canvas/table/fit.ts';

type Item = Readonly<Record<string, string | number>>;

const column = (id: string, more: Partial<Column<Item>> = {}): Column<Item> => ({
	id,
	heading: id,
	value: item => item[id] ?? null,
	text: item => String(item[id] ?? ''),
	align: 'left',
	...more,
});

const pages = (columns: readonly Column<Item>[], rows: readonly Item[], width: number, fitting?: Fitting): string[] =>
	fitPages(columns, rows, width, fitting).map(fitted =>
		fitted
			.map(({column: {id}, width: own, bar, before}, index) => {
				const wide = index > 0 && before > 1 ? `${'_'.repeat(before)}` : '';
				return `${wide}${id} ${own}${bar > 0 ? ` bar ${bar}` : ''}`;
			})
			.join(', '),
	);

const widths = (columns: readonly Column<Item>[], rows: readonly Item[], width: number, fitting?: Fitting): string =>
	pages(columns, rows, width, fitting)[0] ?? '';

const rows: readonly Item[] = [{name: 'A title of some length', plays: '1 234', time: '12 h'}];
const name = column('name', {grows: true});
const plays = column('plays', {align: 'right'});
const time = column('time', {align: 'right', dropAt: 1});

const further = column('further', {align: 'right', dropAt: 3, text: () => '12'});

describe('the width of columns', () => {
	test('as wide as the longest text and as the heading; the first one also has room for the mark of the order', () => {
		expect(widths([plays, time], rows, 11)).toBe('plays 6, time 4');
		expect(widths([plays, time], rows, 10, {lead: true})).toBe('plays 5, time 4');
		expect(widths([plays], [{plays: '1 234 567'}], 40)).toBe('plays 9');
		expect(widths([column('', {text: () => 'ab'})], rows, 40)).toBe(' 2');
	});

	test('what is free goes to titles first, then to blanks between columns', () => {
		expect(widths([name, plays], rows, 22 + 5 + 2)).toBe('name 22, __plays 5');
		expect(widths([name, plays], rows, 22 + 5 + 1)).toBe('name 22, plays 5');
		expect(widths([name, plays], rows, 22 + 5)).toBe('name 21, plays 5');
	});

	test('a text has two blanks before it where it stands behind a number', () => {
		const [library, year] = [column('library', {text: () => 'Movies'}), column('year', {align: 'right'})];
		expect(widths([name, plays, library, year], rows, 22 + 5 + 7 + 4 + 3)).toBe('name 22, plays 5, library 7, year 4');
		expect(widths([name, plays, library, year], rows, 22 + 5 + 7 + 4 + 4)).toBe(
			'name 22, plays 5, __library 7, year 4',
		);
	});

	test('each that grows has a good part before one has all of it; what says how much has that before others come', () => {
		const user = column('user', {grows: true, text: () => 'A user of twenty cell'});
		const title = column('name', {grows: true, before: 20});
		expect(widths([user, title], rows, 16 + 1 + 20)).toBe('user 16, name 20');
		expect(widths([user, title], rows, 16 + 1 + 22)).toBe('user 18, name 20');
		expect(widths([user, title, further], rows, 16 + 1 + 20 + 1 + 6)).toBe('user 21, name 22');
		expect(widths([user, title, further], rows, 16 + 1 + 20 + 1 + 7)).toBe('user 16, name 20, further 7');
	});

	test('`atMost` holds until everything else has what it needs', () => {
		const short = column('name', {grows: true, atMost: 10});
		const barred = column('plays', {align: 'right', bar: true});
		expect(widths([short, plays], rows, 17)).toBe('name 10, __plays 5');
		expect(widths([short, plays], rows, 20)).toBe('name 13, __plays 5');
		expect(widths([short, barred], rows, 17 + 25)).toBe('name 10, __plays 5 bar 24');
		expect(widths([short, barred], rows, 17 + 30)).toBe('name 15, __plays 5 bar 24');
	});

	test('of a text that does not grow the rest comes before bars do', () => {
		const library = column('library', {atMost: 8, text: () => 'Concert films'});
		expect(widths([name, plays, library], rows, 22 + 5 + 8 + 2)).toBe('name 22, plays 5, library 8');
		expect(widths([name, plays, library], rows, 22 + 5 + 11 + 2)).toBe('name 22, plays 5, library 11');
	});

	test('columns of one number come together, or not at all', () => {
		const [one, two] = [column('one', {dropAt: 1}), column('two', {dropAt: 1})];
		expect(widths([one, two, plays], rows, 4 + 3 + 5 + 1)).toBe('plays 5');
		expect(widths([one, two, plays], rows, 4 + 3 + 5 + 2)).toBe('one 4, two 3, plays 5');
	});

	test('titles are cut for what is worth it; of what is not, a smaller one may still have room', () => {
		const worth = column('worth', {align: 'right', dropAt: 2, text: () => '12345'});
		const wide = column('wide', {align: 'right', dropAt: 3, text: () => '123456789'});
		expect(widths([name, plays, worth], rows, 10 + 5 + 5 + 2)).toBe('name 10, plays 5, worth 5');
		expect(widths([name, plays, worth], rows, 10 + 5 + 5 + 1)).toBe('name 15, plays 5');
		expect(widths([name, plays, further], rows, 16 + 5 + 7 + 2)).toBe('name 16, plays 5, further 7');
		expect(widths([name, plays, further], rows, 16 + 5 + 7 + 1)).toBe('name 22, __plays 5');
		expect(widths([name, plays, wide, column('far', {dropAt: 9})], rows, 16 + 5 + 3 + 2)).toBe(
			'name 16, plays 5, far 3',
		);
	});

	test('what rows are sorted by never goes', () => {
		expect(widths([name, plays, further], rows, 20, {sorted: 'further'})).toBe('name 6, plays 5, further 7');
		expect(widths([name, plays, further], rows, 12, {sorted: 'further'})).toBe('name 4, further 7');
		expect(widths([name, plays, further], rows, 14, {sorted: 'plays'})).toBe('name 8, plays 5');
	});

	test('numbers are never cut: titles shrink, then the last columns go', () => {
		expect(widths([name, plays], rows, 10)).toBe('name 4, plays 5');
		expect(widths([name, plays], rows, 9)).toBe('name 9');
		expect(widths([plays], rows, 2)).toBe('plays 6');
	});
});

describe('bars', () => {
	const barred = column('plays', {align: 'right', bar: true});

	test('come before columns of little worth, and grow last', () => {
		expect(widths([name, barred], rows, 10 + 5 + 5 + 1)).toBe('name 10, plays 5 bar 4');
		expect(widths([name, barred], rows, 10 + 5 + 5)).toBe('name 14, plays 5');
		expect(widths([name, barred, further], rows, 16 + 5 + 5 + 7 + 2)).toBe('name 16, plays 5 bar 4, further 7');
		expect(widths([name, barred], rows, 22 + 5 + 5 + 2 + 6)).toBe('name 22, __plays 5 bar 10');
		expect(widths([name, barred], rows, 120)).toBe('name 22, __plays 5 bar 40');
	});

	test('a heading lies over the bar', () => {
		const few = column('plays', {align: 'right', bar: true, text: () => '7'});
		expect(widths([name, few], rows, 22 + 1 + 5 + 1)).toBe('name 22, plays 1 bar 4');
		expect(widths([name, few], rows, 14)).toBe('name 8, plays 5');
	});

	test('the column that rows are sorted by has it, else the first that can', () => {
		const other = column('time', {align: 'right', bar: true});
		expect(widths([barred, other], rows, 17, {lead: true})).toBe('plays 5 bar 5, __time 4');
		expect(widths([barred, other], rows, 17, {lead: true, sorted: 'time'})).toBe('plays 5, __time 4 bar 5');
		expect(widths([barred, other, name], rows, 40, {lead: true, sorted: 'name'})).toContain('plays 5 bar');
	});
});

describe('pages', () => {
	const [a, b, c] = ['a', 'b', 'c'].map((id, index) => column(id, {dropAt: 3 + index, text: () => 'xxxxx'}));

	test('hold what has no room, beside what always stays', () => {
		if (!a || !b || !c) throw new Error('There are three columns.');
		expect(pages([name, a, plays, b, c], rows, 16 + 5 + 5 + 4)).toEqual([
			'name 18, a 5, plays 5',
			'name 18, plays 5, b 5',
			'name 18, plays 5, c 5',
		]);
		expect(pages([name, plays, a, b, c], rows, 60)).toHaveLength(1);
		expect(pages([name, plays, a], rows, 10)).toEqual(['name 4, plays 5']);
	});

	test('what rows are sorted by is on each', () => {
		if (!a || !b || !c) throw new Error('There are three columns.');
		expect(pages([name, a, b, c], rows, 16 + 5 + 5 + 4, {sorted: 'b'})).toEqual([
			'name 18, a 5, b 5',
			'name 18, b 5, c 5',
		]);
	});
});

test('at any width nothing is cut beside blanks, and no number ever', () => {
	const all = [
		column('rank', {align: 'right', text: () => '12'}),
		column('name', {grows: true, atMost: 30, text: () => 'A title that is longer than it may be here'}),
		column('plays', {align: 'right', bar: true, text: () => '1 234'}),
		column('library', {atMost: 6, dropAt: 4, text: () => 'Concert films'}),
		column('items', {align: 'right', dropAt: 2, text: () => '12'}),
		column('lift', {align: 'right', dropAt: 1, text: () => '×1.7'}),
	];
	const texts: Readonly<Record<string, number>> = {rank: 2, plays: 5, items: 5, lift: 4, name: 42, library: 13};
	for (let width = 1; width < 160; width++) {
		for (const sorted of [null, 'library', 'items']) {
			const fitted = fitPages(all, rows, width, {sorted, lead: true})[0] ?? [];
			const cells = fitted.reduce((sum, {width: own, bar, before}) => sum + before + own + (bar > 0 ? bar + 1 : 0), 0);
			if (width >= 20) expect(cells).toBeLessThanOrEqual(width);
			for (const {column: each, width: own} of fitted) {
				if (each.align === 'right') expect(own).toBeGreaterThanOrEqual(texts[each.id] ?? 0);
				else if (own < (texts[each.id] ?? 0)) expect([each.id, Math.max(0, width - cells)]).toEqual([each.id, 0]);
			}
			if (sorted !== null && width >= 20) expect(fitted.map(({column: {id}}) => id)).toContain(sorted);
		}
	}
});
