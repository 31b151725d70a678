import {rowWidth} from '../row.ts';
import {textWidth} from '../widths.ts';
import type {Column} from './column.ts';

/** Cells of a column and of the bar before it; 0: no bar. */
export type Fitted<Item> = {readonly column: Column<Item>; readonly width: number; readonly bar: number};

/** Cells between two columns. */
export const gap = 1;

/** A growing column is not made narrower than this while another could go. */
const narrowest = 16;

const [leastBar, mostBar] = [4, 24];

const cellWidth = (text: ReturnType<Column<never>['text']>): number =>
	typeof text === 'string' ? textWidth(text) : rowWidth(text);

/** As wide as its longest text, so that no number is cut and nothing jumps when the rows scroll. */
const naturalOf = <Item>({heading, text, atMost, grows}: Column<Item>, rows: readonly Item[]): number => {
	// The mark of the order needs a cell beside the heading.
	let width = textWidth(heading) + (heading === '' ? 0 : 1);
	for (const item of rows) width = Math.max(width, cellWidth(text(item)));
	return grows ? Math.min(atMost ?? Number.POSITIVE_INFINITY, width) : width;
};

type Measured<Item> = {readonly column: Column<Item>; readonly natural: number};

const least = <Item>({column, natural}: Measured<Item>): number =>
	column.grows ? Math.min(natural, narrowest) : natural;

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width + gap, -gap);

/** The columns that have room in their least widths, in their order. */
const keep = <Item>(columns: readonly Measured<Item>[], width: number): readonly Measured<Item>[] => {
	let kept = columns;
	while (sum(kept.map(least)) > width) {
		const weakest = kept.reduce<Measured<Item> | null>((found, each) => {
			const [place, best] = [each.column.dropAt, found?.column.dropAt];
			return place !== undefined && (best === undefined || place >= best) ? each : found;
		}, null);
		if (!weakest) break;
		kept = kept.filter(each => each !== weakest);
	}
	return kept;
};

/**
 * The columns that have room in `width` cells, and how wide each is: first all in their least widths, then the growing ones as
 * wide as their texts, then bars. Where not even that has room, the growing ones shrink to nothing.
 */
export const fitColumns = <Item>(
	columns: readonly Column<Item>[],
	rows: readonly Item[],
	width: number,
): readonly Fitted<Item>[] => {
	const kept = keep(
		columns.map(column => ({column, natural: naturalOf(column, rows)})),
		width,
	);
	let free = width - sum(kept.map(least));
	const widths = new Map(
		kept.map(measured => {
			const own = least(measured);
			const more = measured.column.grows ? Math.max(-own, Math.min(free, measured.natural - own)) : 0;
			free -= more;
			return [measured.column, own + more] as const;
		}),
	);
	const bars = kept.filter(({column}) => column.bar).length;
	const each = bars === 0 ? 0 : Math.floor(free / bars) - gap;
	const bar = each < leastBar ? 0 : Math.min(mostBar, each);
	return kept.map(({column}) => ({column, width: widths.get(column) ?? 0, bar: column.bar ? bar : 0}));
};
