import type {EngineTrouble} from '../domain/engine-trouble.ts';
import type {Days} from '../domain/period.ts';
import type {Progress, RunSummary} from '../domain/run.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import {boardSorts} from './components/pane.ts';
import {windowClassOf} from './layout.ts';
import {type PaneId, paneIds} from './panes/index.ts';
import {type Collecting, type Page, type Size, type State, selectedIndex} from './state.ts';

/** What happens: by a key, by the terminal, by a run. */
export type Event =
	| {readonly type: 'resized'; readonly size: Size}
	| {readonly type: 'opened'; readonly settings: DashboardSettings}
	/** They were read anew; what the keys chose since stays. */
	| {readonly type: 'settings'; readonly settings: DashboardSettings}
	/** Tautulli's zone has been found out. */
	| {readonly type: 'zone'; readonly timezone: string}
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
	| {readonly type: 'run-forgotten'}
	| {readonly type: 'syncing'; readonly progress: Progress | null}
	| {readonly type: 'engine'; readonly trouble: EngineTrouble | null}
	| {readonly type: 'odd'; readonly sentence: string};

/** The windows that `t` goes through; 0 is all time. */
export const ranges: readonly Days[] = [7, 30, 90, 365, 0];
const mediaTypes: ReadonlyArray<string | null> = [null, 'movie', 'show'];

/** The element after (or before) this one, round and round; the first where it is none of them. */
const turned = <Value>(values: readonly Value[], current: Value, by: number): Value => {
	const index = (values.indexOf(current) + by + values.length) % values.length;
	const next = values[index];
	return next === undefined ? current : next;
};

const moved = (state: State, by: number, keys: readonly string[]): State => {
	if (state.page !== 'none') return {...state, scroll: Math.max(0, Math.min(200, state.scroll + by))};
	const index = Math.max(0, Math.min(keys.length - 1, selectedIndex(state.selections[state.focus], keys) + by));
	const key = keys[index];
	if (key === undefined) return state;
	return {...state, selections: {...state.selections, [state.focus]: {key, index}}};
};

/** One step back: what lies over the panes, then the zoom; where one pane has the screen, to the streams. */
const back = (state: State): State => {
	if (state.page !== 'none') return {...state, page: 'none'};
	if (state.zoomed) return {...state, zoomed: false};
	const windowClass = windowClassOf(state.size);
	return windowClass === 'small' || windowClass === 'tiny' ? {...state, focus: 'now-playing'} : state;
};

const opened = (state: State, settings: DashboardSettings): State => ({
	...state,
	settings,
	days: settings.days,
	yAxis: settings.yAxis,
	odd: settings.odd.reduce(withOdd, state.odd),
});

/** More odd things than this are a list that nobody reads. */
const mostOdd = 20;

const withOdd = (odd: readonly string[], sentence: string): readonly string[] =>
	odd.includes(sentence) ? odd : [...odd, sentence].slice(-mostOdd);

/** The state after an event. Pure: no clock, no terminal, no server. */
export const reduce = (state: State, event: Event): State => {
	switch (event.type) {
		case 'resized':
			return {...state, size: event.size};
		case 'opened':
			return opened(state, event.settings);
		case 'settings':
			return {...state, settings: event.settings};
		case 'zone':
			return {...state, settings: state.settings && {...state.settings, timezone: event.timezone}};
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
			return {...state, collecting: {state: 'running', startedAt: event.at, progress: null, isOwn: true}};
		case 'progress':
			return {...state, collecting: progressed(state, event)};
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
		case 'syncing':
			return {...state, syncing: event.progress};
		case 'engine':
			return event.trouble ? withoutEngine(state, event.trouble) : {...state, engine: null};
		case 'odd':
			return {...state, odd: withOdd(state.odd, event.sentence)};
	}
};

/** What it was at has ended with it, runs of the schedule too: nobody else would tell of their end. */
const withoutEngine = (state: State, trouble: EngineTrouble): State => {
	const lost: State = {...state, engine: trouble, syncing: null};
	if (state.collecting.state !== 'running') return lost;
	return {...withoutConfirm(lost), collecting: {state: 'idle'}};
};

const startOf = (state: State, at: number): number =>
	state.collecting.state === 'running' ? state.collecting.startedAt : at;

const progressed = ({collecting}: State, {progress, at}: Event & {type: 'progress'}): Collecting => {
	const begun = collecting.state === 'running' ? collecting : {startedAt: at, isOwn: false};
	return {state: 'running', startedAt: begun.startedAt, isOwn: begun.isOwn, progress};
};

const withoutConfirm = (state: State): State => (state.page === 'confirm-cancel' ? {...state, page: 'none'} : state);
