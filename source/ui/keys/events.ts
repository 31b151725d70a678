import {paneIds} from '../panes/index.ts';
import type {Event} from '../reduce.ts';
import type {State} from '../state.ts';
import type {Action} from './bindings.ts';

/** Rows of a screen up or down. */
const pageRows = ({size}: State): number => Math.max(1, Math.floor(size.rows / 2));

const everything = 100_000;

const steps: Readonly<Partial<Record<Action, (state: State) => number>>> = {
	up: () => -1,
	left: () => -1,
	down: () => 1,
	right: () => 1,
	first: () => -everything,
	last: () => everything,
	'page-up': state => -pageRows(state),
	'page-down': state => pageRows(state),
};

const plain: Readonly<Partial<Record<Action, Event>>> = {
	'next-pane': {type: 'turn', by: 1},
	'previous-pane': {type: 'turn', by: -1},
	open: {type: 'open'},
	back: {type: 'back'},
	zoom: {type: 'zoom'},
	range: {type: 'range', by: 1},
	'range-back': {type: 'range', by: -1},
	axis: {type: 'axis'},
	films: {type: 'films'},
	'home-only': {type: 'home-only'},
	sort: {type: 'sort'},
	details: {type: 'show', page: 'trouble'},
	help: {type: 'show', page: 'help'},
};

/** The event that an action is for the state; null: it is for the program (quit, collect, …). `keys` are those of the focused rows. */
export const eventOf = (action: Action, state: State, keys: () => readonly string[]): Event | null => {
	const digit = /^pane-(\d)$/.exec(action)?.[1];
	const pane = digit === undefined ? undefined : paneIds[Number(digit) - 1];
	if (pane) return {type: 'focus', pane};
	const by = steps[action]?.(state);
	if (by !== undefined) return {type: 'move', by, keys: keys()};
	if (action === 'quit' && (state.zoomed || state.page !== 'none')) return {type: 'back'};
	return plain[action] ?? null;
};
