import type {Glyphs} from './glyphs.ts';
import {fitRow, type Role, type Row, rowWidth, type Span} from './row.ts';

/** A column of a table. */
export type Column = {
	readonly heading: string;
	readonly align?: 'left' | 'right' | undefined;
	/** One column takes what is left, and gives way first; without one the table is as wide as it needs. */
	readonly flexible?: boolean | undefined;
	readonly role?: Role | undefined;
	/** Cells that it never grows beyond, however long its texts are. */
	readonly atMost?: number | undefined;
	/** Columns with a number go when the flexible one would be narrower than 12 cells, the highest first. */
	readonly dropAt?: number | undefined;
};

/** A cell: text, or spans where it has several looks. */
export type Cell = string | Row;

const gap = 2;
const narrowest = 12;

const spansOf = (cell: Cell, role: Role | undefined): Row => {
	if (typeof cell !== 'string') return cell;
	return [role === undefined ? {text: cell} : {text: cell, role}];
};

const sumOf = (widths: readonly number[]): number =>
	widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1);

type Layout = {readonly kept: readonly number[]; readonly widths: ReadonlyMap<number, number>};

/** Which columns stay, and how wide each is. */
const layOut = (columns: readonly Column[], natural: readonly number[], width: number): Layout => {
	const need = (index: number): number => {
		const own = natural[index] ?? 0;
		return columns[index]?.flexible ? Math.min(own, narrowest) : own;
	};
	let kept = columns.map((_, index) => index).filter(index => (natural[index] ?? 0) > 0);
	while (sumOf(kept.map(need)) > width) {
		const droppable = kept.filter(index => columns[index]?.dropAt !== undefined);
		const [first] = droppable.sort((one, two) => (columns[two]?.dropAt ?? 0) - (columns[one]?.dropAt ?? 0));
		if (first === undefined) break;
		kept = kept.filter(index => index !== first);
	}
	const fixed = sumOf(kept.map(index => (columns[index]?.flexible ? 0 : (natural[index] ?? 0))));
	const widths = kept.map((index): [number, number] => {
		const own = natural[index] ?? 0;
		return [index, columns[index]?.flexible ? Math.max(1, Math.min(own, width - fixed)) : own];
	});
	return {kept, widths: new Map(widths)};
};

const placeCell = (cell: Row, width: number, right: boolean, cut: string): Span[] => {
	const blanks = width - rowWidth(cell);
	if (right && blanks > 0) return [{text: ' '.repeat(blanks)}, ...cell];
	return [...fitRow(cell, width, cut)];
};

/**
 * Rows in aligned columns under dim headings, at most `width` cells wide: the flexible column is cut first. Columns without
 * heading and content take no room. The first row that comes back holds the headings.
 */
export const table = (
	columns: readonly Column[],
	rows: readonly (readonly Cell[])[],
	width: number,
	glyphs: Glyphs,
): Row[] => {
	const headings = columns.map(({heading}): Row => [{text: heading, role: 'dim'}]);
	const body = rows.map(row => columns.map(({role}, index) => spansOf(row[index] ?? '', role)));
	const all = [headings, ...body];
	const natural = columns.map(({atMost = width}, index) =>
		Math.min(atMost, Math.max(...all.map(cells => rowWidth(cells[index] ?? [])))),
	);
	const {kept, widths} = layOut(columns, natural, width);
	return all.map(cells => {
		const placed = kept.flatMap((index, place) => {
			const right = columns[index]?.align === 'right';
			const spans = placeCell(cells[index] ?? [], widths.get(index) ?? 0, right, glyphs.cut);
			return place === 0 ? spans : [{text: ' '.repeat(gap)}, ...spans];
		});
		return rowWidth(placed) > width ? fitRow(placed, width, glyphs.cut) : placed;
	});
};
