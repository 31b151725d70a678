import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {asciiGlyphs} from '../../source/canvas/glyphs.ts';
import {rowText} from '../../source/canvas/row.ts';
import {collections} from '../../source/views/collections/index.ts';
import {firstOwn} from '../../source/views/plan/own.ts';
import type {Canvas} from '../../source/views/plan/scene.ts';
import {boardWorld} from '../helpers/board-world.ts';
import {fakeCanvas, tell, textOf} from './scene.ts';

const drawn = async (canvas: Partial<Canvas>): Promise<string> => {
	const answer = await tell(collections, boardWorld);
	const {rows, note} = answer.draw(fakeCanvas(canvas));
	return `${note}\n${textOf(rows).join('\n')}\n`;
};

const golden = (name: string): string => path.join(import.meta.dirname, 'golden', `collections-${name}.txt`);

describe('the board', () => {
	test.each([
		['pane', 42, 8],
		['pane', 58, 11],
		['pane', 130, 22],
		['page', 80, 20],
		['page', 120, 37],
		['page', 200, 57],
	] as const)('as a %s of %ix%i', async (form, width, height) => {
		await expect(await drawn({form, width, height})).toMatchFileSnapshot(golden(`${form}-${width}x${height}`));
	});
});

test('a heading has the mark of the order at any width, whatever column that is', async () => {
	const answer = await tell(collections, boardWorld);
	for (const width of [42, 58, 80, 120, 130, 200]) {
		const {sorts = []} = answer.draw(fakeCanvas({width, height: 10}));
		expect(sorts.length).toBeGreaterThan(8);
		for (const sort of sorts) {
			const canvas = fakeCanvas({width, height: 10, own: {...firstOwn, sort}});
			expect([sort, width, rowText(answer.draw(canvas).rows[0] ?? [])]).toEqual([
				sort,
				width,
				expect.stringMatching(/[▾▴]/),
			]);
		}
	}
});

test('one line: the first of them, with its lift', async () => {
	const answer = await tell(collections, boardWorld);
	const line = (glyphs = fakeCanvas().glyphs): string => rowText(answer.line(fakeCanvas({width: 50, glyphs})).body);
	expect(line()).toBe('1 Hidden Gems 212 ×1.7');
	expect(line(asciiGlyphs)).toBe('1 Hidden Gems 212 x1.7');
});
