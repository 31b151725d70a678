import type {Action} from '../domain/actions.ts';
import {findView} from '../views/index.ts';
import {selectedIndex} from '../views/plan/own.ts';
import type {Step, Telling, View} from '../views/plan/view.ts';
import {exportFile} from './exporting.ts';
import type {CollectingControl} from './feeds/collecting.ts';
import type {Feeds} from './feeds/feeds.ts';
import {dataOf} from './feeds/reading.ts';
import type {Trust} from './input/typing.ts';
import {focusedPlace, type Instance, instanceAt} from './instances.ts';
import {actionOf, isChanging} from './keys/bindings.ts';
import {eventOf} from './keys/events.ts';
import {keyLabel} from './keys/labels.ts';
import {typingEvent} from './keys/typing.ts';
import {chosenView} from './overlays/view-list.ts';
import type {Event} from './reduce.ts';
import {focusedReach} from './screen.ts';
import {readingOf, type Shell, sceneOf} from './shell.ts';
import {ownOf, pageOf, type State} from './state.ts';
import type {Hooks} from './terminal.ts';

/** A view that is opened by its name: about whom or what the page before is, as far as it takes that. */
const openingOf = ({name, takes}: View, state: State): Step => {
	const page = pageOf(state);
	const kind = page && findView(page.view)?.takes.subject?.kind;
	const about = kind === 'user' || kind === 'title' || kind === 'collection' ? kind : null;
	return {view: name, where: takes.narrowing === true && about && page?.subject ? {[about]: [page.subject]} : {}};
};

/** What keys are given to. */
export type Pressed = {
	readonly shell: () => Shell;
	readonly dispatch: (event: Event) => void;
	readonly feeds: () => Feeds | null;
	readonly collecting: CollectingControl;
	/** Words at the bottom, for a moment. */
	readonly tell: (words: string | null) => void;
};

/** What changes anything needs a key that was surely typed. */
export type Press = (key: string, hooks: Hooks, trust: Trust) => void;

type Focused = {readonly instance: Instance; readonly told: Telling; readonly key: string | null};

/** What has the focus and has an answer, with the key of the row that the cursor is on; null: nothing. */
const focusedIn = (shell: Shell): Focused | null => {
	const instance = instanceAt(shell.state, focusedPlace(shell.state));
	const told = instance && dataOf(readingOf(shell.readings, instance.id));
	if (!instance || !told) return null;
	const {keys, start} = focusedReach(shell);
	const {selection} = ownOf(shell.state, instance.view.name);
	return {instance, told, key: keys[selectedIndex(selection, keys, start)] ?? null};
};

/** What Enter opens: what the row stands for, else the view itself as a page, else the view that it names. */
const stepFrom = (shell: Shell): Step | null => {
	const focused = focusedIn(shell);
	const isHome = pageOf(shell.state) === null;
	const view = focused?.instance.view.name ?? shell.state.places[shell.state.focus];
	const own = focused?.key != null ? focused.told.enter(focused.key, sceneOf(shell, focused.instance)) : null;
	if (own) return own;
	const more = focused?.key === null ? focused.instance.view.more : undefined;
	if (more !== undefined) return {view: more};
	return isHome && view !== undefined ? {view} : null;
};

const userStep = (shell: Shell): Step | null => {
	const focused = focusedIn(shell);
	const user = focused?.key != null ? focused.told.user(focused.key, sceneOf(shell, focused.instance)) : null;
	return user && {view: 'user', subject: user};
};

export const createPress = ({shell, dispatch, feeds, collecting, tell}: Pressed): Press => {
	const save = (format: 'csv' | 'json', hooks: Hooks): void => {
		const now = shell();
		const focused = focusedIn(now);
		dispatch({type: 'back'});
		if (!focused) {
			tell('Nothing to export yet.');
			return;
		}
		const scene = sceneOf(now, focused.instance);
		tell(hooks.save(exportFile(focused.instance.view.name, focused.told, scene, format)));
	};

	/** What an action does beside the state; false: nothing. */
	const run = (action: Action, hooks: Hooks, state: State): boolean => {
		switch (action) {
			case 'refresh':
				feeds()?.refresh();
				return true;
			case 'collect':
				collecting.toggle(state);
				return true;
			case 'yes':
				if (state.overlay === 'confirm-cancel') collecting.cancel();
				return state.overlay === 'confirm-cancel';
			case 'suspend':
				hooks.suspend();
				return true;
			case 'repaint':
				hooks.repaint();
				return true;
			case 'leave':
				hooks.quit(130);
				return true;
			case 'quit':
				hooks.quit(0);
				return true;
			default:
				return false;
		}
	};

	const opens = (action: Action, now: Shell): Step | null => {
		if (now.state.overlay !== 'none') return null;
		if (action === 'open') return stepFrom(now);
		return action === 'user' ? userStep(now) : null;
	};

	const act = (action: Action, key: string, hooks: Hooks): void => {
		const now = shell();
		const instance = instanceAt(now.state, focusedPlace(now.state));
		const step = opens(action, now);
		const event = step
			? ({type: 'step', step} as const)
			: eventOf(action, now.state, instance?.view ?? null, () => focusedReach(now));
		if (event) dispatch(event);
		else if (!run(action, hooks, now.state)) tell(`${keyLabel(key, now.glyphs)} does nothing here`);
	};

	/** True where the key went into a text, or ended it. */
	const typed = (key: string, state: State): boolean => {
		const event = typingEvent(state, key);
		if (!event) return false;
		const chosen =
			state.typing?.into === 'views' && event.type === 'typed-end' && event.keep ? chosenView(state) : null;
		dispatch(chosen ? {type: 'step', step: openingOf(chosen, state)} : event);
		return true;
	};

	return (key, hooks, trust) => {
		const {state, bindings, glyphs} = shell();
		if (state.notice !== null) tell(null);
		if (typed(key, state)) return;
		if (state.overlay === 'export' && (key === 'c' || key === 'j')) return save(key === 'c' ? 'csv' : 'json', hooks);
		const action = actionOf(bindings, key, state.settings?.lookOnly ?? false);
		if (action === null) return tell(`${keyLabel(key, glyphs)} does nothing here`);
		if (trust !== 'typed' && isChanging(action)) collecting.refuse(state);
		else act(action, key, hooks);
	};
};
