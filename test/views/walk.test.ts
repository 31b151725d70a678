import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {rowWidth} from '../../source/canvas/row.ts';
import {AppError} from '../../source/domain/app-error.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {allViews, viewGroups} from '../../source/views/index.ts';
import {firstOwn} from '../../source/views/plan/own.ts';
import type {View} from '../../source/views/plan/view.ts';
import {fakeSources} from '../helpers/fake-sources.ts';
import {unknownWorld} from '../helpers/unknown-world.ts';
import {chanceFrom} from '../ui/random.ts';
import {randomWorld} from '../ui/random-world.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from './scene.ts';

const views = allViews();

const sizes = [
	[20, 3],
	[38, 12],
	[50, 20],
	[80, 24],
	[120, 40],
	[200, 60],
] as const;
const forms = ['pane', 'page', 'report'] as const;
const nonsense = /\bnull\b|undefined|NaN|Infinity|Invalid|\[object/;

const worlds: ReadonlyArray<readonly [string, Partial<Sources>]> = [
	['usual', {}],
	['unknown', unknownWorld],
	...[1, 2, 3, 4].map(seed => [`random ${seed}`, randomWorld(chanceFrom(seed))] as const),
];

/** The answer, or null where the random world failed. */
const told = async (view: View, world: Partial<Sources>) => {
	try {
		return await tell(view, world);
	} catch (error) {
		if (error instanceof AppError) return null;
		throw error;
	}
};

describe.each(views)('$name', view => {
	test.each(worlds)('fits any canvas, and says no nonsense: %s', async (_, world) => {
		const answer = await told(view, world);
		if (!answer) return;
		const query = queryFor(view);
		for (const [width, height] of sizes) {
			for (const form of forms) {
				const canvas = fakeCanvas({query, width, height: form === 'report' ? Number.POSITIVE_INFINITY : height, form});
				const {rows, note, keys} = answer.draw(canvas);
				expect(rows.length).toBeLessThanOrEqual(canvas.height);
				expect(textOf(rows).join('\n')).not.toMatch(nonsense);
				expect(note).not.toMatch(nonsense);
				expect(new Set(keys).size).toBe(keys.length);
				const {body} = answer.line(canvas);
				expect(textOf([body]).join('')).not.toMatch(nonsense);
				if (form !== 'report') expect(Math.max(0, ...rows.map(rowWidth))).toBeLessThanOrEqual(width);
			}
		}
	});

	test('says sentences, the first of which is its line', async () => {
		const answer = await tell(view);
		const sentences = answer.says(fakeScene({query: queryFor(view)}));
		expect(sentences.length).toBeGreaterThan(0);
		for (const sentence of sentences) expect(sentence).toMatch(/[.:!?]$/);
	});

	test('has one id for a column: in JSON, CSV, for sorting and for filtering', async () => {
		const answer = await tell(view);
		const scene = fakeScene({query: queryFor(view)});
		const {columns, rows} = answer.table(scene);
		for (const row of rows) expect(row).toHaveLength(columns.length);
		expect(new Set(columns).size).toBe(columns.length);
		expect(() => JSON.stringify(answer.json(scene))).not.toThrow();
		for (const id of view.keys.sorts) expect(view.columns).toContain(id);
	});

	test('can be sorted by each of its columns, both ways, and filtered', async () => {
		for (const sort of view.keys.sorts) {
			for (const reverse of [false, true]) {
				const own = {...firstOwn, sort, reverse};
				const answer = await tell(view, {}, queryFor(view), own);
				const canvas = fakeCanvas({query: queryFor(view), own, height: 20, form: 'page'});
				expect(answer.draw(canvas).rows.length).toBeGreaterThan(0);
				const filtered = answer.draw({...canvas, own: {...own, filter: 'no row holds this'}});
				if (!view.takes.rows) expect(filtered.keys).toEqual([]);
			}
		}
	});

	test('looks like its picture, alone', async () => {
		const answer = await tell(view);
		const canvas = fakeCanvas({query: queryFor(view), width: 80, height: 16, form: 'page'});
		const {rows, note} = answer.draw(canvas);
		const file = path.join(import.meta.dirname, 'golden', `${view.name}.txt`);
		await expect(`${view.title}: ${note}\n${textOf(rows).join('\n')}\n`).toMatchFileSnapshot(file);
	});
});

test('each is listed under its own name', () => {
	const listed = viewGroups.flatMap(({entries}) => entries);
	expect(listed.map(({name}) => name)).toEqual(listed.map(({view}) => view().name));
});

test('no two views share a name, and each is a word that can be typed', () => {
	const names = views.map(({name}) => name);
	expect(new Set(names).size).toBe(names.length);
	for (const name of names) expect(name).toMatch(/^[a-z]+$/);
});

test('what opens for a row is a view that there is', async () => {
	for (const view of views) {
		const answer = await tell(view);
		const scene = fakeScene({query: queryFor(view)});
		for (const key of answer.draw(fakeCanvas({query: queryFor(view), height: 20})).keys) {
			const step = answer.enter(key, scene);
			if (step) expect(views.map(({name}) => name)).toContain(step.view);
		}
	}
});

test('what opens for a row is narrowed by what the rows were counted by', async () => {
	const alike: Readonly<Record<string, readonly string[]>> = {
		mediaType: ['media'],
		hour: ['hour', 'calendar'],
		weekday: ['weekday', 'calendar'],
	};
	for (const view of views) {
		const groups = new Set<string>();
		const {plays} = fakeSources().sources;
		const counting: Partial<Sources> = {
			plays: (query, signal) => {
				groups.add(query.by);
				return plays(query, signal);
			},
		};
		const answer = await tell(view, counting);
		const scene = fakeScene({query: queryFor(view)});
		for (const key of answer.draw(fakeCanvas({query: queryFor(view), height: 20})).keys) {
			for (const kind of Object.keys(answer.enter(key, scene)?.where ?? {})) {
				const groupsOfKind = (alike[kind] ?? [kind]).filter(group => groups.has(group));
				if (groups.size > 0) expect([view.name, groupsOfKind]).not.toEqual([view.name, []]);
			}
		}
	}
});
