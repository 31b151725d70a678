import {expect, test} from 'vitest';
import {asciiGlyphs, unicodeGlyphs} from '../../source/canvas/glyphs.ts';
import {rowText} from '../../source/canvas/row.ts';
import {drawStacks, type Stack} from '../../source/canvas/stacks.ts';

const stack = (directPlay: number, directStream: number, transcode: number, unknown = 0): Stack => ({
	directPlay,
	directStream,
	transcode,
	unknown,
});

const drawn = (stacks: readonly Stack[], given: object = {}): string[] =>
	drawStacks({
		stacks,
		height: 4,
		max: 4,
		glyphs: unicodeGlyphs,
		gap: 0,
		thickness: 1,
		selected: -1,
		...given,
	}).map(rowText);

test('what costs most stands below, each way in its pattern', () => {
	expect(drawn([stack(1, 1, 2), stack(0, 0, 0), stack(2, 0, 0), stack(0, 3, 0), stack(0, 0, 1, 1)])).toEqual([
		'█    ',
		'▓  ▓ ',
		'▒ █▓░',
		'▒ █▓▒',
	]);
});

test('a cell shows what fills most of it; direct play in eighths, and nothing vanishes', () => {
	expect(drawn([stack(2, 0, 1), stack(3, 0, 0), stack(0, 0, 1), stack(1, 0, 0)], {height: 2, max: 8})).toEqual([
		'    ',
		'▆▆▒▂',
	]);
	expect(drawn([stack(0, 0, 3), stack(0, 3, 2)], {height: 2, max: 5})).toEqual([' ▓', '▒▒']);
});

test('columns may be wide, with gaps, and the one under the cursor is lit', () => {
	const rows = drawStacks({
		stacks: [stack(1, 0, 0), stack(0, 0, 1)],
		height: 1,
		max: 1,
		glyphs: asciiGlyphs,
		gap: 1,
		thickness: 2,
		selected: 0,
	});
	expect(rows.map(rowText)).toEqual(['## %%']);
	expect(rows[0]?.[0]).toEqual({text: '##', role: 'accent'});
});
