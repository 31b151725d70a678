import {expect, test} from 'vitest';
import type {Sources} from '../../source/questions/sources.ts';
import {fakeSources} from '../helpers/fake-sources.ts';
import {setStage} from './stage.ts';

/** A large window; what was asked of titles, by their collection. */
const setLarge = async (size = {columns: 200, rows: 60}) => {
	const asked: string[] = [];
	const {sources} = fakeSources();
	const plays: Sources['plays'] = async (query, signal) => {
		const [collection] = query.where.collection ?? [];
		if (query.by === 'title' && collection) asked.push(collection.name);
		return sources.plays(query, signal);
	};
	const stage = await setStage({...size, sources: {plays}});
	return {stage, asked};
};

test('below the board of a large window stand the titles of the chosen collection, asked when the cursor rests', async () => {
	const {stage, asked} = await setLarge();
	await stage.clock.pass(1);
	const [first, ...others] = new Set(asked);
	expect(others).toEqual([]);
	expect(stage.text()).toContain(`─ Titles of ${first} ─`);
	asked.length = 0;
	await stage.press('5', 'j', 'j');
	expect(asked).toEqual([]);
	await stage.clock.pass(1);
	expect(new Set(asked).size).toBe(1);
	expect(asked).not.toContain(first);
	expect(stage.text()).toContain(`─ Titles of ${asked[0]} ─`);
});

test('what was asked of a collection is there at once on the way back', async () => {
	const {stage} = await setLarge();
	await stage.clock.pass(1);
	const below = (): string => stage.text().split('─ Titles of ')[1] ?? '';
	const before = below();
	await stage.press('5', 'j');
	await stage.clock.pass(1);
	await stage.press('k');
	expect(below()).toBe(before);
	expect(before).toMatch(/plays/);
});

test('nothing is asked where there is no room for it', async () => {
	const {stage, asked} = await setLarge({columns: 120, rows: 40});
	await stage.clock.pass(1);
	expect(asked).toEqual([]);
	expect(stage.text()).not.toContain('Titles of');
});
