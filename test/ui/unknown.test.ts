import {expect, test} from 'vitest';
import type {Sources} from '../../source/questions/sources.ts';
import {findView} from '../../source/views/index.ts';
import {negativeWorld, unknownWorld} from '../helpers/unknown-world.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from '../views/scene.ts';
import {setStage} from './stage.ts';

const nonsense = /\bnull\b|undefined|NaN|Infinity|Invalid|\[object/;

const sizes = [
	[34, 7],
	[50, 20],
	[80, 24],
	[120, 40],
	[200, 60],
] as const;

test.each(sizes)(
	'%i x %i: what is not known is blank or said, in every pane, small and zoomed',
	async (columns, rows) => {
		const stage = await setStage({columns, rows, sources: unknownWorld});
		for (const digit of ['1', '2', '3', '4', '5', '6']) {
			await stage.press('Escape', digit);
			expect(stage.text()).not.toMatch(nonsense);
			await stage.press(digit);
			expect(stage.text()).not.toMatch(nonsense);
			await stage.press(digit);
		}
	},
);

test('a stream that cannot be read is counted and said', async () => {
	const stage = await setStage({sources: unknownWorld});
	expect(stage.text()).toContain('2 streams');
	expect(stage.text()).toContain('1 stream that cannot be read   d');
	expect(stage.text()).not.toContain('Mb/s   WAN');
});

const draw = async (name: string, given: Partial<Sources>): Promise<string> => {
	const view = findView(name);
	if (!view) throw new Error(`no view ${name}`);
	const query = {...queryFor(view), measure: 'duration' as const};
	const told = await tell(view, given, query);
	const rows = [4, 9, 24].flatMap(height => told.draw(fakeCanvas({query, height})).rows);
	const {body, note} = told.line(fakeCanvas({query, height: 1}));
	return [...textOf([...rows, body]), note, ...told.says(fakeScene({query}))].join('\n');
};

test.each(['hours', 'types'] as const)('%s: sums at or below zero are not nothing', async id => {
	expect(await draw(id, negativeWorld([0]))).toContain('No time was played in 30 days.');
	for (const values of [[-7200], [7200, -7200, 0], [-3_600_000, 7200, 0]]) {
		const shown = await draw(id, negativeWorld(values));
		expect(shown).not.toMatch(/was played|NaN|undefined/);
		expect(shown).toMatch(values.length > 1 ? /[█▁▂▃▄▅▆▇▒]/ : /[−-]\d/);
	}
});
