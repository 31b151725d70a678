/** What keys can do, by the names of the configuration (`dashboard.keys`), and the keys that do it where nobody chose others. */
export const defaultKeys = {
	open: ['enter'],
	back: ['esc', 'backspace'],
	zoom: ['z'],
	'pane-1': ['1'],
	'pane-2': ['2'],
	'pane-3': ['3'],
	'pane-4': ['4'],
	'pane-5': ['5'],
	'pane-6': ['6'],
	'next-pane': ['tab'],
	'previous-pane': ['shift-tab'],
	up: ['up', 'k'],
	down: ['down', 'j'],
	left: ['left', 'h'],
	right: ['right', 'l'],
	first: ['g', 'home'],
	last: ['G', 'end'],
	'page-up': ['pgup', 'ctrl-u'],
	'page-down': ['pgdn', 'ctrl-d'],
	views: ['0', ':'],
	filter: ['/'],
	'drop-chip': ['-'],
	range: ['t'],
	'range-back': ['T'],
	earlier: ['['],
	later: [']'],
	'day-earlier': ['{'],
	'day-later': ['}'],
	axis: ['p'],
	sort: ['s'],
	reverse: ['S'],
	'columns-left': ['<'],
	'columns-right': ['>'],
	films: ['f'],
	'home-only': ['o'],
	kind: ['n'],
	draw: ['v'],
	idle: ['i'],
	init: ['i'],
	user: ['u'],
	export: ['e'],
	copy: ['Y'],
	address: ['O'],
	refresh: ['r'],
	collect: ['c'],
	stop: ['x'],
	details: ['d'],
	yes: ['y'],
	mouse: ['m'],
	'next-server': ['`'],
	help: ['?'],
	repaint: ['ctrl-l'],
	suspend: ['ctrl-z'],
	quit: ['q'],
	leave: ['ctrl-c'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Something that a key can do. */
export type Action = keyof typeof defaultKeys;

/** The one exception to one meaning per key: where the first of them means nothing, the second may. */
export const sharing: readonly (readonly [Action, Action])[] = [['idle', 'init']];

/** True for two actions that may have the same key. */
export const mayShareKey = (one: string, two: string): boolean =>
	sharing.some(pair => pair.some(action => action === one) && pair.some(action => action === two));
