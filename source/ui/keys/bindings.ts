/** What keys can do. Names are the configuration's (`dashboard.keys`). */
export type Action =
	| 'pane-1'
	| 'pane-2'
	| 'pane-3'
	| 'pane-4'
	| 'pane-5'
	| 'pane-6'
	| 'next-pane'
	| 'previous-pane'
	| 'up'
	| 'down'
	| 'left'
	| 'right'
	| 'first'
	| 'last'
	| 'page-up'
	| 'page-down'
	| 'open'
	| 'back'
	| 'zoom'
	| 'range'
	| 'range-back'
	| 'axis'
	| 'films'
	| 'home-only'
	| 'sort'
	| 'refresh'
	| 'collect'
	| 'details'
	| 'yes'
	| 'help'
	| 'repaint'
	| 'suspend'
	| 'quit'
	| 'leave';

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

/** One meaning per key everywhere. Help, footer and the handling of keys are all made from this table. */
export const bindings: readonly Binding[] = [
	{action: 'open', keys: ['enter'], help: 'open what is selected', footer: 'open'},
	{action: 'back', keys: ['esc', 'backspace'], help: 'one step back', footer: 'back'},
	{action: 'zoom', keys: ['z'], help: 'this pane over the whole screen, and back', footer: 'zoom'},
	{action: 'pane-1', keys: ['1'], help: 'now playing; again: zoom it'},
	{action: 'pane-2', keys: ['2'], help: 'plays by hour; zoomed: plays by date'},
	{action: 'pane-3', keys: ['3'], help: 'stream types'},
	{action: 'pane-4', keys: ['4'], help: 'peak streams; zoomed: streams through time'},
	{action: 'pane-5', keys: ['5'], help: 'collections; zoomed: the selected one'},
	{action: 'pane-6', keys: ['6'], help: 'status; zoomed: runs and events'},
	{action: 'next-pane', keys: ['tab'], help: 'next pane', footer: 'next'},
	{action: 'previous-pane', keys: ['shift-tab'], help: 'previous pane'},
	{action: 'up', keys: ['up', 'k'], help: 'a row up'},
	{action: 'down', keys: ['down', 'j'], help: 'a row down'},
	{action: 'left', keys: ['left', 'h'], help: 'a column or slot to the left'},
	{action: 'right', keys: ['right', 'l'], help: 'a column or slot to the right'},
	{action: 'first', keys: ['g', 'home'], help: 'first row'},
	{action: 'last', keys: ['G', 'end'], help: 'last row'},
	{action: 'page-up', keys: ['pgup', 'ctrl-u'], help: 'a screen up'},
	{action: 'page-down', keys: ['pgdn', 'ctrl-d'], help: 'a screen down'},
	{action: 'range', keys: ['t'], help: '7, 30, 90, 365 days, all', footer: 'range'},
	{action: 'range-back', keys: ['T'], help: 'the other way'},
	{action: 'axis', keys: ['p'], help: 'count plays or hours', footer: 'plays/hours'},
	{action: 'sort', keys: ['s'], help: 'board: by rank, plays per item, name', footer: 'sort'},
	{action: 'films', keys: ['f'], help: 'board: films, shows, all', footer: 'films/shows'},
	{action: 'home-only', keys: ['o'], help: 'board: on Home only', footer: 'on Home'},
	{action: 'refresh', keys: ['r'], help: 'ask again now; ends a wait', footer: 'ask again'},
	{action: 'collect', keys: ['c'], help: 'collect now; while it runs: cancel', footer: 'collect', changes: true},
	{action: 'details', keys: ['d'], help: 'details of the trouble shown'},
	{action: 'yes', keys: ['y'], help: 'yes, where something is asked', changes: true},
	{action: 'help', keys: ['?'], help: 'this page', footer: 'help'},
	{action: 'repaint', keys: ['ctrl-l'], help: 'paint the screen anew'},
	{action: 'suspend', keys: ['ctrl-z'], help: 'to the shell; fg comes back'},
	{action: 'quit', keys: ['q'], help: 'close what is open; at home, quit', footer: 'quit'},
	{action: 'leave', keys: ['ctrl-c'], help: 'quit at once'},
];

/** The table with the keys that the user chose: action name to key. An action that is not known is passed over. */
export const boundTo = (chosen: Readonly<Record<string, string>>): readonly Binding[] => {
	const taken = new Set(Object.values(chosen));
	return bindings.map(binding => {
		const key = chosen[binding.action];
		if (key !== undefined) return {...binding, keys: [key]};
		return {...binding, keys: binding.keys.filter(name => !taken.has(name))};
	});
};

/** What a key does; null: nothing. */
export const actionOf = (table: readonly Binding[], key: string, lookOnly: boolean): Action | null => {
	const binding = table.find(({keys}) => keys.includes(key));
	return binding && !(lookOnly && binding.changes) ? binding.action : null;
};

/** True for what must not start from a key that nobody may have pressed. */
export const isChanging = (action: Action): boolean =>
	bindings.some(binding => binding.action === action && binding.changes === true);
