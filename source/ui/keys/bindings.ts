import {type Action, defaultKeys} from '../../domain/actions.ts';

export type {Action} from '../../domain/actions.ts';

/** One line of the table: what a key does, and how help and footer say it. */
export type Binding = {
	readonly action: Action;
	readonly keys: readonly string[];
	readonly help: string;
	/** The word in the footer, for keys that can stand there. */
	readonly footer?: string;
	/** Changes something, so it is dead with `--look-only`. */
	readonly changes?: boolean;
};

const words: ReadonlyArray<Omit<Binding, 'keys'>> = [
	{action: 'open', help: 'open what is selected', footer: 'open'},
	{action: 'back', help: 'one step back', footer: 'back'},
	{action: 'zoom', help: 'this pane over the whole screen, and back', footer: 'zoom'},
	{action: 'pane-1', help: 'the first pane; again: zoom it'},
	{action: 'pane-2', help: 'the second pane'},
	{action: 'pane-3', help: 'the third pane'},
	{action: 'pane-4', help: 'the fourth pane'},
	{action: 'pane-5', help: 'the fifth pane'},
	{action: 'pane-6', help: 'the sixth pane'},
	{action: 'views', help: 'all views, by name', footer: 'views'},
	{action: 'next-pane', help: 'next pane', footer: 'next'},
	{action: 'previous-pane', help: 'previous pane'},
	{action: 'up', help: 'a row up'},
	{action: 'down', help: 'a row down'},
	{action: 'left', help: 'a column or slot to the left'},
	{action: 'right', help: 'a column or slot to the right'},
	{action: 'first', help: 'first row'},
	{action: 'last', help: 'last row'},
	{action: 'page-up', help: 'a screen up'},
	{action: 'page-down', help: 'a screen down'},
	{action: 'user', help: 'the user of this row', footer: 'user'},
	{action: 'filter', help: 'filter a list; in history, search all of it', footer: 'filter'},
	{action: 'drop-chip', help: 'drop what narrowed the page last', footer: 'widen'},
	{action: 'sort', help: 'sort by the next column', footer: 'sort'},
	{action: 'reverse', help: 'reverse that order'},
	{action: 'columns-left', help: 'columns further left'},
	{action: 'columns-right', help: 'further columns', footer: 'columns'},
	{action: 'range', help: '7, 30, 90, 365 days, all', footer: 'range'},
	{action: 'range-back', help: 'the other way'},
	{action: 'earlier', help: 'five minutes earlier: the past', footer: 'earlier'},
	{action: 'later', help: 'five minutes later'},
	{action: 'day-earlier', help: 'a day earlier'},
	{action: 'day-later', help: 'a day later'},
	{action: 'axis', help: 'count plays, hours or users', footer: 'plays/hours'},
	{action: 'draw', help: 'another way to draw', footer: 'draw'},
	{action: 'films', help: 'films, shows, all', footer: 'films/shows'},
	{action: 'home-only', help: 'on Home only', footer: 'on Home'},
	{action: 'idle', help: 'never played, or not in a year either', footer: 'idle'},
	{action: 'kind', help: 'the next kind of event', footer: 'kind'},
	{action: 'export', help: 'export this view as CSV or JSON', footer: 'export'},
	{action: 'copy', help: 'copy the row', footer: 'copy'},
	{action: 'address', help: 'its address in Tautulli', footer: 'address'},
	{action: 'refresh', help: 'ask again now; ends a wait', footer: 'ask again'},
	{action: 'collect', help: 'collect now; while it runs: cancel', footer: 'collect', changes: true},
	{action: 'stop', help: 'stop this stream, after a question', footer: 'stop', changes: true},
	{action: 'details', help: 'details of the trouble shown'},
	{action: 'yes', help: 'yes, where something is asked', changes: true},
	{action: 'mouse', help: 'hear the mouse, or not'},
	{action: 'next-server', help: 'the next server', footer: 'server'},
	{action: 'init', help: 'in the demo: connect your own server', footer: 'connect yours'},
	{action: 'help', help: 'this page', footer: 'help'},
	{action: 'repaint', help: 'repaint the screen'},
	{action: 'suspend', help: 'to the shell; fg comes back'},
	{action: 'quit', help: 'close what is open; at home, quit', footer: 'quit'},
	{action: 'leave', help: 'quit at once'},
];

/** One meaning per key everywhere. Help, footer and the handling of keys are all made from this table. */
export const bindings: readonly Binding[] = words.map(binding => ({...binding, keys: defaultKeys[binding.action]}));

/** The table with the keys that the user chose: action name to key. The configuration has seen to it that none is taken twice. */
export const boundTo = (chosen: Readonly<Record<string, string>>): readonly Binding[] =>
	bindings.map(binding => {
		const key = chosen[binding.action];
		return key === undefined ? binding : {...binding, keys: [key]};
	});

/** What a key does; null: nothing. Of two actions that share it, the one that has a meaning here. */
export const actionOf = (
	table: readonly Binding[],
	key: string,
	lookOnly: boolean,
	isMeant: (action: Action) => boolean = () => true,
): Action | null => {
	const found = table.filter(({keys}) => keys.includes(key));
	const binding = found.length > 1 ? (found.find(({action}) => isMeant(action)) ?? found[0]) : found[0];
	return binding && !(lookOnly && binding.changes) ? binding.action : null;
};

/** True for what must not start from a key that nobody may have pressed. */
export const isChanging = (action: Action): boolean =>
	bindings.some(binding => binding.action === action && binding.changes === true);
