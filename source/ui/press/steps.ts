import {findView} from '../../views/index.ts';
import {selectedIndex} from '../../views/plan/own.ts';
import type {Step, View} from '../../views/plan/view.ts';
import {dataOf} from '../feeds/reading.ts';
import {focusedPlace, instanceAt} from '../instances.ts';
import type {Event} from '../reduce.ts';
import {focusedReach} from '../screen.ts';
import {readingOf, type Shell, sceneOf} from '../shell.ts';
import {ownOf, pageOf, type State} from '../state.ts';
import type {Focused} from './copying.ts';

/** A view that is opened by its name: about whom or what the page before is, as far as it takes that. */
export const openingOf = ({name, takes}: View, state: State): Step => {
	const page = pageOf(state);
	const kind = page && findView(page.view)?.takes.subject?.kind;
	const about = kind === 'user' || kind === 'title' || kind === 'collection' ? kind : null;
	return {view: name, where: takes.narrowing === true && about && page?.subject ? {[about]: [page.subject]} : {}};
};

/** What has the focus and has an answer, with the key of the row that the cursor is on; null: nothing. */
export const focusedIn = (shell: Shell): Focused | null => {
	const instance = instanceAt(shell.state, focusedPlace(shell.state));
	const told = instance && dataOf(readingOf(shell.readings, instance.id));
	if (!instance || !told) return null;
	const {keys, start} = focusedReach(shell);
	const {selection} = ownOf(shell.state, instance.view.name);
	return {instance, told, key: keys[selectedIndex(selection, keys, start)] ?? null};
};

/** What Enter opens: what the row stands for, else the view itself as a page, else the view that it names. */
export const stepFrom = (shell: Shell): Step | null => {
	const focused = focusedIn(shell);
	const isHome = pageOf(shell.state) === null;
	const view = focused?.instance.view.name ?? shell.state.places[shell.state.focus];
	const own = focused?.key != null ? focused.told.enter(focused.key, sceneOf(shell, focused.instance)) : null;
	if (own) return own;
	const more = focused?.key === null ? focused.instance.view.more : undefined;
	if (more !== undefined) return {view: more};
	return isHome && view !== undefined ? {view} : null;
};

/** The stream that the cursor is on, or that the page is about; null: none. */
export const streamUnder = (shell: Shell): string | null => {
	const step = stepFrom(shell);
	if (step?.view === 'stream') return step.subject?.id ?? null;
	const page = pageOf(shell.state);
	return page?.view === 'stream' ? (page.subject?.id ?? null) : null;
};

/** A pane that opens as itself is zoomed, with its cursor. */
export const openEvent = (step: Step, {state}: Shell): Event => {
	const isItself = pageOf(state) === null && step.view === state.places[state.focus] && Object.keys(step).length === 1;
	return isItself ? {type: 'zoom'} : {type: 'step', step};
};

/** The user whose the row under the cursor is; null: nobody's. */
export const userStep = (shell: Shell): Step | null => {
	const focused = focusedIn(shell);
	const user = focused?.key != null ? focused.told.user(focused.key, sceneOf(shell, focused.instance)) : null;
	return user && {view: 'user', subject: user};
};
