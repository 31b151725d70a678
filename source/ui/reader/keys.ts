import type {Action, Binding} from '../keys/bindings.ts';

/** The actions that have a meaning without a screen, in the order of the help. */
export const readerActions: readonly Action[] = [
	'pane-1',
	'pane-2',
	'pane-3',
	'pane-4',
	'pane-5',
	'pane-6',
	'collect',
	'range',
	'range-back',
	'axis',
	'refresh',
	'help',
	'suspend',
	'quit',
];

const words: Readonly<Partial<Record<Action, string>>> = {
	'pane-1': 'now playing',
	'pane-2': 'plays by hour',
	'pane-3': 'stream types',
	'pane-4': 'peak streams',
	'pane-5': 'collections',
	'pane-6': 'status',
	'range-back': 'the same the other way',
	help: 'this list',
	quit: 'leave',
};

const names: Readonly<Record<string, string>> = {'?': 'question mark'};

const keyWords = (key: string): string => {
	if (/^[A-Z]$/.test(key)) return `capital ${key}`;
	return key.startsWith('ctrl-') ? `control ${key.slice(5).toUpperCase()}` : (names[key] ?? key);
};

/** A line a key, as it is really bound. */
export const keyHelp = (bindings: readonly Binding[], lookOnly: boolean): readonly string[] =>
	readerActions.flatMap(action => {
		const binding = bindings.find(each => each.action === action);
		const key = binding?.keys[0];
		if (!binding || key === undefined || (binding.changes && lookOnly)) return [];
		return [`${keyWords(key)}: ${words[action] ?? binding.help}.`];
	});
