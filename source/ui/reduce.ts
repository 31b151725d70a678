import type {Action} from '../domain/actions.ts';
import type {EngineTrouble} from '../domain/engine-trouble.ts';
import type {Measure} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';
import type {Progress, RunSummary} from '../domain/run.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import {type Moving, moveOwn, type OwnKeys, pressOwn, selectedIndex, turned} from '../views/plan/own.ts';
import type {Step} from '../views/plan/view.ts';
import {canFilter} from './can-filter.ts';
import {placeCount, windowClassOf} from './layout.ts';
import {
	type Collecting,
	defaultPlaces,
	focusedView,
	type Overlay,
	ownOf,
	pageOf,
	type Size,
	type State,
	type Typed,
} from './state.ts';
import {dropChip, home, pop, push, zoom} from './trail.ts';

/** What happens: by a key, by the terminal, by a run. */
export type Event =
	| {readonly type: 'resized'; readonly size: Size}
	| {readonly type: 'opened'; readonly settings: DashboardSettings}
	/** They were read anew; what the keys chose since stays. */
	| {readonly type: 'settings'; readonly settings: DashboardSettings}
	/** Tautulli's zone has been found out. */
	| {readonly type: 'zone'; readonly timezone: string}
	| {readonly type: 'focus'; readonly place: number}
	| {readonly type: 'turn'; readonly by: 1 | -1}
	| {readonly type: 'zoom'}
	/** A view opens as a page. */
	| {readonly type: 'step'; readonly step: Step}
	| {readonly type: 'back'}
	| {readonly type: 'drop-chip'}
	/** Asks whether to stop this stream. */
	| {readonly type: 'ask-stop'; readonly session: string}
	| {readonly type: 'show'; readonly overlay: Overlay}
	/** Among the keys of what is seen. */
	| ({readonly type: 'move'; readonly by: number} & Moving)
	| {readonly type: 'range'; readonly by: 1 | -1}
	| {readonly type: 'measure'; readonly measures: readonly Measure[]}
	/** A key that the view itself gives a meaning to. */
	| {readonly type: 'own'; readonly action: Action; readonly keys: OwnKeys}
	/** Every window ends at this moment from now on; null: now. */
	| {readonly type: 'moment'; readonly at: number | null}
	| {readonly type: 'mouse'}
	| {readonly type: 'type'; readonly into: Typed}
	| {readonly type: 'typed'; readonly text: string}
	| {readonly type: 'typed-end'; readonly keep: boolean}
	| {readonly type: 'notice'; readonly words: string | null}
	| {readonly type: 'run-started'; readonly at: number}
	| {readonly type: 'progress'; readonly progress: Progress; readonly at: number}
	| {readonly type: 'run-ended'; readonly summary: RunSummary; readonly at: number}
	| {readonly type: 'run-failed'; readonly reason: string; readonly at: number}
	| {readonly type: 'run-forgotten'}
	| {readonly type: 'syncing'; readonly progress: Progress | null}
	| {readonly type: 'engine'; readonly trouble: EngineTrouble | null}
	| {readonly type: 'odd'; readonly sentence: string};

/** The windows that `t` goes through; 0 is all time. */
const ranges: readonly Days[] = [7, 30, 90, 365, 0];

const moved = (state: State, {by, ...moving}: Event & {type: 'move'}): State => {
	if (state.overlay !== 'none') {
		const scroll = Math.max(0, Math.min(moving.keys.length - 1, state.scroll + by));
		return scroll === state.scroll ? state : {...state, scroll};
	}
	const name = focusedView(state);
	const own = ownOf(state, name);
	const next = moveOwn(own, by, moving);
	// Where the cursor was not moved yet it has no key of its own.
	const here = moving.keys[selectedIndex(own.selection, moving.keys, moving.start)];
	if (next.selection?.key === here) return state;
	return {...state, perView: {...state.perView, [name]: next}};
};

const withFilter = (state: State, filter: string): State => {
	const name = focusedView(state);
	return canFilter(name) ? {...state, perView: {...state.perView, [name]: {...ownOf(state, name), filter}}} : state;
};

/** What is typed into a filter counts at once; what is typed into the list of views begins at its top. */
const typed = (state: State, text: string): State => {
	const {typing} = state;
	if (!typing) return state;
	const next: State = {...state, typing: {...typing, text}, scroll: 0};
	return typing.into === 'filter' ? withFilter(next, text) : next;
};

const endTyping = (state: State, keep: boolean): State => {
	const ended: State = {...state, typing: null, overlay: state.typing?.into === 'filter' ? state.overlay : 'none'};
	return keep || state.typing?.into !== 'filter' ? ended : withFilter(ended, '');
};

/**
 * One step back: what lies over the panes, the filter, another moment than that of the page, the page; where one pane has the screen,
 * to the streams.
 */
const back = (state: State): State => {
	if (state.overlay !== 'none') return {...state, overlay: 'none', typing: null};
	if (ownOf(state, focusedView(state)).filter !== '') return withFilter(state, '');
	const moment = pageOf(state)?.moment ?? null;
	if (state.moment !== moment) return {...state, moment};
	if (state.trail.length > 0) return pop(state);
	const windowClass = windowClassOf(state.size);
	const hasOne = windowClass === 'small' || windowClass === 'tiny';
	return hasOne && state.focus !== 0 ? {...state, focus: 0} : state;
};

/** The pane over the whole screen; where it has it already, back. */
const zoomed = (state: State): State => {
	const view = state.places[state.focus];
	// What is seen then stays at its moment.
	if (state.trail.length > 0) return {...pop(state), moment: state.moment};
	return view === undefined ? state : zoom(state, view);
};

/** A digit: that pane; again: zoom it. */
const focused = (state: State, place: number): State => {
	if (state.trail.length === 0 && state.overlay === 'none' && place === state.focus) return zoomed(state);
	return {...home(state), overlay: 'none', typing: null, focus: place};
};

const opened = (state: State, settings: DashboardSettings): State => ({
	...state,
	settings,
	places: defaultPlaces.map((name, place) => settings.panes[place] ?? name),
	days: settings.days,
	measure: settings.yAxis,
	// Its key may have been pressed before anything was open.
	mouse: state.mouse || settings.mouse,
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
			return {...state, size: event.size, focus: Math.min(state.focus, placeCount(event.size) - 1)};
		case 'opened':
			return opened(state, event.settings);
		case 'settings':
			return {...state, settings: event.settings};
		case 'zone':
			return {...state, settings: state.settings && {...state.settings, timezone: event.timezone}};
		case 'focus':
			return focused(state, event.place);
		case 'turn': {
			const places = [...state.places.keys()].slice(0, placeCount(state.size));
			return {...home(state), overlay: 'none', typing: null, focus: turned(places, state.focus, event.by)};
		}
		case 'zoom':
			return zoomed(state);
		case 'step':
			return push(state, event.step);
		case 'back':
			return back(state);
		case 'ask-stop':
			return {...state, overlay: 'confirm-stop', scroll: 0, typing: null, stopping: event.session};
		case 'drop-chip':
			return ownOf(state, focusedView(state)).filter === '' ? (dropChip(state) ?? state) : withFilter(state, '');
		case 'show':
			return {...state, scroll: 0, typing: null, overlay: state.overlay === event.overlay ? 'none' : event.overlay};
		case 'move':
			return moved(state, event);
		case 'range':
			return {...state, days: turned(ranges, state.days, event.by)};
		case 'measure':
			return {...state, measure: turned(event.measures, state.measure, 1)};
		case 'own': {
			const name = focusedView(state);
			const own = pressOwn(ownOf(state, name), event.action, event.keys);
			return own ? {...state, perView: {...state.perView, [name]: own}} : state;
		}
		case 'moment':
			return {...state, moment: event.at};
		case 'mouse':
			return {...state, mouse: !state.mouse};
		case 'type': {
			const text = event.into === 'filter' ? ownOf(state, focusedView(state)).filter : '';
			const overlay = event.into === 'filter' ? state.overlay : event.into;
			return {...state, overlay, scroll: 0, typing: {into: event.into, text}};
		}
		case 'typed':
			return typed(state, event.text);
		case 'typed-end':
			return endTyping(state, event.keep);
		case 'notice':
			return {...state, notice: event.words};
		case 'run-started':
			return {
				...state,
				collecting: {state: 'running', startedAt: event.at, stepAt: event.at, progress: null, isOwn: true},
			};
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
	const begun = collecting.state === 'running' ? collecting : {startedAt: at, stepAt: at, isOwn: false, progress: null};
	const stepAt = begun.progress?.step === progress.step ? begun.stepAt : at;
	return {state: 'running', startedAt: begun.startedAt, stepAt, isOwn: begun.isOwn, progress};
};

const withoutConfirm = (state: State): State =>
	state.overlay === 'confirm-cancel' ? {...state, overlay: 'none'} : state;
