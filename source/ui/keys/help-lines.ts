import type {Glyphs} from '../../canvas/glyphs.ts';
import type {Action} from '../../domain/actions.ts';
import {folded} from '../../domain/text/folded.ts';
import type {View} from '../../views/plan/view.ts';
import type {Binding} from './bindings.ts';
import {keyLabel} from './labels.ts';

/** A line of the help: keys that belong together, and what they do. */
export type HelpLine = {readonly actions: readonly [Action, ...Action[]]; readonly words: string};

const line = (words: string, ...actions: HelpLine['actions']): HelpLine => ({actions, words});

/** What is for the pane with the focus, where it gives a meaning to it. */
export const paneLines: readonly HelpLine[] = [
	line('open what is selected', 'open'),
	line('the user of this row', 'user'),
	line('whole screen, and back', 'zoom'),
	line('filter, search history', 'filter'),
	line('drop the last chip', 'drop-chip'),
	line('sort, reverse', 'sort', 'reverse'),
	line('further columns', 'columns-left', 'columns-right'),
	line('another way to draw', 'draw'),
	line('plays, hours, users', 'axis'),
	line('films, shows, all', 'films'),
	line('on Home only', 'home-only'),
	line('not in a year either', 'idle'),
	line('one kind of event', 'kind'),
	line('stop this stream; asks', 'stop'),
	line('copy the row', 'copy'),
	line('its page in Tautulli', 'address'),
	line('export as CSV or JSON', 'export'),
];

/** What means the same everywhere. */
export const commonLines: readonly HelpLine[] = [
	line('pane; again: zoom', 'pane-1', 'pane-2', 'pane-3', 'pane-4', 'pane-5', 'pane-6'),
	line('next pane', 'next-pane'),
	line('previous pane', 'previous-pane'),
	line('one step back', 'back'),
	line('views, by name', 'views'),
	line('row up, down', 'up', 'down'),
	line('column, chart cursor', 'left', 'right'),
	line('first, last', 'first', 'last'),
	line('a screen up', 'page-up'),
	line('a screen down', 'page-down'),
	line('7, 30, 90, 365, all', 'range', 'range-back'),
	line('5 minutes back, on', 'earlier', 'later'),
	line('a day back, on', 'day-earlier', 'day-later'),
	line('ask again now', 'refresh'),
	line('collect now; cancel', 'collect'),
	line('yes, where it is asked', 'yes'),
	line('what is wrong', 'details'),
	line('hear the mouse, or not', 'mouse'),
	line('the next server', 'next-server'),
	line('this help', 'help'),
	line('close; at home quit', 'quit'),
	line('quit at once', 'leave'),
	line('to the shell; fg returns', 'suspend'),
	line('repaint the screen', 'repaint'),
	line('demo: connect yours', 'init'),
];

/** True where the view gives a meaning to what only some do. */
export const isTakenBy = ({actions: [action]}: HelpLine, {keys, takes}: View): boolean => {
	switch (action) {
		case 'sort':
		case 'columns-left':
			return keys.sorts.length > 0;
		case 'axis':
			return (takes.measure ?? []).length > 1;
		case 'draw':
		case 'films':
		case 'home-only':
		case 'idle':
		case 'kind':
			return keys.switches.some(each => each.action === action);
		default:
			return true;
	}
};

const isRow = (keys: readonly string[]): boolean =>
	keys.length > 2 && keys.every((key, index) => key === String(Number(keys[0]) + index));

/** The keys of a line as they are really bound: "s S", "1-6". */
export const lineKeys = ({actions}: HelpLine, bindings: readonly Binding[], glyphs: Glyphs): string => {
	const keys = actions.flatMap(action => bindings.find(each => each.action === action)?.keys ?? []);
	if (isRow(keys)) return `${keys[0]}-${keys.at(-1)}`;
	return keys.map(key => keyLabel(key, glyphs)).join(' ');
};

/** True where a text is in the keys, the words or the names of a line. */
export const lineMatches = (help: HelpLine, keys: string, typed: string): boolean => {
	const asked = folded(typed.trim());
	return keys === typed.trim() || folded(`${help.words} ${help.actions.join(' ')}`).includes(asked);
};
