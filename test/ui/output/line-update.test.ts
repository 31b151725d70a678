import fc from 'fast-check';
import {expect, test} from 'vitest';
import {fitRow, type Role} from '../../../source/canvas/row.ts';
import {lineUpdate} from '../../../source/ui/output/line-update.ts';
import {paint, themeFor} from '../../../source/ui/theme.ts';
import {type Cell, createScreen} from '../../helpers/terminal-screen.ts';

const width = 40;

/** Nothing else is seen of a blank. */
const seenOfBlank = ({text, background}: Cell) => ({text, background});

const cellsAfter = async (...texts: readonly string[]): Promise<readonly unknown[]> => {
	const screen = createScreen({columns: width, rows: 2, reply: () => {}, message: () => {}});
	for (const text of texts) await screen.write(Buffer.from(text));
	const cells = screen.cells(0);
	screen.dispose();
	return cells.map(cell => (cell.text === ' ' && !cell.inverse ? seenOfBlank(cell) : cell));
};

/** A painted row with its looks as Ink writes them again: what ends one look and begins the next in one sequence. */
const asInk = (line: string): string => line.replaceAll('\u001B[0m', '\u001B[22m\u001B[27m\u001B[39m\u001B[49m');

const word = fc.constantFrom('', ' ', '      ', 'a', 'marta', '━━━╸', '████', '› ', '21:04', '──────');
const role = fc.constantFrom<Role[]>('plain', 'dim', 'bold', 'accent', 'copy', 'transcode', 'bad', 'title', 'selected');
const paintedSpan = fc.record({text: word, role, over: fc.constantFrom<Role[]>('plain', 'copy')});
const span = fc.oneof(paintedSpan, fc.record({text: word, role}));
const row = fc.array(span, {maxLength: 12}).map(spans => fitRow(spans, width));

test('the cells after an update are those of the new line, whatever stood there', async () => {
	const themes = [
		themeFor('truecolor', 'dark', {theme: 'auto', colors: {}}),
		themeFor('16', 'unknown', {theme: 'auto', colors: {}}),
	];
	await fc.assert(
		fc.asyncProperty(row, row, fc.constantFrom(...themes), fc.boolean(), async (before, after, theme, ink) => {
			const [one, two] = [before, after].map(each => (ink ? asInk(paint(each, theme)) : paint(each, theme)));
			const update = lineUpdate(one ?? '', two ?? '');
			expect(await cellsAfter(one ?? '', update ?? 'null')).toEqual(await cellsAfter(two ?? ''));
		}),
		{numRuns: 100},
	);
});

test('a cursor that moves costs its own cell', () => {
	const line = (mark: string): string => `${mark} ▶ marta   The Lost Expedition     \u001B[2m━━━\u001B[22m transcode`;
	expect(lineUpdate(line('\u001B[35m›\u001B[39m'), line(' '))).toBe('\u001B[1G ');
	expect(lineUpdate(line(' '), line('\u001B[35m›\u001B[39m'))).toBe('\u001B[1G\u001B[35m›\u001B[39m');
	expect(lineUpdate(line(' '), line(' '))).toBe('');
});

test('blanks at the end are erased', () => {
	expect(lineUpdate('abc def', 'abc    ')).toBe('\u001B[4G\u001B[K');
});

test('signs of two cells and looks that are not ours are left to Ink', () => {
	expect(lineUpdate('ab', '語')).toBeNull();
	expect(lineUpdate('e\u0301', 'ab')).toBeNull();
	expect(lineUpdate('ab', '\u001B[4mab\u001B[24m')).toBeNull();
	expect(lineUpdate('ab', '\u001B]8;;x\u0007ab')).toBeNull();
});
