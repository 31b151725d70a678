import type {Action} from '../../domain/actions.ts';
import {switchValue} from '../../views/plan/own.ts';
import type {Reach} from '../../views/plan/scene.ts';
import type {Step} from '../../views/plan/view.ts';
import {focusedPlace, instanceAt} from '../instances.ts';
import {edgeWords, nothingWords, offWords, reaches} from '../keys/answers.ts';
import {eventOf} from '../keys/events.ts';
import {keyLabel} from '../keys/labels.ts';
import {momentAfter} from '../keys/moments.ts';
import {overlayReach} from '../overlays/overlay.ts';
import type {Event} from '../reduce.ts';
import {focusedReach} from '../screen.ts';
import {readingOf, type Shell} from '../shell.ts';
import {focusedView, ownOf, pageOf, type State} from '../state.ts';
import type {Hooks} from '../terminal.ts';
import type {Deeds} from './deeds.ts';
import type {Pressed} from './pressed.ts';
import {openEvent, stepFrom, streamUnder, userStep} from './steps.ts';

/** Does what an action means here. `key` is what it is called in words that answer it. */
export type Act = (action: Action, key: string, hooks: Hooks) => void;

/** True while a page waits for its first answer: nobody knows yet what a key would open. */
const isReading = ({state, readings}: Shell): boolean => {
	const instance = pageOf(state) && state.overlay === 'none' ? instanceAt(state, focusedPlace(state)) : null;
	return instance !== null && readingOf(readings, instance.id).state === 'waiting';
};

const opens = (action: Action, now: Shell): Step | null => {
	if (now.state.overlay !== 'none') return null;
	if (action === 'open') return stepFrom(now);
	return action === 'user' ? userStep(now) : null;
};

/** What the state is told; null: it has no part in this. */
const eventFor = (action: Action, step: Step | null, now: Shell): Event | null => {
	if (step) return openEvent(step, now);
	const {state} = now;
	const at = momentAfter(action, state.moment, now.now);
	if (at !== undefined) return {type: 'moment', at};
	const view = instanceAt(state, focusedPlace(state))?.view ?? null;
	return eventOf(
		action,
		state,
		view,
		(): Reach => (state.overlay === 'none' ? focusedReach(now) : {keys: overlayReach(now)}),
	);
};

/** What is said of an event that cannot be seen; null: it can. `state` is the one after it. */
const answerTo = (event: Event, before: State, state: State, nothing: string): string | null => {
	if (event.type === 'mouse') return state.mouse ? 'the mouse is on; m turns it off' : 'the mouse is off';
	const own = ownOf(state, focusedView(state));
	const changed = event.type === 'own' ? event.keys.switches.find(({action}) => action === event.action) : null;
	if (changed) return `${changed.id}: ${switchValue(own, changed)}`;
	if (event.type === 'own' && event.action === 'reverse')
		return own.reverse ? 'the other way round' : 'the usual way round';
	const isTop = ownOf(before, focusedView(before)).selection === null && own.selection?.index === 0;
	if (event.type === 'move' && (state === before || isTop)) return edgeWords(event.by, event.keys.length) ?? nothing;
	return state === before ? nothing : null;
};

/** No key is silent: what changes nothing that can be seen is told. */
export const createAct = ({shell, dispatch, switchServer, tell}: Pressed, {run}: Deeds): Act => {
	/** From a list of servers to the places of one of them. */
	const goTo = (server: string, {state}: Shell): void => {
		dispatch({type: 'focus', place: state.focus});
		if (server !== state.settings?.server) switchServer(server);
	};

	const change = (event: Event, before: State, nothing: string, hooks: Hooks): void => {
		dispatch(event);
		const {state} = shell();
		if (event.type === 'mouse') hooks.hearMouse(state.mouse);
		const words = answerTo(event, before, state, nothing);
		if (words !== null) tell(words);
	};

	return (action, key, hooks) => {
		const now = shell();
		const {state, glyphs} = now;
		const nothing = nothingWords(key, glyphs);
		const off = offWords(action, key, state, glyphs);
		if (off !== null || !reaches(action, state)) return tell(off ?? nothing);
		const step = opens(action, now);
		if (step?.server !== undefined) return goTo(step.server, now);
		const session = action === 'stop' ? streamUnder(now) : null;
		if (session !== null) return dispatch({type: 'ask-stop', session});
		if ((action === 'open' || action === 'user') && isReading(now))
			return tell(`still reading: ${keyLabel(key, glyphs)} again once it is there`);
		const event = eventFor(action, step, now);
		if (event) change(event, state, nothing, hooks);
		else if (!run(action, hooks, state)) tell(nothing);
	};
};
