import type {Action} from '../domain/actions.ts';
import {findView} from '../views/index.ts';
import {switchValue} from '../views/plan/own.ts';
import {needsSubject} from '../views/plan/query.ts';
import type {Reach} from '../views/plan/scene.ts';
import type {Step, View} from '../views/plan/view.ts';
import {addressOf, rowToCopy} from './copying.ts';
import {exportFile} from './exporting.ts';
import type {CollectingControl} from './feeds/collecting.ts';
import type {Feeds} from './feeds/feeds.ts';
import type {StoppingControl} from './feeds/stopping.ts';
import {footer} from './footer.ts';
import type {Mouse} from './input/mouse.ts';
import type {Token} from './input/tokenizer.ts';
import type {Trust} from './input/typing.ts';
import {focusedPlace, instanceAt} from './instances.ts';
import {edgeWords, nothingWords, offWords, reaches} from './keys/answers.ts';
import {actionOf, isChanging} from './keys/bindings.ts';
import {eventOf} from './keys/events.ts';
import {keyLabel} from './keys/labels.ts';
import {momentAfter} from './keys/moments.ts';
import {typingEvent, withPasted} from './keys/typing.ts';
import {hintAt, hitAt, stepsTo} from './mouse.ts';
import {chosenHelp} from './overlays/help.ts';
import {overlayReach} from './overlays/overlay.ts';
import {chosenLine, type Listed} from './overlays/view-list.ts';
import type {Event} from './reduce.ts';
import {focusedReach} from './screen.ts';
import {nextServer} from './servers/carry.ts';
import {readingOf, type Shell, sceneOf} from './shell.ts';
import {focusedView, ownOf, pageOf, type State} from './state.ts';
import {focusedIn, openEvent, openingOf, stepFrom, streamUnder, userStep} from './steps.ts';
import type {Hooks} from './terminal.ts';
import {typedDay} from './typed-day.ts';

/** Before anything is typed into a list, the key that opened it closes it, and so does the one that closes everything. */
const closesEmpty = (key: string, {state, bindings}: Shell): boolean => {
	if (state.typing?.text !== '' || state.typing.into === 'filter') return false;
	const action = actionOf(bindings, key, false);
	return action === 'quit' || action === state.typing.into;
};

/** Its key is another's where the view has no such switch. */
const takesIdle = (state: State): boolean =>
	findView(focusedView(state))?.keys.switches.some(({action}) => action === 'idle') ?? false;

/** True while a page waits for its first answer: nobody knows yet what a key would open. */
const isReading = ({state, readings}: Shell): boolean => {
	const instance = pageOf(state) && state.overlay === 'none' ? instanceAt(state, focusedPlace(state)) : null;
	return instance !== null && readingOf(readings, instance.id).state === 'waiting';
};

/** What keys are given to. */
export type Pressed = {
	readonly shell: () => Shell;
	readonly dispatch: (event: Event) => void;
	readonly feeds: () => Feeds | null;
	readonly collecting: () => CollectingControl;
	readonly stopping: () => StoppingControl;
	/** Shows another server. */
	readonly switchServer: (name: string) => void;
	/** Words at the bottom, for a moment. */
	readonly tell: (words: string | null) => void;
};

/** What changes anything needs a key that was surely typed. */
export type Press = {
	readonly press: (key: string, hooks: Hooks, trust: Trust) => void;
	readonly hear: (heard: Extract<Token, {type: 'mouse' | 'paste'}>, hooks: Hooks) => void;
};

/** Copies the row under the cursor, and says what that was. */
const copied = (now: Shell, hooks: Hooks): string => {
	const focused = focusedIn(now);
	const text = focused && rowToCopy(focused, now);
	if (!text) return 'there is no row to copy';
	const trouble = hooks.copy(text);
	return trouble === null ? `copied: ${text.replaceAll('\t', '  ')}` : `not copied: ${trouble}`;
};

/** Copies an address, and says it: where it cannot be copied it can be read. */
const addressed = (now: Shell, hooks: Hooks): string => {
	const address = addressOf(focusedIn(now), now);
	if (address === null) return 'Tautulli has no page of this';
	return hooks.copy(address) === null ? `copied: ${address}` : address;
};

export const createPress = ({shell, dispatch, feeds, collecting, stopping, switchServer, tell}: Pressed): Press => {
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

	const stopAsked = ({stopping: session}: State): void => {
		dispatch({type: 'back'});
		if (session !== null) stopping().stop(session);
	};

	/** What an action does beside the state; false: nothing. */
	const run = (action: Action, hooks: Hooks, state: State): boolean => {
		switch (action) {
			case 'refresh':
				feeds()?.refresh();
				tell('asking again');
				return true;
			case 'collect':
				if (state.collecting.state === 'running' && !state.collecting.isOwn) tell('another run is under way');
				else collecting().toggle(state);
				return true;
			case 'copy':
				tell(copied(shell(), hooks));
				return true;
			case 'address':
				tell(addressed(shell(), hooks));
				return true;
			case 'next-server': {
				const next = nextServer(state);
				if (next === null) tell(state.settings ? 'there is only one server' : 'nothing is connected yet');
				else switchServer(next);
				return true;
			}
			case 'yes':
				if (state.overlay === 'confirm-cancel') collecting().cancel();
				if (state.overlay === 'confirm-stop') stopAsked(state);
				return state.overlay === 'confirm-cancel' || state.overlay === 'confirm-stop';
			case 'init':
				if (!state.settings?.unconfigured) return false;
				hooks.init();
				return true;
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

	const hearMouse = (hooks: Hooks): void => {
		const {mouse} = shell().state;
		hooks.hearMouse(mouse);
		tell(mouse ? 'the mouse is heard; m again: no more' : 'the mouse is no longer heard');
	};

	const opens = (action: Action, now: Shell): Step | null => {
		if (now.state.overlay !== 'none') return null;
		if (action === 'open') return stepFrom(now);
		return action === 'user' ? userStep(now) : null;
	};

	/** From a list of servers to the places of one of them. */
	const goTo = (server: string, {state}: Shell): void => {
		dispatch({type: 'focus', place: state.focus});
		if (server !== state.settings?.server) switchServer(server);
	};

	const act = (action: Action, key: string, hooks: Hooks): void => {
		const now = shell();
		const instance = instanceAt(now.state, focusedPlace(now.state));
		const nothing = (): void => tell(nothingWords(key, now.glyphs));
		const off = offWords(action, key, now.state, now.glyphs);
		if (off !== null || !reaches(action, now.state)) {
			tell(off ?? nothingWords(key, now.glyphs));
			return;
		}
		const step = opens(action, now);
		if (step?.server !== undefined) {
			goTo(step.server, now);
			return;
		}
		const session = action === 'stop' ? streamUnder(now) : null;
		if (session !== null) {
			dispatch({type: 'ask-stop', session});
			return;
		}
		if ((action === 'open' || action === 'user') && isReading(now)) {
			tell(`still reading: ${keyLabel(key, now.glyphs)} again once it is there`);
			return;
		}
		const at = momentAfter(action, now.state.moment, now.now);
		const reach = (): Reach => (now.state.overlay === 'none' ? focusedReach(now) : {keys: overlayReach(now)});
		const event: Event | null = step
			? openEvent(step, now)
			: at === undefined
				? eventOf(action, now.state, instance?.view ?? null, reach)
				: {type: 'moment', at};
		if (!event) {
			if (!run(action, hooks, now.state)) nothing();
			return;
		}
		dispatch(event);
		if (event.type === 'mouse') hearMouse(hooks);
		else answer(event, now, nothing);
	};

	/** No key is silent: what changed nothing that can be seen is told. */
	const answer = (event: Event, {state: before}: Shell, nothing: () => void): void => {
		const {state} = shell();
		const own = ownOf(state, focusedView(state));
		const changed = event.type === 'own' ? event.keys.switches.find(({action}) => action === event.action) : null;
		const isTop = ownOf(before, focusedView(before)).selection === null && own.selection?.index === 0;
		if (changed) tell(`${changed.id}: ${switchValue(own, changed)}`);
		else if (event.type === 'own' && event.action === 'reverse')
			tell(own.reverse ? 'the other way round' : 'the usual way round');
		else if (event.type === 'move' && (state === before || isTop)) {
			const edge = edgeWords(event.by, event.keys.length);
			if (edge === null) nothing();
			else tell(edge);
		} else if (state === before) nothing();
	};

	/** What is about one thing opens from a row that it can be about. */
	const openByName = (view: View): void => {
		const now = shell();
		const {state} = now;
		const bare: Shell = {...now, state: {...state, overlay: 'none', typing: null}};
		const own = needsSubject(view.takes)
			? [stepFrom(bare), userStep(bare)].find(step => step?.view === view.name)
			: null;
		if (needsSubject(view.takes) && !own) {
			dispatch({type: 'back'});
			tell(`${view.title} opens from a row that it is about`);
		} else dispatch({type: 'step', step: own ?? openingOf(view, state)});
	};

	/** A view, or one in which a name is looked for. */
	const openLine = ({view, find, window, step}: Listed): void => {
		if (step) {
			dispatch({type: 'step', step});
			return;
		}
		if (find === '') {
			openByName(view);
			return;
		}
		dispatch({type: 'step', step: {view: view.name, ...(window ? {window} : {})}});
		dispatch({type: 'type', into: 'filter'});
		dispatch({type: 'typed', text: find});
		dispatch({type: 'typed-end', keep: true});
	};

	/** True where the key went into a text, or ended it. */
	const typed = (key: string, state: State, hooks: Hooks): boolean => {
		const event = typingEvent(state, key);
		if (!event) return false;
		const into = event.type === 'typed-end' && event.keep ? state.typing?.into : null;
		const chosen = into === 'views' ? chosenLine(shell()) : null;
		const day = into === 'filter' ? typedDay(state.typing?.text ?? '', shell()) : null;
		const named = into === 'help' ? chosenHelp(shell()) : null;
		if (chosen) openLine(chosen);
		else dispatch(day ? {type: 'typed-end', keep: false} : event);
		if (day) dispatch({type: 'step', step: day});
		if (typeof named === 'string') act(named, key, hooks);
		else if (named) openByName(named);
		return true;
	};

	const press: Press['press'] = (key, hooks, trust) => {
		const now = shell();
		const {state, bindings, glyphs} = now;
		if (state.notice !== null) tell(null);
		if (closesEmpty(key, now)) return dispatch({type: 'typed-end', keep: false});
		if (typed(key, state, hooks)) return;
		if (state.overlay === 'export' && (key === 'c' || key === 'j')) return save(key === 'c' ? 'csv' : 'json', hooks);
		const action = actionOf(bindings, key, false, meant => meant !== 'idle' || takesIdle(state));
		if (action === null) return tell(nothingWords(key, glyphs));
		if (trust !== 'typed' && isChanging(action) && action !== 'stop') collecting().refuse(state);
		else if (trust !== 'typed' && action === 'stop')
			tell('Not asked: that may be the rest of a paste. Ctrl-L, then again.');
		else act(action, key, hooks);
	};

	/** A click goes to a pane or a row, and opens it where that is chosen already. Nothing that changes anything starts from one. */
	const click = ({column, row}: Mouse, hooks: Hooks): void => {
		const now = shell();
		const {state} = now;
		if (state.overlay !== 'none' || state.typing) {
			tell('a click does nothing here; esc closes this');
			return;
		}
		if (row === state.size.rows - 1) {
			const label = hintAt(footer(now), column);
			const action = now.bindings.find(({keys}) => keys.some(key => keyLabel(key, now.glyphs) === label))?.action;
			if (action && !isChanging(action)) act(action, label ?? '', hooks);
			return;
		}
		const hit = hitAt(now, column, row);
		if (!hit) return;
		const isFocused = hit.slot.place === focusedPlace(state);
		if (!isFocused) dispatch({type: 'focus', place: hit.slot.place});
		const by = stepsTo(hit, now);
		const {keys} = focusedReach(shell());
		if (by !== null && by !== 0) dispatch({type: 'move', by, keys});
		else if (isFocused) act('open', 'enter', hooks);
	};

	return {
		press,
		hear: (heard, hooks) => {
			const {state} = shell();
			if (state.notice !== null) tell(null);
			if (heard.type === 'paste') {
				if (state.typing) dispatch({type: 'typed', text: withPasted(state.typing.text, heard.text)});
				else tell('a paste runs nothing');
			} else if (heard.did === 'click') click(heard, hooks);
			else act(heard.did === 'wheel-up' ? 'up' : 'down', heard.did === 'wheel-up' ? 'up' : 'down', hooks);
		},
	};
};
