import {describe, expect, test} from 'vitest';
import {asciiGlyphs, unicodeGlyphs} from '../../../source/canvas/glyphs.ts';
import {rowText, rowWidth} from '../../../source/canvas/row.ts';
import type {Column} from '../../../source/canvas/table/column.ts';
import {drawTable, scrollTo, type TablePlan} from '../../../source/canvas/table/draw.ts';

type Item = {readonly name: string; readonly plays: number};

const columns: readonly Column<Item>[] = [
	{id: 'name', heading: 'name', value: ({name}) => name, text: ({name}) => name, align: 'left', grows: true},
	{id: 'plays', heading: 'plays', value: ({plays}) => plays, text: ({plays}) => String(plays), align: 'right'},
];

const items = (count: number): Item[] =>
	Array.from({length: count}, (_, index) => ({name: `row ${index + 1}`, plays: 10 - index}));

const draw = (plan: Partial<TablePlan<Item>>) =>
	drawTable({
		columns,
		rows: items(3),
		width: 20,
		height: 10,
		glyphs: unicodeGlyphs,
		selected: null,
		sort: {id: null, reverse: false},
		...plan,
	}).rows;

const text = (plan: Partial<TablePlan<Item>>): string[] => draw(plan).map(rowText);

describe('a table', () => {
	test('headings over their columns, numbers at the right', () => {
		expect(text({})).toEqual(['name   plays', 'row 1     10', 'row 2      9', 'row 3      8']);
	});

	test('a title gives way before the number of its episode', () => {
		const rows = [{name: 'Harbour Lights  S02E05', plays: 9}];
		expect(text({rows, width: 22})[1]).toBe('Harbour…  S02E05     9');
		expect(text({rows, width: 14})[1]).not.toContain('S02E05');
	});

	test('the mark of the order, both ways', () => {
		expect(text({sort: {id: 'plays', reverse: false}})[0]).toBe(`name  ${unicodeGlyphs.sorted}plays`);
		expect(text({sort: {id: 'plays', reverse: true}})[0]).toBe(`name  ${unicodeGlyphs.sortedUp}plays`);
		expect(text({sort: {id: 'name', reverse: false}, glyphs: asciiGlyphs})[0]).toBe(
			`${asciiGlyphs.sortedUp}name  plays`,
		);
	});

	test('a heading lies over the bar of its column, and its mark in the gap before it where it is as wide', () => {
		const [name, plays] = columns;
		if (!name || !plays) throw new Error('There are two columns.');
		const barred = [name, {...plays, bar: true}, {...plays, id: 'with', heading: 'with', dropAt: 1}];
		const sort = (id: string) => ({id, reverse: false});
		expect(text({columns: barred, width: 21, sort: sort('plays')}).slice(0, 2)).toEqual([
			'name     ▾plays  with',
			'row 1  ━━━━━ 10    10',
		]);
		expect(text({columns: barred, width: 21, sort: sort('with')})[0]).toBe('name      plays ▾with');
		expect(text({selected: 0, sort: sort('name')})[0]).toBe(' ▴name   plays');
	});

	test('further pages of columns, round and round', () => {
		const more = ['one', 'four'].map(
			(id): Column<Item> => ({id, heading: id, dropAt: 3 + id.length, value: () => 1, text: () => '1', align: 'right'}),
		);
		const all = [...columns, ...more];
		const heading = (page: number) => text({columns: all, width: 16, page})[0];
		expect([0, 1, 2].map(heading)).toEqual(['name  plays one', 'name  plays four', 'name  plays one']);
	});

	test('a cursor has two cells in front, on its row alone; the name of that row is bold', () => {
		expect(text({selected: 1})).toEqual([
			'  name   plays',
			'  row 1     10',
			`${unicodeGlyphs.selected} row 2      9`,
			'  row 3      8',
		]);
		expect(draw({selected: 1})[2]?.find(span => span.text.startsWith('row 2'))?.role).toBe('bold');
		expect(draw({selected: 1})[1]?.find(span => span.text.startsWith('row 1'))?.role).toBe('plain');
		expect(text({selected: -1})[1]).toBe('  row 1     10');
	});

	test('without any heading there is no row of them', () => {
		const bare = columns.map(column => ({...column, heading: ''}));
		expect(text({columns: bare, width: 8})).toEqual(['row 1 10', 'row 2  9', 'row 3  8']);
	});

	test('a bar before its number, the longest for the highest; what is below zero has none', () => {
		const [name, plays] = columns;
		if (!name || !plays) throw new Error('There are two columns.');
		const rows = [
			{name: 'a', plays: 8},
			{name: 'b', plays: 4},
			{name: 'c', plays: -4},
		];
		expect(text({columns: [name, {...plays, bar: true}], rows, width: 17})).toEqual([
			'name        plays',
			'a      ━━━━━━━  8',
			'b      ━━━╸     4',
			'c              -4',
		]);
	});
});

test('looks: headings, bars, the legend and what is hidden are dim, a column may have a look of its own, and so may a cell', () => {
	const [name, plays] = columns;
	if (!name || !plays) throw new Error('There are two columns.');
	const cell = [{text: 'a', role: 'bad' as const}, {text: 'b'}];
	const looks = (index: number) =>
		draw({
			columns: [
				{...name, text: () => cell},
				{...plays, bar: true, role: 'accent'},
			],
			rows: items(9),
			width: 40,
			height: 4,
			legend: () => 'H Home',
			selected: 0,
		})
			[index]?.filter(({text: words}) => words.trim() !== '')
			.map(({text: words, role}) => [words.trim(), role]);
	expect(looks(0)).toEqual([[`name${' '.repeat(24)}plays`, 'dim']]);
	expect(looks(1)).toEqual([
		[unicodeGlyphs.selected, 'accent'],
		['a', 'bad'],
		['b', undefined],
		['━'.repeat(24), 'dim'],
		['10', 'accent'],
	]);
	expect(looks(3)).toEqual([
		[`7 more ${unicodeGlyphs.more}`, 'dim'],
		['H Home', 'dim'],
	]);
});

test('where some columns have a heading, there is a row of them', () => {
	const [name, plays] = columns;
	if (!name || !plays) throw new Error('There are two columns.');
	expect(text({columns: [{...name, heading: ''}, plays]})[0]).toBe('       plays');
});

describe('more rows than room', () => {
	test('the last line says how many more there are', () => {
		expect(text({rows: items(9), height: 5})).toEqual([
			'name   plays',
			'row 1     10',
			'row 2      9',
			'row 3      8',
			`6 more ${unicodeGlyphs.more}`,
		]);
		expect(text({rows: items(4), height: 5}).at(-1)).toBe('row 4      7');
	});

	test('the row of the cursor is always among them, in the middle where it can be', () => {
		expect(text({rows: items(9), height: 5, selected: 5}).slice(1, 4)).toEqual([
			'  row 5      6',
			`${unicodeGlyphs.selected} row 6      5`,
			'  row 7      4',
		]);
		expect(text({rows: items(9), height: 5, selected: 8}).slice(1, 4)).toEqual([
			'  row 7      4',
			'  row 8      3',
			`${unicodeGlyphs.selected} row 9      2`,
		]);
		expect(text({rows: items(9), height: 5, selected: 8}).at(-1)).toBe(`  6 above`);
	});

	test('where two rows have room the headings go, and one row is the cursor’s', () => {
		expect(text({rows: items(9), height: 2, selected: 3})).toEqual([
			`${unicodeGlyphs.selected} row 4      7`,
			`  3 above   5 more ${unicodeGlyphs.more}`,
		]);
		expect(text({rows: items(9), height: 1, selected: 3})).toEqual([`${unicodeGlyphs.selected} row 4      7`]);
		expect(text({rows: items(3), height: 3, selected: 0})).toEqual([
			'  name   plays',
			`${unicodeGlyphs.selected} row 1     10`,
			`  2 more ${unicodeGlyphs.more}`,
		]);
	});

	test.each([
		[0, 9, 3, 0],
		[1, 9, 3, 0],
		[2, 9, 3, 1],
		[7, 9, 3, 6],
		[8, 9, 3, 6],
		[1, 2, 3, 0],
		[5, 9, 4, 3],
	])('row %i of %i in %i rows: from %i on', (selected, count, height, first) => {
		expect(scrollTo(selected, count, height)).toBe(first);
	});
});

test('rows that are not here yet count in the last line', () => {
	const beyond = {above: 1200, below: 30};
	expect(text({beyond, rows: items(9), width: 30, height: 5}).at(-1)).toBe(
		`1${unicodeGlyphs.thousands}200 above   36 more ${unicodeGlyphs.more}`,
	);
	expect(text({beyond, width: 30, height: 5}).at(-1)).toBe(
		`1${unicodeGlyphs.thousands}200 above   30 more ${unicodeGlyphs.more}`,
	);
});

test('of very many rows the first ones and those that are seen say how wide a column is', () => {
	const many = items(1500).map((item, index) => (index > 1200 ? {...item, name: 'a longer name'} : item));
	expect(text({rows: many, height: 4, selected: 0})[1]).toBe('› row 1        10');
	expect(text({rows: many, height: 4, selected: 1300})[2]).toBe('› a longer na… -1290');
});

describe('a legend', () => {
	test('stands at the right end of the last line, a cell before the edge', () => {
		expect(text({legend: () => 'H Home', height: 5}).at(-1)).toBe(`${' '.repeat(13)}H Home`);
		expect(text({legend: () => 'H Home', rows: items(9), height: 5}).at(-1)).toBe(
			`6 more ${unicodeGlyphs.more}${' '.repeat(5)}H Home`,
		);
		expect(text({legend: () => 'H Home', height: 5, selected: 0}).at(-1)).toBe(`${' '.repeat(13)}H Home`);
	});

	test('goes where it has no room: beside what is said, and below a full table', () => {
		expect(text({legend: () => 'x'.repeat(11), rows: items(9), height: 5}).at(-1)).toBe(`6 more ${unicodeGlyphs.more}`);
		expect(text({legend: () => 'x'.repeat(10), rows: items(9), height: 5}).at(-1)).toContain('x');
		expect(text({legend: () => 'H Home', height: 4})).toHaveLength(4);
		expect(text({legend: () => 'H Home', height: 4}).at(-1)).toBe('row 3      8');
	});
});

test('no row is wider than the table, and none is there beyond its height', () => {
	for (let width = 1; width < 30; width++) {
		for (let height = 1; height < 8; height++) {
			const rows = draw({rows: items(9), width, height, selected: 4, legend: () => 'legend'});
			expect(rows.length).toBeLessThanOrEqual(height);
			for (const row of rows) expect(rowWidth(row)).toBeLessThanOrEqual(width);
		}
	}
});

test('a show gives way, its episode does not', () => {
	const rows = [{name: 'The Night Desk  S02E05', plays: 10}];
	expect(text({rows})[1]).toBe('The N…  S02E05    10');
	expect(text({rows, glyphs: asciiGlyphs})[1]).toBe('The N~  S02E05    10');
});
