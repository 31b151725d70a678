import {expect, test} from 'vitest';
import {asciiGlyphs, glyphsFor, unicodeGlyphs} from '../../source/canvas/glyphs.ts';
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

test('columns may be wide, with gaps', () => {
	const rows = drawStacks({
		stacks: [stack(1, 0, 0), stack(0, 0, 1)],
		height: 1,
		max: 1,
		glyphs: asciiGlyphs,
		gap: 1,
		thickness: 2,
	});
	expect(rows.map(rowText)).toEqual(['## %%']);
	expect(rows[0]?.[0]).toEqual({text: '##', role: 'plain'});
});

const painted = (stacks: readonly Stack[], height: number, max: number) =>
	drawStacks({stacks, height, max, glyphs: glyphsFor(false, true), gap: 0, thickness: 1});

test('with colours a cell of two parts is the lower one as a block on the colour of the upper one', () => {
	expect(painted([stack(1, 0, 1)], 1, 2)).toEqual([[{text: '▄', role: 'transcode', over: 'plain'}]]);
	expect(painted([stack(0, 3, 1)], 1, 4)).toEqual([[{text: '▂', role: 'transcode', over: 'copy'}]]);
	expect(painted([stack(0, 0, 4)], 1, 4)).toEqual([[{text: '█', role: 'transcode'}]]);
});

test('of three parts in a cell the two largest stand where they end', () => {
	expect(painted([stack(3, 4, 1)], 1, 8)).toEqual([[{text: '▅', role: 'copy', over: 'plain'}]]);
	expect(painted([stack(1, 4, 3)], 1, 8)).toEqual([[{text: '▃', role: 'transcode', over: 'copy'}]]);
});

test('what is not known is no colour on another one', () => {
	expect(painted([stack(0, 0, 3, 1)], 1, 4)).toEqual([[{text: '█', role: 'transcode'}]]);
	expect(painted([stack(0, 0, 1, 3)], 1, 4)).toEqual([[{text: '░', role: 'dim'}]]);
	expect(painted([stack(0, 0, 0, 1)], 1, 4)).toEqual([[{text: '░', role: 'dim'}]]);
});
