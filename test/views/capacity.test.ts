import {expect, test} from 'vitest';
import type {CapacityAnswer} from '../../source/domain/streams/capacity.ts';
import {capacity} from '../../source/views/capacity/index.ts';
import {firstOwn} from '../../source/views/plan/own.ts';
import {fakeNow, fakeSources} from '../helpers/fake-sources.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from './scene.ts';

const drawnWith = async (given: Partial<CapacityAnswer>, canvas = {}) => {
	const answer = {
		...(await fakeSources().sources.capacity({window: {days: 30}}, new AbortController().signal)),
		...given,
	};
	const told = await tell(capacity, {capacity: async () => answer});
	return {told, drawing: told.draw(fakeCanvas({query: queryFor(capacity), height: 20, form: 'page', ...canvas}))};
};

test('the cursor is on the first day, goes up to now, and down from any column to the first day', async () => {
	const {told, drawing} = await drawnWith({});
	const {keys, start = 0} = drawing;
	expect(keys[start]).toBe('2026-11-22');
	expect(drawing.across).toBeUndefined();
	expect(keys).toHaveLength(63);
	const key = keys[20] ?? '';
	const own = {...firstOwn, selection: {key, index: 20}};
	const moved = told.draw(fakeCanvas({query: queryFor(capacity), height: 20, form: 'page', own}));
	expect(20 + (moved.across ?? 0)).toBe(start);
	expect(textOf(moved.rows).find(row => row.includes('╎'))).toMatch(/╎19:08/);
	expect(textOf(moved.rows).join('\n')).toMatch(/19:08 {2}17.5 Mb\/s \(44 %\), the most of 3 minutes/);
	const from = Number(key.split('+')[0]);
	expect(told.enter(key, fakeScene())).toEqual({view: 'now', window: {days: 30, at: from + 120 + 59}});
	expect(told.enter(keys[0] ?? '', fakeScene())).toBeNull();
});

test('a pane shows a day, a page the last hours; where the records begin is said', async () => {
	const pane = await drawnWith({seenFrom: fakeNow - 3 * 3600}, {form: 'pane', width: 66, height: 18});
	expect(pane.drawing.note).toBe('WAN, 24 hours, limit 40 Mb/s');
	expect(textOf(pane.drawing.rows).join('\n')).toMatch(/from 18:04/);
	expect((await drawnWith({})).drawing.note).toBe('WAN, limit 40 Mb/s, 3 hours and 30 days');
});

test('without a limit there is no percentage, and it is said how to set it', async () => {
	const {days} = await fakeSources().sources.capacity({window: {days: 30}}, new AbortController().signal);
	const unlimited = days.map(day => ({...day, minutesOver: null}));
	const {drawing} = await drawnWith({limitKbps: null, days: unlimited}, {width: 120});
	const text = textOf(drawing.rows).join('\n');
	expect(text).toContain('set dashboard.upload_mbps to what the line can send');
	expect(text).not.toMatch(/%|┄|over/);
});

test('what nobody saw is no zero', async () => {
	const recent = Array.from({length: 1440}, (_, index) => (index < 1380 ? null : index < 1410 ? 0 : 8000));
	const rows = textOf((await drawnWith({recent})).drawing.rows);
	expect(rows.find(row => row.startsWith('   0'))).toMatch(/^ {3}0 ·{39} {10}█{11}$/);
});
