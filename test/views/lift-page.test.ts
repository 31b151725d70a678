import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {lift} from '../../source/views/lift/index.ts';
import {slots} from '../../source/views/slots.ts';
import {boardWorld} from '../helpers/board-world.ts';
import {fakeCanvas, tell, textOf} from './scene.ts';

describe.each([lift, slots])('$name', view => {
	test.each([
		[50, 17],
		[80, 20],
		[120, 37],
		[200, 57],
	])('as a page of %ix%i', async (width, height) => {
		const answer = await tell(view, boardWorld);
		const {rows, note} = answer.draw(fakeCanvas({form: 'page', width, height}));
		const file = path.join(import.meta.dirname, 'golden', `${view.name}-${width}x${height}.txt`);
		await expect(`${note}\n${textOf(rows).join('\n')}\n`).toMatchFileSnapshot(file);
	});
});
