import type {Glyphs} from '../../canvas/glyphs.ts';
import type {Action} from '../../domain/actions.ts';
import type {Overlay, State} from '../state.ts';
import {isChanging} from './bindings.ts';
import {keyLabel} from './labels.ts';

/** What can be done while something is asked at the bottom. */
const whileAsked: readonly Action[] = ['back', 'quit', 'leave', 'suspend', 'repaint'];

const moves: readonly Action[] = ['up', 'down', 'left', 'right', 'first', 'last', 'page-up', 'page-down'];

const panes: readonly Action[] = ['pane-1', 'pane-2', 'pane-3', 'pane-4', 'pane-5', 'pane-6'];

/** What has a meaning while something lies over the panes: nothing happens unseen behind it. */
const overlaid: Readonly<Record<Exclude<Overlay, 'none'>, readonly Action[]>> = {
	help: [...whileAsked, ...moves],
	views: [...whileAsked, ...moves],
	details: [
		...whileAsked,
		...moves,
		...panes,
		'details',
		'help',
		'views',
		'refresh',
		'mouse',
		'next-pane',
		'previous-pane',
	],
	'confirm-cancel': [...whileAsked, 'yes'],
	'confirm-stop': [...whileAsked, 'yes'],
	export: whileAsked,
};

/** True where an action reaches something that can be seen. */
export const reaches = (action: Action, {overlay}: State): boolean =>
	overlay === 'none' || overlaid[overlay].includes(action);

/** "w does nothing here". */
export const nothingWords = (key: string, glyphs: Glyphs): string => `${keyLabel(key, glyphs)} does nothing here`;

/** True where the screen hides how people are called: what has their names must not leave through it either. */
export const hidesNames = ({settings}: State): boolean => settings !== null && settings.names !== 'full';

/** Why an action is off now: "c is off: --look-only", "e is off: dashboard.names"; null: it is not. */
export const offWords = (action: Action, key: string, state: State, glyphs: Glyphs): string | null => {
	const {settings, moment} = state;
	const label = keyLabel(key, glyphs);
	// A file has all names and numbers, whatever is drawn.
	if (action === 'export' && hidesNames(state)) return `${label} is off: dashboard.names`;
	if (!isChanging(action) || action === 'yes') return null;
	if (settings?.lookOnly) return `${label} is off: --look-only`;
	if (moment !== null) return `${label} is off in the past; esc leads back to now`;
	return action === 'stop' && !settings?.allowStop ? `${label} is off: dashboard.allow_stop` : null;
};

/** Why a movement moved nothing. */
export const edgeWords = (by: number, count: number): string | null =>
	count === 0 ? null : by < 0 ? 'this is the first' : 'this is the last';
