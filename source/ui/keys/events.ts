import type {Action} from '../../domain/actions.ts';
import type {Reach} from '../../views/plan/scene.ts';
import type {View} from '../../views/plan/view.ts';
import type {Event} from '../reduce.ts';
import {focusedView, ownOf, pageOf, type State} from '../state.ts';

/** Rows of a screen up or down. */
const pageRows = ({size}: State): number => Math.max(1, Math.floor(size.rows / 2));

const everything = 100_000;

const steps: Readonly<Partial<Record<Action, (state: State, across: number) => number>>> = {
	up: (_, across) => -across,
	left: () => -1,
	down: (_, across) => across,
	right: () => 1,
	first: () => -everything,
	last: () => everything,
	'page-up': state => -pageRows(state),
	'page-down': state => pageRows(state),
};

const plain: Readonly<Partial<Record<Action, Event>>> = {
	'next-pane': {type: 'turn', by: 1},
	'previous-pane': {type: 'turn', by: -1},
	back: {type: 'back'},
	zoom: {type: 'zoom'},
	views: {type: 'type', into: 'views'},
	details: {type: 'show', overlay: 'details'},
	help: {type: 'type', into: 'help'},
	mouse: {type: 'mouse'},
	export: {type: 'show', overlay: 'export'},
};

/** Something that `-` can drop: a filter, or what narrows the page. */
const isNarrowed = (state: State): boolean =>
	ownOf(state, focusedView(state)).filter !== '' || Object.keys(pageOf(state)?.where ?? {}).length > 0;

/** Something that `q` closes before it quits. */
const isOpen = ({trail, overlay, moment}: State): boolean => trail.length > 0 || overlay !== 'none' || moment !== null;

/** What needs a view that takes part: null where this one does not. */
const ofView = (action: Action, state: State, {takes, keys}: View, reach: () => Reach): Event | null => {
	switch (action) {
		case 'range':
		case 'range-back': {
			const page = pageOf(state);
			// At home it is the window of all panes.
			return !page || (takes.window && page.window === undefined)
				? {type: 'range', by: action === 'range' ? 1 : -1}
				: null;
		}
		case 'axis': {
			const measures = takes.measure ?? (pageOf(state) ? [] : (['plays', 'duration'] as const));
			return measures.length > 1 ? {type: 'measure', measures} : null;
		}
		case 'filter':
			// Also where there is nothing to filter: what is typed then must not be taken for keys.
			return {type: 'type', into: 'filter'};
		case 'drop-chip':
			return isNarrowed(state) ? {type: 'drop-chip'} : null;
		case 'sort':
		case 'reverse':
			return keys.sorts.length > 0 && reach().keys.length > 0
				? {type: 'own', action, keys: {...keys, sorts: reach().sorts ?? keys.sorts}}
				: null;
		case 'columns-left':
		case 'columns-right': {
			const {pages = 1} = reach();
			return pages > 1 ? {type: 'own', action, keys: {...keys, pages}} : null;
		}
		default:
			return keys.switches.some(each => each.action === action) ? {type: 'own', action, keys} : null;
	}
};

/**
 * The event that an action is for the state; null: it means nothing here, or is for the program (quit, collect, …). `view` is what
 * has the focus, `reach` what the cursor moves over in it.
 */
export const eventOf = (action: Action, state: State, view: View | null, reach: () => Reach): Event | null => {
	const digit = /^pane-(\d)$/.exec(action)?.[1];
	if (digit !== undefined) return {type: 'focus', place: Number(digit) - 1};
	const step = steps[action];
	if (step) {
		const {keys, across = 1, start = 0} = reach();
		return {type: 'move', by: step(state, across), keys, across, start};
	}
	if (action === 'quit' && isOpen(state)) return {type: 'back'};
	return plain[action] ?? (view ? ofView(action, state, view, reach) : null);
};
