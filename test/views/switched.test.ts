import {expect, test} from 'vitest';
import {rowWidth} from '../../source/canvas/row.ts';
import {allViews} from '../../source/views/index.ts';
import {firstOwn} from '../../source/views/plan/own.ts';
import type {Scene} from '../../source/views/plan/scene.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from './scene.ts';

const cases = allViews().flatMap(view =>
	view.keys.switches.flatMap(({id, values}) => values.slice(1).map(value => [view.name, id, value, view] as const)),
);

test.each(cases)('%s with %s at %s fits any canvas, and is told in every way', async (_name, id, value, view) => {
	const own = {...firstOwn, switches: {[id]: value}};
	const query = queryFor(view);
	const answer = await tell(view, {}, query, own);
	for (const [width, height] of [
		[20, 3],
		[50, 20],
		[80, 24],
		[120, 40],
	] as const) {
		const {rows, keys} = answer.draw(fakeCanvas({query, own, width, height, form: 'page'}));
		expect(rows.length).toBeLessThanOrEqual(height);
		expect(Math.max(0, ...rows.map(rowWidth))).toBeLessThanOrEqual(width);
		expect(textOf(rows).join('\n')).not.toMatch(/undefined|NaN|null/);
		expect(new Set(keys).size).toBe(keys.length);
	}
	const scene: Scene = fakeScene({query, own});
	for (const sentence of answer.says(scene)) expect(sentence).toMatch(/[.:!?]$/);
	const {columns, rows} = answer.table(scene);
	for (const row of rows) expect(row).toHaveLength(columns.length);
	expect(() => JSON.stringify(answer.json(scene))).not.toThrow();
});
