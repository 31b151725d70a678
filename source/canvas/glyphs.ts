/** Rules; `heavy*` is for what has the focus. Corners, of dialogs alone, in the order top left, top right, bottom left, bottom right. */
type BoxGlyphs = {
	readonly rule: string;
	readonly heavyRule: string;
	readonly side: string;
	readonly heavySide: string;
	readonly heavyCorners: readonly [string, string, string, string];
};

/** A line of a line chart: the ten characters that asciichart draws with, in its order. */
type LineGlyphs = readonly [string, string, string, string, string, string, string, string, string, string];

/** Every sign that tautop draws with, one cell each (but the names of keys), so that plain ASCII is only another set. */
export type Glyphs = {
	readonly ascii: boolean;
	/** Stands where text was cut. */
	readonly cut: string;
	/** Between groups of three digits. */
	readonly thousands: string;
	/** Nine heights of a cell, from empty to full. */
	readonly heights: readonly string[];
	/** The line of a bar: half a cell, then a whole one; ASCII knows the whole one alone. */
	readonly lines: readonly string[];
	/** What tells direct play, direct stream and transcode apart without colour; with it all are the same block. */
	readonly ways: readonly [string, string, string];
	/** True: parts of a cell are told apart by colour, the lower one a block on the colour of the upper one. */
	readonly painted: boolean;
	/** What a bar to 100 % leaves free. */
	readonly track: string;
	/** Four shades of a map, from little to all. */
	readonly shades: readonly [string, string, string, string];
	readonly playing: string;
	readonly paused: string;
	readonly buffering: string;
	readonly selected: string;
	readonly ok: string;
	readonly waiting: string;
	readonly warn: string;
	readonly bad: string;
	readonly home: string;
	readonly up: string;
	readonly down: string;
	readonly same: string;
	readonly sorted: string;
	readonly sortedUp: string;
	readonly more: string;
	readonly times: string;
	readonly minus: string;
	readonly none: string;
	/** A line that nothing should go over. */
	readonly limit: string;
	/** Where the cursor of a chart stands, under a column or across rows. */
	readonly cursor: string;
	/** A line in a chart: from here on it stood elsewhere. */
	readonly moved: string;
	readonly arrow: string;
	readonly enter: string;
	readonly back: string;
	readonly box: BoxGlyphs;
	readonly line: LineGlyphs;
};

/** The signs of the pictures: eighth blocks, box drawing, one cell each in every common font. */
export const unicodeGlyphs: Glyphs = {
	ascii: false,
	painted: false,
	cut: '…',
	thousands: '\u2009',
	heights: [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
	lines: ['╸', '━'],
	ways: ['█', '▓', '▒'],
	shades: ['░', '▒', '▓', '█'],
	track: '·',
	playing: '▶',
	paused: '‖',
	buffering: '~',
	selected: '›',
	ok: '●',
	waiting: '○',
	warn: '!',
	bad: '✕',
	home: '⌂',
	up: '▲',
	down: '▼',
	same: '▬',
	sorted: '▾',
	sortedUp: '▴',
	more: '↓',
	times: '×',
	minus: '−',
	none: '–',
	limit: '┄',
	cursor: '╎',
	moved: '┆',
	arrow: '→',
	enter: '↵',
	back: '⌫',
	box: {
		rule: '─',
		heavyRule: '━',
		side: '│',
		heavySide: '┃',
		heavyCorners: ['┏', '┓', '┗', '┛'],
	},
	line: ['┤', '┤', '╶', '╴', '─', '╰', '╭', '╮', '╯', '│'],
};

/** For `--ascii`, for a locale that is not UTF-8, and for TERM=linux. */
export const asciiGlyphs: Glyphs = {
	ascii: true,
	painted: false,
	cut: '~',
	thousands: ' ',
	heights: [' ', '.', ':', '-', '=', '+', '*', '#', '@'],
	lines: ['#'],
	ways: ['#', '=', '%'],
	shades: ['-', '+', '*', '#'],
	track: '.',
	playing: '>',
	paused: '|',
	buffering: '~',
	selected: '>',
	ok: '*',
	waiting: 'o',
	warn: '!',
	bad: 'x',
	home: 'H',
	up: '^',
	down: 'v',
	same: '=',
	sorted: 'v',
	sortedUp: '^',
	more: 'v',
	times: 'x',
	minus: '-',
	none: '-',
	limit: '_',
	cursor: '^',
	moved: ':',
	arrow: '>',
	enter: 'Enter',
	back: 'Bksp',
	box: {
		rule: '-',
		heavyRule: '=',
		side: '|',
		heavySide: '|',
		heavyCorners: ['+', '+', '+', '+'],
	},
	line: ['|', '|', '-', '-', '-', '`', '.', '.', "'", '|'],
};

/** Where colours tell what patterns tell elsewhere. */
const paintedGlyphs: Glyphs = {...unicodeGlyphs, painted: true, ways: ['█', '█', '█']};

/** The set to draw with; `painted` where there are colours enough to do without patterns. */
export const glyphsFor = (ascii: boolean, painted = false): Glyphs =>
	ascii ? asciiGlyphs : painted ? paintedGlyphs : unicodeGlyphs;
