import type {Role, Row} from '../row.ts';

/** What stands in a cell, as programs read it. */
export type Value = string | number | boolean | null;

/** A column of a table, for rows of any kind. */
export type Column<Item> = {
	/** Its one name: in JSON, in CSV, for sorting and for filtering. */
	readonly id: string;
	readonly heading: string;
	/** What is sorted by. */
	readonly value: (item: Item) => Value;
	/** What is drawn: text, or spans where it has several looks. */
	readonly text: (item: Item) => string | Row;
	readonly align: 'left' | 'right';
	/** It gives way first where there is little room. Of several the last one gives way first. */
	readonly grows?: boolean | undefined;
	/** Cells of text that other columns and bars leave to it; what is still free then is its own too. */
	readonly atMost?: number | undefined;
	/** Cells of one that grows before columns of little worth come. */
	readonly before?: number | undefined;
	/**
	 * Columns with a number go where there is no room, the highest first, those of one number together; the others stay. For a 1 or
	 * a 2 titles are cut short, the others leave them a good part.
	 */
	readonly dropAt?: number | undefined;
	/** A bar of its number can stand before it; the longest is the maximum. The column that rows are sorted by has it, else the first. */
	readonly bar?: boolean | undefined;
	readonly role?: Role | undefined;
	/** Which way it is sorted first: numbers down, texts up. */
	readonly first?: 'up' | 'down' | undefined;
};
