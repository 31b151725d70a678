/** The flags of a key press that matter here; Ink's `Key` has all of them. */
export type KeyFlags = {
	readonly upArrow: boolean;
	readonly downArrow: boolean;
	readonly leftArrow: boolean;
	readonly rightArrow: boolean;
	readonly pageDown: boolean;
	readonly pageUp: boolean;
	readonly home: boolean;
	readonly end: boolean;
	readonly return: boolean;
	readonly escape: boolean;
	readonly tab: boolean;
	readonly backspace: boolean;
	readonly delete: boolean;
	readonly shift: boolean;
	readonly ctrl: boolean;
	readonly meta: boolean;
};

const special: ReadonlyArray<readonly [keyof KeyFlags, string]> = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pgup'],
	['pageDown', 'pgdn'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'esc'],
	['backspace', 'backspace'],
	['delete', 'backspace'],
];

/** Control bytes that can stand inside a chunk of typed text. */
const inChunk: Readonly<Record<string, string>> = {
	'\r': 'enter',
	'\n': 'enter',
	'\t': 'tab',
	'\u{8}': 'backspace',
	'\u{7f}': 'backspace',
	'\u{3}': 'ctrl-c',
	'\u{4}': 'ctrl-d',
	'\u{c}': 'ctrl-l',
	'\u{15}': 'ctrl-u',
	'\u{1a}': 'ctrl-z',
};

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});

/**
 * The names of the keys in one piece of input, as the table of bindings writes them. Fast typing arrives as one piece
 * ("jj"), so it is taken apart grapheme by grapheme.
 */
export const keyNames = (input: string, key: KeyFlags): string[] => {
	if (key.tab) return [key.shift ? 'shift-tab' : 'tab'];
	const named = special.find(([flag]) => key[flag]);
	if (named) return [named[1]];
	if (key.ctrl) return input === '' ? [] : [`ctrl-${input.toLowerCase()}`];
	if (key.meta) return [];
	return [...graphemes.segment(input)]
		.map(({segment}) => (segment === '\r\n' ? 'enter' : (inChunk[segment] ?? segment)))
		.filter(name => !/^\p{Cc}/u.test(name));
};
