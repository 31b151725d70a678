import type {YAxis} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';
import type {Progress, RunSummary} from '../domain/run.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import {type BoardSort, boardSorts, type PaneQuery, type Selection} from './components/pane.ts';
import {type PaneId, paneIds} from './panes/index.ts';

export type Size = {readonly columns: number; readonly rows: number};

/** What lies over the panes, if anything. */
export type Page = 'none' | 'help' | 'trouble' | 'confirm-cancel';

/** A run as the screen knows it. Times are Unix seconds. */
export type Collecting =
	| {readonly state: 'idle'}
	| {readonly state: 'running'; readonly startedAt: number; readonly progress: Progress | null}
	| {readonly state: 'ended'; readonly startedAt: number; readonly endedAt: number; readonly summary: RunSummary}
	| {readonly state: 'failed'; readonly endedAt: number; readonly reason: string};

/** Everything that keys and events change; what servers answered is in the readings. */
export type State = {
	readonly size: Size;
	readonly settings: DashboardSettings | null;
	readonly focus: PaneId;
	readonly zoomed: boolean;
	readonly page: Page;
	/** Rows that the page has been scrolled down. */
	readonly scroll: number;
	readonly selections: Readonly<Partial<Record<PaneId, Selection>>>;
	readonly days: Days;
	readonly yAxis: YAxis;
	readonly mediaType: string | null;
	readonly homeOnly: boolean;
	readonly sort: BoardSort;
	readonly collecting: Collecting;
};

export type Event =
	| {readonly type: 'resized'; readonly size: Size}
	| {readonly type: 'opened'; readonly settings: DashboardSettings}
	| {readonly type: 'focus'; readonly pane: PaneId}
	| {readonly type: 'turn'; readonly by: 1 | -1}
	| {readonly type: 'zoom'}
	| {readonly type: 'open'}
	| {readonly type: 'back'}
	| {readonly type: 'show'; readonly page: Page}
	| {readonly type: 'move'; readonly by: number; readonly keys: readonly string[]}
	| {readonly type: 'range'; readonly by: 1 | -1}
	| {readonly type: 'axis'}
	| {readonly type: 'films'}
	| {readonly type: 'home-only'}
	| {readonly type: 'sort'}
	| {readonly type: 'run-started'; readonly at: number}
	| {readonly type: 'progress'; readonly progress: Progress; readonly at: number}
	| {readonly type: 'run-ended'; readonly summary: RunSummary; readonly at: number}
	| {readonly type: 'run-failed'; readonly reason: string; readonly at: number}
	| {readonly type: 'run-forgotten'};

/** The windows that `t` goes through; 0 is all time. */
export const ranges: readonly Days[] = [7, 30, 90, 365, 0];
const mediaTypes: ReadonlyArray<string | null> = [null, 'movie', 'show'];

export const firstState = (size: Size): State => ({
	size,
	settings: null,
	focus: 'now-playing',
	zoomed: false,
	page: 'none',
	scroll: 0,
	selections: {},
	days: 30,
	yAxis: 'plays',
	mediaType: null,
	homeOnly: false,
	sort: 'rank',
	collecting: {state: 'idle'},
});

/** The element after (or before) this one, round and round; the first where it is none of them. */
const turned = <Value>(values: readonly Value[], current: Value, by: number): Value => {
	const index = (values.indexOf(current) + by + values.length) % values.length;
	return values[index] ?? current;
};

/** Where the cursor stands among these rows: at its key, else where that key was. */
export const selectedIndex = (selection: Selection | null | undefined, keys: readonly string[]): number => {
	if (!selection) return 0;
	const found = keys.indexOf(selection.key);
	return found === -1 ? Math.min(selection.index, Math.max(0, keys.length - 1)) : found;
};

const moved = (state: State, by: number, keys: readonly string[]): State => {
	if (state.page !== 'none') return {...state, scroll: Math.max(0, Math.min(200, state.scroll + by))};
	const index = Math.max(0, Math.min(keys.length - 1, selectedIndex(state.selections[state.focus], keys) + by));
	const key = keys[index];
	if (key === undefined) return state;
	return {...state, selections: {...state.selections, [state.focus]: {key, index}}};
};

/** One step back: what lies over the panes, then the zoom. */
const back = (state: State): State => (state.page === 'none' ? {...state, zoomed: false} : {...state, page: 'none'});

const opened = (state: State, settings: DashboardSettings): State => ({
	...state,
	settings,
	days: settings.days,
	yAxis: settings.yAxis,
});

/** The state after an event. Pure: no clock, no terminal, no server. */
export const reduce = (state: State, event: Event): State => {
	switch (event.type) {
		case 'resized':
			return {...state, size: event.size};
		case 'opened':
			return opened(state, event.settings);
		case 'focus':
			return event.pane === state.focus
				? {...state, page: 'none', zoomed: !state.zoomed}
				: {...state, page: 'none', focus: event.pane};
		case 'turn':
			return {...state, page: 'none', focus: turned(paneIds, state.focus, event.by)};
		case 'zoom':
			return {...state, page: 'none', zoomed: !state.zoomed};
		case 'open':
			return {...state, page: 'none', zoomed: true};
		case 'back':
			return back(state);
		case 'show':
			return {...state, scroll: 0, page: state.page === event.page ? 'none' : event.page};
		case 'move':
			return moved(state, event.by, event.keys);
		case 'range':
			return {...state, days: turned(ranges, state.days, event.by)};
		case 'axis':
			return {...state, yAxis: state.yAxis === 'plays' ? 'duration' : 'plays'};
		case 'films':
			return {...state, mediaType: turned(mediaTypes, state.mediaType, 1)};
		case 'home-only':
			return {...state, homeOnly: !state.homeOnly};
		case 'sort':
			return {...state, sort: turned(boardSorts, state.sort, 1)};
		case 'run-started':
			return {...state, collecting: {state: 'running', startedAt: event.at, progress: null}};
		case 'progress':
			return {...state, collecting: {state: 'running', startedAt: startOf(state, event.at), progress: event.progress}};
		case 'run-ended':
			// Our own run's end is heard twice: as an answer and as news.
			if (state.collecting.state === 'ended') return state;
			return {
				...withoutConfirm(state),
				collecting: {state: 'ended', startedAt: startOf(state, event.at), endedAt: event.at, summary: event.summary},
			};
		case 'run-failed':
			return {...withoutConfirm(state), collecting: {state: 'failed', endedAt: event.at, reason: event.reason}};
		case 'run-forgotten':
			return {...state, collecting: {state: 'idle'}};
	}
};

const startOf = (state: State, at: number): number =>
	state.collecting.state === 'running' ? state.collecting.startedAt : at;

const withoutConfirm = (state: State): State => (state.page === 'confirm-cancel' ? {...state, page: 'none'} : state);

/** What a pane asks for in this state. */
export const queryOf = (state: State, pane: PaneId): PaneQuery => ({
	days: state.days,
	yAxis: state.yAxis,
	mediaType: state.mediaType,
	zoomed: state.zoomed && state.focus === pane,
	selected: state.selections[pane]?.key ?? null,
});
