import type {Role, Row} from './row.ts';
import {steadyText} from './steady.ts';

/** SGR on and off for each role, for headless output; the dashboard has themes. */
const looks: Record<Role, readonly [string, string] | null> = {
	plain: null,
	inverse: ['\u001B[7m', '\u001B[27m'],
	dim: ['\u001B[2m', '\u001B[22m'],
	bold: ['\u001B[1m', '\u001B[22m'],
	accent: ['\u001B[35m', '\u001B[39m'],
	copy: ['\u001B[36m', '\u001B[39m'],
	transcode: ['\u001B[33m', '\u001B[39m'],
	bad: ['\u001B[31m', '\u001B[39m'],
	title: ['\u001B[1m', '\u001B[22m'],
	selected: ['\u001B[7m', '\u001B[27m'],
};

/** A row as a line for a terminal or a file: without blanks at its end, and without escape bytes when `color` is false. */
export const paintRow = (row: Row, color: boolean): string => {
	let line = '';
	// From the right, so that blanks at the end go before a look closes behind them.
	for (const {text: whole, role} of row.toReversed()) {
		const text = steadyText(whole);
		const visible = line === '' ? text.trimEnd() : text;
		const look = color && role !== undefined && visible.trim() !== '' ? looks[role] : null;
		line = (look === null ? visible : `${look[0]}${visible}${look[1]}`) + line;
	}
	return line;
};
