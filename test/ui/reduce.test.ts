import {expect, test} from 'vitest';
import {type Event, reduce} from '../../source/ui/reduce.ts';
import {firstState, queryOf, type State} from '../../source/ui/state.ts';
import {fakeSettings, fakeSummary} from '../helpers/fake-sources.ts';

const start = firstState({columns: 80, rows: 24});
const after = (...events: readonly Event[]): State => events.reduce(reduce, start);

test.each<[string, readonly Event[], Partial<State>]>([
	['a digit goes to its pane', [{type: 'focus', pane: 'hours'}], {focus: 'hours', zoomed: false}],
	[
		'the same digit again zooms',
		[
			{type: 'focus', pane: 'hours'},
			{type: 'focus', pane: 'hours'},
		],
		{focus: 'hours', zoomed: true},
	],
	['another digit keeps the zoom', [{type: 'zoom'}, {type: 'focus', pane: 'peaks'}], {focus: 'peaks', zoomed: true}],
	[
		'Tab goes round',
		[
			{type: 'turn', by: -1},
			{type: 'turn', by: 1},
			{type: 'turn', by: 1},
		],
		{focus: 'hours'},
	],
	[
		'back ends a page before the zoom',
		[{type: 'zoom'}, {type: 'show', page: 'help'}, {type: 'back'}],
		{page: 'none', zoomed: true},
	],
	[
		'where one pane has the screen, back goes to the streams',
		[{type: 'resized', size: {columns: 50, rows: 20}}, {type: 'focus', pane: 'hours'}, {type: 'back'}],
		{focus: 'now-playing'},
	],
	['elsewhere back leaves the focus', [{type: 'focus', pane: 'hours'}, {type: 'back'}], {focus: 'hours'}],
	['back ends the zoom', [{type: 'zoom'}, {type: 'back'}], {zoomed: false}],
	[
		'help again closes it',
		[
			{type: 'show', page: 'help'},
			{type: 'show', page: 'help'},
		],
		{page: 'none'},
	],
	['the range goes up', [{type: 'range', by: 1}], {days: 90}],
	[
		'the range goes round',
		[
			{type: 'range', by: -1},
			{type: 'range', by: -1},
		],
		{days: 0},
	],
	[
		'a range that is none of them begins with the first',
		[
			{type: 'opened', settings: {...fakeSettings, days: 45}},
			{type: 'range', by: 1},
		],
		{days: 7},
	],
	['plays or hours', [{type: 'axis'}], {yAxis: 'duration'}],
	['films, shows, all', [{type: 'films'}, {type: 'films'}, {type: 'films'}], {mediaType: null}],
	['the board is sorted three ways', [{type: 'sort'}, {type: 'sort'}], {sort: 'name'}],
])('%s', (_, events, expected) => {
	expect(after(...events)).toMatchObject(expected);
});

test('the cursor stays on its stream when the order changes', () => {
	const state = after({type: 'move', by: 1, keys: ['a', 'b', 'c']});
	expect(state.selections['now-playing']).toEqual({key: 'b', index: 1});
	expect(reduce(state, {type: 'move', by: 1, keys: ['b', 'a', 'c']}).selections['now-playing']).toEqual({
		key: 'a',
		index: 1,
	});
});

test('where its stream has gone the cursor stays at its place', () => {
	const state = after({type: 'move', by: 2, keys: ['a', 'b', 'c']});
	expect(reduce(state, {type: 'move', by: 0, keys: ['a', 'b']}).selections['now-playing']).toEqual({
		key: 'b',
		index: 1,
	});
});

test('no row, no cursor', () => {
	expect(after({type: 'move', by: 1, keys: []}).selections).toEqual({});
});

test('on a page the arrows scroll', () => {
	const state = after({type: 'show', page: 'help'}, {type: 'move', by: 3, keys: ['a', 'b']});
	expect([state.scroll, state.selections]).toEqual([3, {}]);
});

test('a run: started, under way, over, forgotten', () => {
	const progress = {step: 'collecting', done: 1, total: 3, label: 'Heist'} as const;
	expect(after({type: 'run-started', at: 5}, {type: 'progress', progress, at: 7}).collecting).toEqual({
		state: 'running',
		startedAt: 5,
		progress,
		isOwn: true,
	});
	expect(after({type: 'progress', progress, at: 7}).collecting).toMatchObject({startedAt: 7, isOwn: false});
	const ended = after({type: 'run-started', at: 5}, {type: 'run-ended', summary: fakeSummary, at: 9});
	expect(ended.collecting).toEqual({state: 'ended', startedAt: 5, endedAt: 9, summary: fakeSummary});
	expect(reduce(ended, {type: 'run-ended', summary: fakeSummary, at: 12})).toBe(ended);
	expect(reduce(ended, {type: 'run-forgotten'}).collecting).toEqual({state: 'idle'});
});

test('a run of the schedule ends with the engine that it ran in, so that c is not dead', () => {
	const trouble = {since: 9, reason: 'The engine was ended by SIGKILL.', retryAt: 9};
	const running = after({type: 'run-started', at: 7}, {type: 'show', page: 'confirm-cancel'});
	expect(reduce(running, {type: 'engine', trouble})).toMatchObject({
		page: 'none',
		collecting: {state: 'idle'},
	});
	expect(reduce(running, {type: 'engine', trouble: null}).collecting.state).toBe('running');
});

test('the question whether to cancel goes away with the run', () => {
	const events: readonly Event[] = [
		{type: 'run-started', at: 5},
		{type: 'show', page: 'confirm-cancel'},
	];
	expect(after(...events, {type: 'run-ended', summary: fakeSummary, at: 9}).page).toBe('none');
	expect(after(...events, {type: 'run-failed', reason: 'Gone.', at: 9}).page).toBe('none');
});

test('a zoom asks for more, of its pane only', () => {
	const state = after({type: 'focus', pane: 'hours'}, {type: 'zoom'});
	expect([queryOf(state, 'hours').zoomed, queryOf(state, 'peaks').zoomed]).toEqual([true, false]);
});
