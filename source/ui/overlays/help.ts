import {fitRow, type Row} from '../../canvas/row.ts';
import {padEnd} from '../../canvas/widths.ts';
import type {Binding} from '../keys/bindings.ts';
import {keyLabel} from '../keys/labels.ts';
import type {Shell} from '../shell.ts';

const helpRow = ({keys, help}: Binding, {glyphs}: Shell): Row => [
	{text: ' '},
	{text: padEnd(keys.map(key => keyLabel(key, glyphs)).join(' '), 15, glyphs.cut), role: 'bold'},
	{text: help},
];

/** The table of keys as it is really bound; in two columns where there is room. */
export const helpRows = (shell: Shell): readonly Row[] => {
	const {columns, rows} = shell.state.size;
	const lines = shell.bindings.map(binding => helpRow(binding, shell));
	if (columns < 100 || lines.length <= rows - 3) return lines;
	const half = Math.ceil(lines.length / 2);
	const width = Math.floor(columns / 2);
	return lines
		.slice(0, half)
		.map((row, index) => [...fitRow(row, width - 1, shell.glyphs.cut), ...(lines[half + index] ?? [])]);
};
