import type {Action} from '../../domain/actions.ts';
import {exportFile} from '../exporting.ts';
import {nextServer} from '../servers/carry.ts';
import {type Shell, sceneOf} from '../shell.ts';
import type {State} from '../state.ts';
import type {Hooks} from '../terminal.ts';
import {addressOf, rowToCopy} from './copying.ts';
import type {Pressed} from './pressed.ts';
import {focusedIn} from './steps.ts';

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

/** What keys do beside the state. */
export type Deeds = {
	/** False: the action does nothing here. */
	readonly run: (action: Action, hooks: Hooks, state: State) => boolean;
	/** Writes what the focused view shows to a file, and says where. */
	readonly save: (format: 'csv' | 'json', hooks: Hooks) => void;
};

export const createDeeds = (pressed: Pressed): Deeds => {
	const {shell, dispatch, feeds, collecting, stopping, switchServer, tell} = pressed;

	const save: Deeds['save'] = (format, hooks) => {
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

	const collect = (state: State): void => {
		if (state.collecting.state === 'running' && !state.collecting.isOwn) tell('another run is under way');
		else collecting().toggle(state);
	};

	const goOn = (state: State): void => {
		const next = nextServer(state);
		if (next === null) tell(state.settings ? 'there is only one server' : 'nothing is connected yet');
		else switchServer(next);
	};

	/** True where something was asked. */
	const confirm = ({overlay, stopping: session}: State): boolean => {
		if (overlay === 'confirm-cancel') {
			collecting().cancel();
			return true;
		}
		if (overlay !== 'confirm-stop') return false;
		dispatch({type: 'back'});
		if (session !== null) stopping().stop(session);
		return true;
	};

	const refresh = (): void => {
		feeds()?.refresh();
		tell('asking again');
	};

	/** What is always done, whatever the state. */
	const always: Partial<Record<Action, (hooks: Hooks, state: State) => void>> = {
		refresh,
		collect: (_, state) => collect(state),
		copy: hooks => tell(copied(shell(), hooks)),
		address: hooks => tell(addressed(shell(), hooks)),
		'next-server': (_, state) => goOn(state),
		suspend: hooks => hooks.suspend(),
		repaint: hooks => hooks.repaint(),
		leave: hooks => hooks.quit(130),
		quit: hooks => hooks.quit(0),
	};

	/** Whether there is a server of the user's own is known with the settings. */
	const init = (hooks: Hooks, {settings}: State): boolean => {
		if (settings === null) tell('still starting: that key again in a moment');
		else if (settings.unconfigured) hooks.init();
		else return false;
		return true;
	};

	const run: Deeds['run'] = (action, hooks, state) => {
		if (action === 'yes') return confirm(state);
		if (action === 'init') return init(hooks, state);
		const deed = always[action];
		deed?.(hooks, state);
		return deed !== undefined;
	};

	return {run, save};
};
