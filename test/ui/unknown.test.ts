import {expect, test} from 'vitest';
import type {Sources} from '../../source/questions/sources.ts';
import type {PaneId} from '../../source/ui/panes/index.ts';
import {paneIds, paneOf} from '../../source/ui/panes/index.ts';
import {speakers} from '../../source/ui/reader/panes.ts';
import {fakeNow, fakeSources} from '../helpers/fake-sources.ts';
import {negativeWorld, unknownWorld} from '../helpers/unknown-world.ts';
import {fakeFrame, textOf} from './frame.ts';
import {fakeVoice} from './reader/voice.ts';
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

const load = async <Id extends PaneId>(id: Id, given: Partial<Sources>, yAxis: 'plays' | 'duration') =>
	paneOf(id).load({
		sources: fakeSources(given).sources,
		query: {days: 30, yAxis, mediaType: null, zoomed: true, selected: null},
		signal: new AbortController().signal,
		previous: null,
		now: fakeNow,
	});

const say = async <Id extends PaneId>(id: Id, given: Partial<Sources>, yAxis: 'plays' | 'duration') =>
	speakers[id](await load(id, given, yAxis), fakeVoice());

test.each(paneIds)('%s: nothing unknown is spoken as a number', async id => {
	for (const yAxis of ['plays', 'duration'] as const) {
		expect((await say(id, unknownWorld, yAxis)).join('\n')).not.toMatch(nonsense);
	}
});

const draw = async <Id extends PaneId>(id: Id, given: Partial<Sources>): Promise<string> => {
	const data = await load(id, given, 'duration');
	const pane = paneOf(id);
	const rows = [4, 9, 24].flatMap(height => pane.model(data, fakeFrame({height, zoomed: height > 9})).rows);
	const brief = pane.brief(data, fakeFrame({height: 1}));
	return [...textOf([...rows, brief.body]), brief.note].join('\n');
};

test.each(['hours', 'stream-types'] as const)('%s: sums at or below zero are not nothing', async id => {
	expect(await draw(id, negativeWorld([0]))).toContain('No time was played in 30 days.');
	for (const values of [[-7200], [7200, -7200, 0], [-3_600_000, 7200, 0]]) {
		const shown = `${await draw(id, negativeWorld(values))}\n${(await say(id, negativeWorld(values), 'duration')).join('\n')}`;
		expect(shown).not.toMatch(/was played|nothing played|NaN|undefined/);
		expect(shown).toMatch(values.length > 1 ? /[█▁▂▃▄▅▆▇▒]/ : /[−-]\d/);
	}
});
