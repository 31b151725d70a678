import {cellText, type DataCell, type DataTable} from './data-table.ts';

/** Tabs and line breaks separate cells and rows, so inside a cell they are blanks. */
const oneLine = (cell: DataCell): string => cellText(cell).replace(/[\t\n\r]/g, ' ');

/** Tab-separated lines under a line of names: for cut, awk and sort. */
export const toPlain = ({columns, rows}: DataTable): string =>
	[columns, ...rows].map(row => `${row.map(oneLine).join('\t')}\n`).join('');
