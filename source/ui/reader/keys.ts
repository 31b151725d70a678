import {findView} from '../../views/index.ts';
import type {Action, Binding} from '../keys/bindings.ts';

/** The actions that have a meaning without a screen, in the order of the help. */
export const readerActions: readonly Action[] = [
	'pane-1',
	'pane-2',
	'pane-3',
	'pane-4',
	'pane-5',
	'pane-6',
	'views',
	'collect',
	'range',
	'range-back',
	'axis',
	'refresh',
	'next-server',
	'init',
	'help',
	'suspend',
	'quit',
];

const words: Readonly<Partial<Record<Action, string>>> = {
	views: 'all views: type a name, then enter',
	'range-back': 'the same the other way',
	init: 'connect your own server',
	help: 'this list',
	quit: 'leave',
};

/** A digit speaks the view of its place. */
const placeWords = (action: Action, places: readonly string[]): string | undefined => {
	const digit = /^pane-(\d)$/.exec(action)?.[1];
	const view = digit === undefined ? null : findView(places[Number(digit) - 1] ?? '');
	return view?.title.toLowerCase();
};

const names: Readonly<Record<string, string>> = {'?': 'question mark'};

const keyWords = (key: string): string => {
	if (/^[A-Z]$/.test(key)) return `capital ${key}`;
	return key.startsWith('ctrl-') ? `control ${key.slice(5).toUpperCase()}` : (names[key] ?? key);
};

/** A line a key, as it is really bound. */
export const keyHelp = (
	bindings: readonly Binding[],
	places: readonly string[],
	{lookOnly, unconfigured}: {readonly lookOnly: boolean; readonly unconfigured: boolean},
): readonly string[] =>
	readerActions.flatMap(action => {
		const binding = bindings.find(each => each.action === action);
		const key = binding?.keys[0];
		if (!binding || key === undefined || (binding.changes && lookOnly) || (action === 'init' && !unconfigured))
			return [];
		return [`${keyWords(key)}: ${placeWords(action, places) ?? words[action] ?? binding.help}.`];
	});
