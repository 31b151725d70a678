import type {Column, Value} from './column.ts';

/** Made when the first texts are compared: most that start show no table, and it takes as long as a fifth of a start. */
let collator: Intl.Collator | undefined;

const compareTexts = (one: string, two: string): number => {
	collator ??= new Intl.Collator('en', {numeric: true, sensitivity: 'base'});
	return collator.compare(one, two);
};

/** What is not known stands last, whichever way it is sorted. */
const compare = (one: Value, two: Value): number => {
	if (typeof one === 'string' && typeof two === 'string') return compareTexts(one, two);
	return Number(one) - Number(two);
};

const isDown = <Item>({first, align}: Column<Item>): boolean =>
	(first ?? (align === 'right' ? 'down' : 'up')) === 'down';

/**
 * Rows in the order of a column; equal ones keep the order that they had. Null: as they are. `reverse` turns either round.
 */
export const sortRows = <Item>(
	rows: readonly Item[],
	column: Column<Item> | null,
	reverse: boolean,
): readonly Item[] => {
	if (!column) return reverse ? rows.toReversed() : rows;
	const way = isDown(column) === reverse ? 1 : -1;
	return rows.toSorted((one, two) => {
		const [a, b] = [column.value(one), column.value(two)];
		if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
		return way * compare(a, b);
	});
};

/** True where a column sorts downwards now: what the mark in its heading says. */
export const sortsDown = <Item>(column: Column<Item>, reverse: boolean): boolean => isDown(column) !== reverse;
