import {expect, test} from 'vitest';
import type {Sources} from '../../source/questions/sources.ts';
import {allViews} from '../../source/views/index.ts';
import {fakeNow, fakeSources} from '../helpers/fake-sources.ts';
import {fakeCanvas, queryFor, tell, textOf} from './scene.ts';

const person = 'Zuzanna Quill';
const traces = /Zuzanna|Quill/;

type Given = Readonly<Record<string, unknown>>;

const isPerson = (key: string, {group}: Given, isPeople: boolean): boolean =>
	key === 'user' || key === 'who' || (key === 'name' && (group === 'user' || isPeople));

/** The same answer about one person everywhere; `isPeople`: what it names are people. */
const about = (value: unknown, isPeople: boolean, key = '', around: Given = {}): unknown => {
	if (Array.isArray(value)) return value.map(each => about(each, isPeople, key, around));
	if (typeof value === 'string') {
		if (isPerson(key, around, isPeople)) return person;
		return key === 'player' ? `${person}’s iPad` : value;
	}
	if (typeof value !== 'object' || value === null) return value;
	const given: Given = {...value};
	return Object.fromEntries(Object.entries(given).map(([name, each]) => [name, about(each, isPeople, name, given)]));
};

const events: Partial<Sources> = {
	events: async () => [{at: fakeNow - 60, kind: 'buffering', text: `${person} buffering: The Long Winter`}],
};

const world: Sources = new Proxy(fakeSources(events).sources, {
	get: (sources, question) => {
		const ask: unknown = Reflect.get(sources, question);
		if (typeof ask !== 'function') return ask;
		return async (...asked: readonly unknown[]): Promise<unknown> => {
			const isPeople = /"(by|kind)":"user"/.test(JSON.stringify(asked[0]) ?? '');
			return about(await Reflect.apply(ask, sources, asked), isPeople);
		};
	},
});

test.each(allViews())('$name: where names are not shown, nobody’s stands anywhere', async view => {
	const query = queryFor(view);
	const answer = await tell(view, world, query);
	for (const form of ['pane', 'page', 'report'] as const) {
		for (const width of [40, 80, 200]) {
			const canvas = fakeCanvas({query, width, height: 60, form, names: 'none'});
			const {rows, note, keys} = answer.draw(canvas);
			expect(
				[note, ...textOf(rows), ...textOf([answer.line(canvas).body]), ...answer.says(canvas)].join('\n'),
			).not.toMatch(traces);
			for (const key of form === 'page' ? keys.slice(0, 5) : []) {
				const moved = answer.draw({...canvas, own: {...canvas.own, selection: {key, index: keys.indexOf(key)}}});
				expect(textOf(moved.rows).join('\n')).not.toMatch(traces);
			}
		}
	}
});
