import type {Role, Row} from './row.ts';

/** SGR on and off for each role, for headless output; the dashboard has themes. Cyan is the one accent of 16 colours. */
const looks: Record<Role, readonly [string, string] | null> = {
	plain: null,
	dim: ['\u001B[2m', '\u001B[22m'],
	bold: ['\u001B[1m', '\u001B[22m'],
	accent: ['\u001B[36m', '\u001B[39m'],
	warn: ['\u001B[33m', '\u001B[39m'],
	bad: ['\u001B[31m', '\u001B[39m'],
	title: ['\u001B[1m', '\u001B[22m'],
	selected: ['\u001B[7m', '\u001B[27m'],
};

/** A row as a line for a terminal or a file: without blanks at its end, and without escape bytes when `color` is false. */
export const paintRow = (row: Row, color: boolean): string => {
	const spans = row.map(({text, role}) => {
		const look = color && role !== undefined && text.trim() !== '' ? looks[role] : null;
		return look === null ? text : `${look[0]}${text}${look[1]}`;
	});
	return spans.join('').trimEnd();
};
