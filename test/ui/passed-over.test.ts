import {expect, test} from 'vitest';
import type {PassedOver} from '../../source/domain/settings.ts';
import {fakeSettings} from '../helpers/fake-sources.ts';
import {type Stage, setStage} from './stage.ts';

const slip: PassedOver = {
	name: 'config.yaml',
	sentences: ['/home/me/config.yaml was passed over: it is empty.', 'Did you mean api_key?'],
	meant: true,
};
const foreign: PassedOver = {
	name: 'config.yaml',
	sentences: ['/srv/config.yaml was passed over: foreign.'],
	meant: false,
};

const demoWith = (passedOver: readonly PassedOver[], columns = 80, rows = 24): Promise<Stage> =>
	setStage({
		columns,
		rows,
		sources: {settings: async () => ({...fakeSettings, demo: true, unconfigured: true, passedOver})},
	});

const firstRow = (stage: Stage): string => stage.text().split('\n')[0] ?? '';

test.each([
	[200, 60],
	[120, 40],
	[80, 24],
	[60, 20],
	[40, 10],
	[30, 8],
	[24, 2],
	[20, 1],
])('a file that was passed over is named over the demo at %ix%i', async (columns, rows) => {
	const stage = await demoWith([foreign, slip], columns, rows);
	expect(firstRow(stage)).toContain('config.yaml');
	if (columns >= 40) expect(firstRow(stage)).toMatch(/config\.yaml (?:was )?passed over/);
	if (columns >= 60) expect(firstRow(stage)).toContain('demo: config.yaml was passed over');
	if (columns >= 80) expect(firstRow(stage)).toContain('d says why');
});

test('d says why, line for line, and the status counts it', async () => {
	const stage = await demoWith([slip], 120, 40);
	expect(stage.text()).toContain('2 warnings');
	await stage.press('d');
	for (const sentence of slip.sentences) expect(stage.text()).toContain(sentence);
});

test('a file of another program is no alarm, and d names it', async () => {
	const stage = await demoWith([foreign], 120, 40);
	expect(firstRow(stage)).not.toContain('config.yaml');
	expect(stage.text()).not.toMatch(/\d warnings?/);
	await stage.press('d');
	expect(stage.text()).toContain('/srv/config.yaml was passed over: foreign.');
});

test.each([
	[120, 'demo: i connects your server'],
	[80, 'demo: i connects your server'],
	[64, 'demo: i connects '],
	[40, 'demo'],
])('a demo of nothing configured names the key that ends it, at %i columns', async (columns, words) => {
	const stage = await demoWith([], columns, 24);
	expect(firstRow(stage)).toContain(words);
	await stage.press('i');
	expect(stage.inits).toHaveLength(1);
});

test('where the view has a meaning for that key it keeps it', async () => {
	const stage = await demoWith([], 80, 24);
	await stage.press('0', ...'unwatched', 'enter', 'i');
	expect(stage.inits).toHaveLength(0);
});

test('with a configuration it does nothing', async () => {
	const stage = await setStage({sources: {}});
	await stage.press('i');
	expect(stage.inits).toHaveLength(0);
	expect(stage.text()).toContain('i does nothing here');
});

test('a demo that was asked for is one', async () => {
	const settings = {...fakeSettings, demo: true, unconfigured: false, passedOver: [slip]};
	const stage = await setStage({sources: {settings: async () => settings}});
	expect(firstRow(stage)).toMatch(/^ demo +\S/);
});
