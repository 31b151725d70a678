import {cellText, type DataCell, type DataTable} from './data-table.ts';
import type {Document} from './document.ts';

/** What means something anywhere in a line; `:` and `.` where an address would become a link. */
const signs = /[\\`*_{}[\]<>|~#&@$^]|:(?=\/\/)|(?<=\bwww)\./gi;

/** What makes a list, a heading or a rule at the beginning of a line. */
const beginning = /^(\s*)(?:([-+=])|(\d+)([.)]))/;

/** Text that stays text; a line break would begin a block. */
const inert = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(signs, sign => `\\${sign}`)
		.replace(beginning, (_, blanks: string, sign?: string, digits = '', stop = '') =>
			sign === undefined ? `${blanks}${digits}\\${stop}` : `${blanks}\\${sign}`,
		);

const isNumber = (cell: DataCell): boolean => typeof cell === 'number';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Columns of numbers stand on the right. */
const tableLines = ({columns, rows}: DataTable): readonly string[] => [
	line(columns.map(inert)),
	line(columns.map((_, index) => (rows.some(row => isNumber(row[index] ?? null)) ? '---:' : '---'))),
	...rows.map(row => line(row.map(cell => inert(cellText(cell))))),
];

/** GitHub's Markdown. Nothing that a server sent means anything in it. */
export const toMarkdown = ({title, paragraphs, tables}: Document): string => {
	const blocks = [
		`# ${inert(title)}`,
		...paragraphs.map(inert),
		...tables.flatMap(({title: heading, table}) => [
			...(heading === '' ? [] : [`## ${inert(heading)}`]),
			tableLines(table).join('\n'),
		]),
	];
	return `${blocks.join('\n\n')}\n`;
};
