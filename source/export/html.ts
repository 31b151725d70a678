import {cellText, type DataTable} from './data-table.ts';
import type {Document} from './document.ts';

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const inert = (text: string): string => text.replace(/[&<>"']/g, sign => entities[sign] ?? '');

/** The page may load and run nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

const style = [
	'body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}',
	'table{border-collapse:collapse}',
	'th,td{padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}',
	'.n{text-align:right;font-variant-numeric:tabular-nums}',
	'@media(prefers-color-scheme:dark){body{background:#111;color:#eee}}',
].join('');

const tableLines = ({columns, rows}: DataTable): readonly string[] => [
	'<table>',
	`<thead><tr>${columns.map(name => `<th>${inert(name)}</th>`).join('')}</tr></thead>`,
	'<tbody>',
	...rows.map(row => {
		const cells = row.map(cell => `<td${typeof cell === 'number' ? ' class="n"' : ''}>${inert(cellText(cell))}</td>`);
		return `<tr>${cells.join('')}</tr>`;
	}),
	'</tbody>',
	'</table>',
];

/** A page of its own, without scripts. Nothing that a server sent means anything in it. */
export const toHtml = ({title, paragraphs, tables}: Document): string => {
	const lines = [
		'<!doctype html>',
		'<html lang="en">',
		'<head>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${inert(policy)}">`,
		'<meta name="viewport" content="width=device-width">',
		`<title>${inert(title)}</title>`,
		`<style>${style}</style>`,
		'</head>',
		'<body>',
		`<h1>${inert(title)}</h1>`,
		...paragraphs.map(text => `<p>${inert(text)}</p>`),
		...tables.flatMap(({title: heading, table}) => [
			...(heading === '' ? [] : [`<h2>${inert(heading)}</h2>`]),
			...tableLines(table),
		]),
		'</body>',
		'</html>',
	];
	return `${lines.join('\n')}\n`;
};
