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

/** `natural`: as wide as its longest text; `usual`: as wide as nine of ten. */
type Measured<Item> = {readonly column: Column<Item>; readonly natural: number; readonly usual: number};

const usualShare = 0.9;

/** As wide as its longest text, so that no number is cut and nothing jumps when the rows scroll. */
const measured = <Item>(column: Column<Item>, rows: readonly Item[]): Measured<Item> => {
	const {heading, text, atMost, grows} = column;
	// The mark of the order needs a cell beside the heading.
	const head = textWidth(heading) + (heading === '' ? 0 : 1);
	const widths = rows.map(item => cellWidth(text(item)));
	const natural = widths.reduce((most, width) => Math.max(most, width), head);
	if (!grows) return {column, natural, usual: natural};
	const most = atMost ?? Number.POSITIVE_INFINITY;
	const usual = widths.toSorted((one, two) => one - two)[Math.ceil(usualShare * widths.length) - 1] ?? head;
	return {column, natural: Math.min(most, natural), usual: Math.min(most, Math.max(head, usual))};
};

const least = <Item>({column, natural}: Measured<Item>): number =>
	column.grows ? Math.min(natural, column.atLeast ?? narrowest) : natural;

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width + gap, -gap);

const usual = <Item>(measured: Measured<Item>): number => Math.max(least(measured), measured.usual);

/** The columns that have room, in their order: in their least widths, and with further ones in their usual widths. */
const keep = <Item>(columns: readonly Measured<Item>[], width: number): readonly Measured<Item>[] => {
	let kept = columns;
	const cellsOf = (): number => sum(kept.map(kept.some(({column}) => column.further) ? usual : least));
	while (cellsOf() > width) {
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
 * wide as their usual texts, then as all of them, then bars. Where not even that has room, the growing ones shrink to nothing.
 */
export const fitColumns = <Item>(
	columns: readonly Column<Item>[],
	rows: readonly Item[],
	width: number,
): readonly Fitted<Item>[] => {
	const kept = keep(
		columns.map(column => measured(column, rows)),
		width,
	);
	const widths = new Map(kept.map(each => [each.column, least(each)]));
	let free = width - sum([...widths.values()]);
	// One long name must not cut every title: what is usual comes first.
	for (const aim of ['usual', 'natural'] as const) {
		for (const each of kept.filter(({column}) => column.grows)) {
			const own = widths.get(each.column) ?? 0;
			const more = Math.max(-own, Math.min(free, each[aim] - own));
			// A column is never made narrower again by an aim that lies below its least width.
			if (free >= 0 && more < 0) continue;
			free -= more;
			widths.set(each.column, own + more);
		}
	}
	const bars = kept.filter(({column}) => column.bar).length;
	const each = bars === 0 ? 0 : Math.floor(free / bars) - gap;
	const bar = each < leastBar ? 0 : Math.min(mostBar, each);
	return kept.map(({column}) => ({column, width: widths.get(column) ?? 0, bar: column.bar ? bar : 0}));
};
