import {cellText, type DataCell, type DataTable} from './data-table.ts';

const quote = (cell: DataCell): string => {
	const text = cellText(cell);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Comma-separated values as RFC 4180 has them, names first; lines end with a line feed. */
export const toCsv = ({columns, rows}: DataTable): string =>
	[columns, ...rows].map(row => `${row.map(quote).join(',')}\n`).join('');
