import {rowWidth} from '../row.ts';
import {textWidth} from '../widths.ts';
import type {Column} from './column.ts';

/** A column, and the cells that it can do with. */
export type Measured<Item> = {
	readonly column: Column<Item>;
	/** It is the one that has the bar. */
	readonly barred: boolean;
	/** Of its heading, with the mark of the order where no gap before it has room for that. */
	readonly heading: number;
	/** With all of its texts whole. */
	readonly whole: number;
	/** As wide as it wants to be while others want to be wider too. */
	readonly natural: number;
	/** Narrower only where nothing else could go. */
	readonly least: number;
};

/** A growing column is not made narrower than this while another could go. */
const narrowest = 10;

const cellWidth = (text: ReturnType<Column<never>['text']>): number =>
	typeof text === 'string' ? textWidth(text) : rowWidth(text);

/** As wide as its longest text, so that no number is cut and nothing jumps when the rows scroll. */
export const measure = <Item>(
	column: Column<Item>,
	rows: readonly Item[],
	{marked, barred}: {readonly marked: boolean; readonly barred: boolean},
): Measured<Item> => {
	const heading = textWidth(column.heading) + (marked && column.heading !== '' ? 1 : 0);
	let whole = 0;
	for (const item of rows) whole = Math.max(whole, cellWidth(column.text(item)));
	// The heading of a column with a bar lies over that.
	if (!barred) whole = Math.max(whole, heading);
	const natural = Math.min(whole, Math.max(column.atMost ?? whole, heading));
	return {column, barred, heading, whole, natural, least: column.grows ? Math.min(natural, narrowest) : natural};
};
