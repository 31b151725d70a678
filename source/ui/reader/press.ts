import type {Zone} from '../../canvas/clock.ts';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {Sources} from '../../questions/sources.ts';
import {needsSubject} from '../../views/plan/query.ts';
import type {View} from '../../views/plan/view.ts';
import {windowWords} from '../../views/plan/words.ts';
import type {CollectingControl} from '../feeds/collecting.ts';
import type {Feeds} from '../feeds/feeds.ts';
import type {Clock} from '../feeds/poller.ts';
import type {Trust} from '../input/typing.ts';
import {type Instance, instanceAt} from '../instances.ts';
import {type Action, actionOf, type boundTo, isChanging} from '../keys/bindings.ts';
import {typingEvent} from '../keys/typing.ts';
import {pagePlace} from '../layout.ts';
import {chosenView, matchingViews} from '../overlays/view-list.ts';
import type {Event} from '../reduce.ts';
import {nextServer} from '../servers/carry.ts';
import {type Shell, sceneOf} from '../shell.ts';
import {ownOf, type State} from '../state.ts';
import type {Hooks} from '../terminal.ts';
import {push} from '../trail.ts';
import {troubleWords} from '../trouble-words.ts';
import {keyHelp, readerActions} from './keys.ts';

/** What it needs of the program around it; `server` speaks of another one from then on. */
export type ReaderHooks = Pick<Hooks, 'quit' | 'suspend' | 'init'> & {readonly server: (name: string) => void};

/** Keys that change what is counted. */
const counts: Readonly<Partial<Record<Action, Event>>> = {
	range: {type: 'range', by: 1},
	'range-back': {type: 'range', by: -1},
	axis: {type: 'measure', measures: ['plays', 'duration', 'users']},
};

/** What keys are given to. */
export type ReaderPressed = {
	readonly zone: Zone;
	readonly clock: Clock;
	/** One line of speech. */
	readonly say: (line: string) => void;
	readonly dispatch: (event: Event) => void;
	readonly collecting: CollectingControl;
	readonly bindings: () => ReturnType<typeof boundTo>;
	readonly shell: () => Shell;
	/** Aborts when it is closed. */
	readonly signal: AbortSignal;
	readonly state: () => State;
	/** Null: it is not connected yet. */
	readonly sources: () => Sources | null;
	readonly feeds: () => Feeds | null;
};

/** What a key does where everything is spoken. */
export type ReaderPress = {
	/** A `burst` may be a paste, since nothing marks one here, and is none. */
	readonly press: (key: string, hooks: ReaderHooks, trust?: Trust) => void;
};

/** Keys speak through `say`, a line each. */
export const createReaderPress = (pressed: ReaderPressed): ReaderPress => {
	const {zone, clock, say, dispatch, collecting, bindings, shell, signal, state: now, feeds} = pressed;

	const speak = async (instance: Instance, from: Sources): Promise<void> => {
		const {view, query} = instance;
		try {
			const told = await view.ask(
				{
					sources: from,
					query,
					own: ownOf(now(), view.name),
					form: 'page',
					activity: () => from.activity(null, signal),
					signal,
					now: clock.now(),
				},
				null,
			);
			for (const line of [`${view.title}.`, ...told.says(sceneOf(shell(), instance))]) say(line);
		} catch (error) {
			if (isCancelled(error)) return;
			const words = error instanceof AppError ? troubleWords(error.toJSON()) : 'something went wrong inside tautop';
			say(`${view.title}: ${words}.`);
		}
	};

	/** The view that was chosen by its name, as a page of its own. */
	const speakView = (view: View): void => {
		const instance = instanceAt(push(now(), {view: view.name}), pagePlace);
		const sources = pressed.sources();
		if (instance && sources) void speak(instance, sources);
	};

	/** Text goes into the name of a view; Enter speaks the one that is called so. True where the key went there. */
	const typed = (key: string): boolean => {
		const event = typingEvent(now(), key);
		if (!event) return false;
		const chosen = event.type === 'typed-end' && event.keep ? chosenView(now()) : null;
		dispatch(event);
		if (chosen && needsSubject(chosen.takes)) say(`${chosen.title}: it is about one thing, and has no name here.`);
		else if (chosen) speakView(chosen);
		else if (event.type === 'typed') say(`${event.text}: ${matchingViews(event.text)[0]?.title ?? 'no view'}.`);
		else say('No view.');
		return true;
	};

	/** How the counting has changed, for keys that change it. */
	const counting: Readonly<Partial<Record<Action, () => string>>> = {
		range: () => `Counting ${windowWords({days: now().days}, {graphZone: zone})}.`,
		'range-back': () => `Counting ${windowWords({days: now().days}, {graphZone: zone})}.`,
		axis: () => `Counting ${now().measure === 'duration' ? 'hours' : now().measure}.`,
	};

	const answerConfirm = (action: Action | null): void => {
		if (action === 'yes') collecting.cancel();
		else {
			dispatch({type: 'back'});
			say('The run goes on.');
		}
	};

	const speakServer = (hooks: ReaderHooks): void => {
		const next = nextServer(now());
		if (next !== null) hooks.server(next);
		else say(now().settings ? 'There is only one server.' : 'Nothing is connected yet.');
	};

	const act = (action: Action, hooks: ReaderHooks): void => {
		const state = now();
		const event = counts[action] ?? null;
		const words = counting[action];
		const digit = /^pane-(\d)$/.exec(action)?.[1];
		const instance = digit === undefined ? null : instanceAt(state, Number(digit) - 1);
		const sources = pressed.sources();
		if (instance && sources) void speak(instance, sources);
		else if (action === 'views') {
			dispatch({type: 'type', into: 'views'});
			say('Type the name of a view, then enter.');
		} else if (event && words) {
			dispatch(event);
			say(words());
		} else if (action === 'help') {
			for (const line of keyHelp(bindings(), state.places, {
				lookOnly: state.settings?.lookOnly ?? false,
				unconfigured: state.settings?.unconfigured ?? false,
			}))
				say(line);
		} else if (action === 'collect') {
			if (state.collecting.state === 'running' && !state.collecting.isOwn) say('Another run is going on.');
			collecting.toggle(state);
			if (now().overlay === 'confirm-cancel')
				say('Cancel this run? Nothing of it is stored. y: cancel it. Any other key: go on.');
		} else if (action === 'refresh') feeds()?.refresh();
		else if (action === 'init' && state.settings?.unconfigured) hooks.init();
		else if (action === 'next-server') speakServer(hooks);
		else if (action === 'suspend') hooks.suspend();
		else if (action === 'quit') hooks.quit(0);
	};

	return {
		press: (key, hooks, trust = 'typed') => {
			const state = now();
			const action = actionOf(bindings(), key, state.settings?.lookOnly ?? false, meant => meant !== 'idle');
			if (action === 'leave') hooks.quit(130);
			else if (trust === 'burst' || typed(key)) return;
			else if (trust === 'cut' && action && isChanging(action)) collecting.refuse(state);
			else if (state.overlay === 'confirm-cancel') answerConfirm(action);
			else if (action && readerActions.includes(action)) act(action, hooks);
		},
	};
};
