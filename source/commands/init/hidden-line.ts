/** A line that is typed unseen: what it holds so far, and where in a sequence of the terminal its input is. */
export type HiddenLine = {
	readonly text: string;
	readonly inside: 'text' | 'escape' | 'sequence';
};

/** What came of a piece of input. `rest` was typed behind the end of the line. */
export type Heard =
	| {readonly type: 'more'; readonly line: HiddenLine}
	| {readonly type: 'done'; readonly text: string; readonly rest: string}
	| {readonly type: 'interrupt' | 'end' | 'suspend'; readonly line: HiddenLine; readonly rest: string};

export const emptyLine: HiddenLine = {text: '', inside: 'text'};

const ends: Readonly<Record<string, 'interrupt' | 'end' | 'suspend'>> = {
	'\u0003': 'interrupt',
	'\u0004': 'end',
	'\u001A': 'suspend',
};

/** Arrows, marks of a paste and other sequences are no text. */
const afterSign = ({text, inside}: HiddenLine, sign: string): HiddenLine => {
	if (inside === 'escape') return {text, inside: sign === '[' || sign === 'O' ? 'sequence' : 'text'};
	if (inside === 'sequence') return {text, inside: /[@-~]/.test(sign) ? 'text' : 'sequence'};
	if (sign === '\u001B') return {text, inside: 'escape'};
	if (sign === '\u007F' || sign === '\b') return {text: [...text].slice(0, -1).join(''), inside};
	if (sign === '\u0015' || sign === '\u0017') return {text: '', inside};
	return /\p{C}/u.test(sign) ? {text, inside} : {text: text + sign, inside};
};

/** One piece of input more: what is typed, or a whole paste. */
export const hearHidden = (before: HiddenLine, input: string): Heard => {
	let line = before;
	const signs = [...input];
	for (const [index, sign] of signs.entries()) {
		const rest = signs.slice(index + 1).join('');
		if (sign === '\r' || sign === '\n') return {type: 'done', text: line.text, rest};
		const end = ends[sign];
		// Behind text it is a slip, as for a shell.
		if (end && !(end === 'end' && line.text !== '')) return {type: end, line: {...line, inside: 'text'}, rest};
		line = afterSign(line, sign);
	}
	return {type: 'more', line};
};
