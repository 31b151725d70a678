import {cellText, type DataCell, type DataTable} from './data-table.ts';

/** What a spreadsheet takes for a formula, also behind blanks or quotes and in full width. */
const formula = /^[\s"']*[=+\-@＝＋－＠]|^[\t\r]/;

/** An apostrophe in front says "text" to a spreadsheet. Numbers are none, a negative one included. */
const harmless = (cell: DataCell): string =>
	typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cellText(cell);

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Comma-separated values as RFC 4180 has them, names first; lines end with a line feed. Text that a spreadsheet would
 * run has an apostrophe in front.
 */
export const toCsv = ({columns, rows}: DataTable): string =>
	[columns, ...rows].map(row => `${row.map(cell => quote(harmless(cell))).join(',')}\n`).join('');
