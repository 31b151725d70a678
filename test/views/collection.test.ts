import path from 'node:path';
import {expect, test} from 'vitest';
import {asciiGlyphs} from '../../source/canvas/glyphs.ts';
import {collection} from '../../source/views/collection/index.ts';
import type {Canvas} from '../../source/views/plan/scene.ts';
import {collectionWorld} from '../helpers/collection-world.ts';
import {fakeCanvas, queryFor, tell, textOf} from './scene.ts';

const query = queryFor(collection, {subject: {id: '900003', name: 'Awards 2026'}});

const drawn = async (canvas: Partial<Canvas>): Promise<readonly string[]> => {
	const answer = await tell(collection, collectionWorld, query);
	const {rows, note} = answer.draw(fakeCanvas({query, form: 'page', ...canvas}));
	return [note, ...textOf(rows)];
};

test.each([
	[50, 17],
	[80, 20],
	[120, 37],
	[200, 57],
])('as a page of %ix%i', async (width, height) => {
	const file = path.join(import.meta.dirname, 'golden', `collection-${width}x${height}.txt`);
	await expect(`${(await drawn({width, height})).join('\n')}\n`).toMatchFileSnapshot(file);
});

test('in ASCII a row is a line of colons', async () => {
	const rows = await drawn({width: 80, height: 20, glyphs: asciiGlyphs});
	expect(rows.slice(3, 8).join('\n')).toMatch(/\|.*:/);
});
