import {folded} from '../../domain/text/folded.ts';
import {rowText} from '../row.ts';
import type {Column} from './column.ts';

const textOf = <Item>(item: Item, {text, value}: Column<Item>): string => {
	const drawn = text(item);
	return `${typeof drawn === 'string' ? drawn : rowText(drawn)} ${value(item) ?? ''}`;
};

/**
 * The rows that hold a text in any column; `!` in front: that do not. `id:text` looks into the column of that id alone. No text:
 * all of them.
 */
export const filterRows = <Item>(
	rows: readonly Item[],
	columns: readonly Column<Item>[],
	filter: string,
): readonly Item[] => {
	const inverts = filter.startsWith('!');
	const asked = folded(inverts ? filter.slice(1) : filter).trim();
	if (asked === '') return rows;
	const [, id, rest] = /^([\w/]+):(.+)$/.exec(asked) ?? [];
	const column = columns.find(each => each.id === id);
	const [searched, wanted] = column && rest !== undefined ? [[column], rest.trim()] : [columns, asked];
	return rows.filter(item => searched.some(each => folded(textOf(item, each)).includes(wanted)) !== inverts);
};
