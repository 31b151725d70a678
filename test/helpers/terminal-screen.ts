import {createRequire} from 'node:module';
import type {IBufferCell} from '@xterm/headless';
import {codepointWidths} from './terminal-widths.ts';

// CommonJS without names that Node could see from an ES module.
const xterm: typeof import('@xterm/headless') = createRequire(import.meta.url)('@xterm/headless');

/** `default`, a number of the palette, or `#rrggbb`. */
type CellColor = 'default' | number | `#${string}`;

/** One cell of the screen. The second half of a wide character has text `''` and width 0. */
export type Cell = {
	readonly text: string;
	readonly width: number;
	readonly bold: boolean;
	readonly dim: boolean;
	readonly italic: boolean;
	readonly underline: boolean;
	readonly inverse: boolean;
	readonly foreground: CellColor;
	readonly background: CellColor;
};

/** The modes that a program can leave behind. */
export type Modes = {
	readonly alternateScreen: boolean;
	readonly cursorHidden: boolean;
	readonly mouse: boolean;
	readonly bracketedPaste: boolean;
	readonly focusReporting: boolean;
	readonly synchronizedOutput: boolean;
	/** A line that is too long goes on in the next one. */
	readonly lineWrap: boolean;
	readonly kittyKeyboard: boolean;
	readonly applicationCursorKeys: boolean;
};

/** The modes of a terminal that nobody has touched. */
export const untouchedModes: Modes = {
	alternateScreen: false,
	cursorHidden: false,
	mouse: false,
	bracketedPaste: false,
	focusReporting: false,
	synchronizedOutput: false,
	lineWrap: true,
	kittyKeyboard: false,
	applicationCursorKeys: false,
};

/** What stands behind the program: a terminal without a window. */
export type Screen = {
	/** Resolves when the bytes have been worked in. */
	readonly write: (bytes: Uint8Array) => Promise<void>;
	readonly resize: (columns: number, rows: number) => void;
	/** The rows as text, without blanks at their ends. */
	readonly lines: () => string[];
	/** The rows of the primary screen with what has scrolled out of it, down to the last one with text. */
	readonly primaryLines: () => string[];
	readonly cells: (row: number) => Cell[];
	readonly cursor: () => {readonly row: number; readonly column: number};
	readonly modes: () => Modes;
	readonly title: () => string;
	readonly dispose: () => void;
};

export type ScreenOptions = {
	readonly columns: number;
	readonly rows: number;
	/** Answer to the question for the background (OSC 11), such as `rgb:0000/0000/0000`; absent: no answer. */
	readonly background?: string | undefined;
	/** What the terminal says to the program by itself: answers to its questions. */
	readonly reply: (data: string) => void;
	/** Private messages of the wrapper around the program. */
	readonly message: (data: string) => void;
};

/** The number of the escape sequence (OSC) that the wrapper speaks with; terminals ignore it. */
export const messageCode = 7777;

const colorOf = (isDefault: boolean, isRgb: boolean, value: number): CellColor => {
	if (isDefault) return 'default';
	return isRgb ? `#${value.toString(16).padStart(6, '0')}` : value;
};

const toCell = (cell: IBufferCell): Cell => ({
	text: cell.getWidth() === 0 ? '' : cell.getChars() || ' ',
	width: cell.getWidth(),
	bold: cell.isBold() !== 0,
	dim: cell.isDim() !== 0,
	italic: cell.isItalic() !== 0,
	underline: cell.isUnderline() !== 0,
	inverse: cell.isInverse() !== 0,
	foreground: colorOf(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
	background: colorOf(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
});

export const createScreen = ({columns, rows, background, reply, message}: ScreenOptions): Screen => {
	const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 2000});
	terminal.unicode.register(codepointWidths);
	terminal.unicode.activeVersion = codepointWidths.version;
	let cursorHidden = false;
	let kittyLevels = 0;
	let title = '';
	terminal.onData(reply);
	terminal.onTitleChange(text => {
		title = text;
	});
	const {parser} = terminal;
	// xterm.js does not tell these two; `false` lets it do its own work as well.
	const cursorHandler = (hidden: boolean) => (parameters: (number | number[])[]) => {
		if (parameters.includes(25)) cursorHidden = hidden;
		return false;
	};
	parser.registerCsiHandler({prefix: '?', final: 'h'}, cursorHandler(false));
	parser.registerCsiHandler({prefix: '?', final: 'l'}, cursorHandler(true));
	parser.registerCsiHandler({prefix: '>', final: 'u'}, () => {
		kittyLevels++;
		return false;
	});
	parser.registerCsiHandler({prefix: '<', final: 'u'}, ([levels]) => {
		kittyLevels = Math.max(0, kittyLevels - (typeof levels === 'number' && levels > 0 ? levels : 1));
		return false;
	});
	parser.registerOscHandler(messageCode, data => {
		message(data);
		return true;
	});
	parser.registerOscHandler(11, data => {
		if (data === '?' && background !== undefined) reply(`\u001B]11;${background}\u001B\\`);
		return true;
	});
	const rowText = (buffer: typeof terminal.buffer.active, row: number): string =>
		buffer.getLine(row)?.translateToString(true).trimEnd() ?? '';
	// xterm's own decoder loses a sign such as `…` where two reads cut it before a byte whose bits are zero.
	const decoder = new TextDecoder();
	return {
		write: bytes => new Promise(resolve => terminal.write(decoder.decode(bytes, {stream: true}), resolve)),
		resize: (newColumns, newRows) => terminal.resize(newColumns, newRows),
		lines: () => {
			const {active} = terminal.buffer;
			return Array.from({length: terminal.rows}, (_, row) => rowText(active, active.baseY + row));
		},
		primaryLines: () => {
			const {normal} = terminal.buffer;
			const all = Array.from({length: normal.length}, (_, row) => rowText(normal, row));
			return all.slice(0, all.findLastIndex(line => line !== '') + 1);
		},
		cells: row => {
			const {active} = terminal.buffer;
			const line = active.getLine(active.baseY + row);
			return Array.from({length: terminal.cols}, (_, column) => line?.getCell(column))
				.filter(cell => cell !== undefined)
				.map(toCell);
		},
		cursor: () => ({row: terminal.buffer.active.cursorY, column: terminal.buffer.active.cursorX}),
		modes: () => ({
			alternateScreen: terminal.buffer.active.type === 'alternate',
			cursorHidden,
			mouse: terminal.modes.mouseTrackingMode !== 'none',
			bracketedPaste: terminal.modes.bracketedPasteMode,
			focusReporting: terminal.modes.sendFocusMode,
			synchronizedOutput: terminal.modes.synchronizedOutputMode,
			lineWrap: terminal.modes.wraparoundMode,
			kittyKeyboard: kittyLevels > 0,
			applicationCursorKeys: terminal.modes.applicationCursorKeysMode,
		}),
		title: () => title,
		dispose: () => terminal.dispose(),
	};
};
