import type {Cell} from '../../test/helpers/terminal-screen.ts';

const plain: Cell = {
	text: ' ',
	width: 1,
	bold: false,
	dim: false,
	italic: false,
	underline: false,
	inverse: false,
	foreground: 'default',
	background: 'default',
};

/** What is written below a film: a key as a block, and what it is for. */
export type Caption = {readonly key: string; readonly words: string};

/** A caption as a row of cells, as wide as the screen above it. */
export const captionRow = ({key, words}: Caption, columns: number): Cell[] => {
	const cap: Cell[] = key === '' ? [] : [...` ${key} `].map(text => ({...plain, text, bold: true, inverse: true}));
	const said: Cell[] = [...`  ${words}`].map(text => ({...plain, text}));
	const cells = [...(cap.length > 0 ? [plain, ...cap] : []), ...said].slice(0, columns);
	return [...cells, ...Array.from({length: columns - cells.length}, () => plain)];
};
