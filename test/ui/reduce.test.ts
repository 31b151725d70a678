import {expect, test} from 'vitest';
import {type Event, reduce} from '../../source/ui/reduce.ts';
import {firstState, ownOf, type State} from '../../source/ui/state.ts';
import type {Step} from '../../source/views/plan/view.ts';
import {fakeSettings, fakeSummary} from '../helpers/fake-sources.ts';

const start = firstState({columns: 80, rows: 24});
const after = (...events: readonly Event[]): State => events.reduce(reduce, start);

const people: Step = {view: 'users'};
const marta = {id: '1', name: 'marta'};
const where = {user: [marta]};

test.each<[string, readonly Event[], Partial<State>]>([
	['a digit goes to its pane', [{type: 'focus', place: 1}], {focus: 1, trail: []}],
	[
		'the same digit again zooms',
		[
			{type: 'focus', place: 1},
			{type: 'focus', place: 1},
		],
		{focus: 1, trail: [{view: 'hours', where: {}}]},
	],
	['another digit leaves the page', [{type: 'zoom'}, {type: 'focus', place: 3}], {focus: 3, trail: []}],
	[
		'Tab goes round',
		[
			{type: 'turn', by: -1},
			{type: 'turn', by: 1},
			{type: 'turn', by: 1},
		],
		{focus: 1},
	],
	[
		'back ends what lies over a page before the page',
		[{type: 'zoom'}, {type: 'show', overlay: 'help'}, {type: 'back'}],
		{overlay: 'none', trail: [{view: 'now', where: {}}]},
	],
	[
		'where one pane has the screen, back goes to the first',
		[{type: 'resized', size: {columns: 50, rows: 20}}, {type: 'focus', place: 1}, {type: 'back'}],
		{focus: 0},
	],
	['elsewhere back leaves the focus', [{type: 'focus', place: 1}, {type: 'back'}], {focus: 1}],
	['zoom again ends it', [{type: 'zoom'}, {type: 'zoom'}], {trail: []}],
	[
		'back goes page by page',
		[{type: 'step', step: people}, {type: 'step', step: {view: 'history', where}}, {type: 'back'}],
		{trail: [{view: 'users', where: {}}]},
	],
	[
		'a page is narrowed by all that narrows the one before, what came last last',
		[
			{type: 'step', step: {view: 'history', where: {hour: [{id: '21', name: '21:00'}], ...where}}},
			{type: 'step', step: {view: 'history', where: {hour: [{id: '4', name: '04:00'}]}}},
			{type: 'drop-chip'},
		],
		{
			trail: [
				{view: 'history', where: {hour: [{id: '21', name: '21:00'}], ...where}},
				{view: 'history', where},
			],
		},
	],
	[
		'help again closes it',
		[
			{type: 'show', overlay: 'help'},
			{type: 'show', overlay: 'help'},
		],
		{overlay: 'none'},
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
	['plays, hours', [{type: 'measure', measures: ['plays', 'duration']}], {measure: 'duration'}],
	[
		'the configuration names the views of some places, the others stay',
		[{type: 'opened', settings: {...fakeSettings, panes: ['users', 'history']}}],
		{places: ['users', 'history', 'types', 'peaks', 'collections', 'status', 'capacity']},
	],
])('%s', (_, events, expected) => {
	expect(after(...events)).toMatchObject(expected);
});

const ownAfter = (...events: readonly Event[]) => ownOf(after(...events), 'now');

test('the cursor stays on its row when the order changes; where that has gone, at its place', () => {
	const moved: Event = {type: 'move', by: 1, keys: ['a', 'b', 'c']};
	expect(ownAfter(moved).selection).toEqual({key: 'b', index: 1});
	expect(ownAfter(moved, {type: 'move', by: 1, keys: ['b', 'a', 'c']}).selection).toEqual({key: 'a', index: 1});
	expect(ownAfter({type: 'move', by: -1, keys: ['a', 'b', 'c'], start: 2}).selection).toEqual({key: 'b', index: 1});
	expect(ownAfter({type: 'move', by: 1, keys: []}).selection).toBeNull();
});

test('over the panes the arrows scroll, and no further than there is something', () => {
	const state = after({type: 'show', overlay: 'details'}, {type: 'move', by: 3, keys: ['a', 'b']});
	expect([state.scroll, state.perView]).toEqual([1, {}]);
});

test('a movement that moves nothing leaves the state as it was', () => {
	const keys = ['a', 'b'];
	const down: Event = {type: 'move', by: 1, keys};
	const last = after(down);
	expect(reduce(last, down)).toBe(last);
	expect(reduce(start, {type: 'move', by: 1, keys: []})).toBe(start);
	expect(reduce(start, {type: 'back'})).toBe(start);
});

test('the past: esc undoes the last step first, then leads home to now', () => {
	const there = after({type: 'moment', at: 900}, {type: 'step', step: people}, {type: 'moment', at: 600});
	const steps = [there];
	for (let each = 0; each < 3; each += 1) steps.push(reduce(steps.at(-1) ?? start, {type: 'back'}));
	expect(steps.map(({moment, trail}) => [moment, trail.length])).toEqual([
		[600, 1],
		[900, 1],
		[900, 0],
		[null, 0],
	]);
});

test('what opens a moment takes the whole screen there; back is back at the time before', () => {
	const there = after({type: 'step', step: {view: 'now', window: {days: 30, at: 700}}});
	expect(there).toMatchObject({moment: 700, trail: [{view: 'now', where: {}}]});
	expect(there.trail[0]?.window).toBeUndefined();
	expect(reduce(there, {type: 'focus', place: 0})).toMatchObject({moment: 700, trail: []});
	expect(reduce(there, {type: 'back'})).toMatchObject({moment: null, trail: []});
});

test('back from a zoom the cursor is where it was moved to; back from the same view as a page, where it was before', () => {
	const moved: Event = {type: 'move', by: 1, keys: ['a', 'b', 'c']};
	expect(ownAfter({type: 'zoom'}, moved, {type: 'zoom'}).selection).toEqual({key: 'b', index: 1});
	expect(ownAfter(moved, {type: 'step', step: {view: 'now', where}}).selection).toBeNull();
	expect(ownAfter(moved, {type: 'step', step: {view: 'now', where}}, {type: 'back'}).selection?.key).toBe('b');
	expect(ownAfter(moved, {type: 'step', step: {view: 'now', where}}, {type: 'focus', place: 0}).selection?.key).toBe(
		'b',
	);
});

test('- drops the filter before what narrows the page', () => {
	const filtered = after(
		{type: 'step', step: {view: 'history', where}},
		{type: 'type', into: 'filter'},
		{type: 'typed', text: 'h'},
	);
	const once = reduce(filtered, {type: 'drop-chip'});
	expect([ownOf(once, 'history').filter, once.trail.at(-1)?.where]).toEqual(['', where]);
	expect(reduce(once, {type: 'drop-chip'}).trail.at(-1)?.where).toEqual({});
});

test("a view's own keys change its own state: order, its reverse, switches", () => {
	const keys = {
		sorts: ['user', 'plays'],
		switches: [{id: 'type', action: 'films', values: ['all', 'movie'], asks: true}],
	} as const;
	const own = (action: 'sort' | 'reverse' | 'films'): Event => ({type: 'own', action, keys});
	expect(ownAfter(own('sort'), own('sort'), own('reverse'))).toMatchObject({sort: 'plays', reverse: true});
	expect(ownAfter(own('sort'), own('sort'), own('sort'))).toMatchObject({sort: null});
	expect(ownAfter(own('films')).switches).toEqual({type: 'movie'});
});

test('pages of columns go round and round, where there are several', () => {
	const press = (action: 'columns-left' | 'columns-right', pages: number): Event => ({
		type: 'own',
		action,
		keys: {sorts: [], switches: [], pages},
	});
	const right = press('columns-right', 3);
	expect([ownAfter(right).page, ownAfter(right, right, right).page]).toEqual([1, 0]);
	expect(ownAfter(press('columns-left', 3)).page).toBe(2);
	expect(after(press('columns-right', 1)).perView).toEqual({});
});

test('a filter counts as it is typed; Esc takes it back, Enter keeps it, a page begins without one', () => {
	const typed: readonly Event[] = [
		{type: 'focus', place: 4},
		{type: 'type', into: 'filter'},
		{type: 'typed', text: 'har'},
	];
	const listAfter = (...events: readonly Event[]) => ownOf(after(...events), 'collections');
	expect(ownAfter({type: 'type', into: 'filter'}, {type: 'typed', text: 'har'}).filter).toBe('');
	expect(listAfter(...typed).filter).toBe('har');
	expect(listAfter(...typed, {type: 'typed-end', keep: true}).filter).toBe('har');
	expect(listAfter(...typed, {type: 'typed-end', keep: false}).filter).toBe('');
	expect(listAfter(...typed, {type: 'typed-end', keep: true}, {type: 'back'}).filter).toBe('');
	expect(listAfter(...typed, {type: 'step', step: {view: 'collections'}}).filter).toBe('');
});

test('a run: started, under way, over, forgotten', () => {
	const progress = {step: 'collecting', done: 1, total: 3, label: 'Heist'} as const;
	expect(after({type: 'run-started', at: 5}, {type: 'progress', progress, at: 7}).collecting).toEqual({
		state: 'running',
		startedAt: 5,
		stepAt: 7,
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
	const running = after({type: 'run-started', at: 7}, {type: 'show', overlay: 'confirm-cancel'});
	expect(reduce(running, {type: 'engine', trouble})).toMatchObject({
		overlay: 'none',
		collecting: {state: 'idle'},
	});
	expect(reduce(running, {type: 'engine', trouble: null}).collecting.state).toBe('running');
});

test('the question whether to cancel goes away with the run', () => {
	const events: readonly Event[] = [
		{type: 'run-started', at: 5},
		{type: 'show', overlay: 'confirm-cancel'},
	];
	expect(after(...events, {type: 'run-ended', summary: fakeSummary, at: 9}).overlay).toBe('none');
	expect(after(...events, {type: 'run-failed', reason: 'Gone.', at: 9}).overlay).toBe('none');
});

test('the mouse that was switched on before the settings came stays on', () => {
	const state = after({type: 'mouse'}, {type: 'opened', settings: {...fakeSettings, mouse: false}});
	expect(state.mouse).toBe(true);
});
