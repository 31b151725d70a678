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
	/** It takes what is left, and gives way first. Of several the last one gives way first. */
	readonly grows?: boolean | undefined;
	/** Cells that it has where it grows, before others go; absent: 16. */
	readonly atLeast?: number | undefined;
	/** Cells that it never grows beyond. */
	readonly atMost?: number | undefined;
	/** Columns with a number go where there is no room, the highest first; the others stay. */
	readonly dropAt?: number | undefined;
	/** It comes only where those that grow have what they usually need without it. */
	readonly further?: boolean | undefined;
	/** A bar of its number stands before it; the longest is the maximum. */
	readonly bar?: boolean | undefined;
	readonly role?: Role | undefined;
	/** Which way it is sorted first: numbers down, texts up. */
	readonly first?: 'up' | 'down' | undefined;
};
