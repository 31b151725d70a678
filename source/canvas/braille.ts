import type {Glyphs} from './glyphs.ts';
import type {Stretch} from './line-chart.ts';
import {maxOf, type Point, squeeze} from './resample.ts';
import type {Row, Span} from './row.ts';
import {padStart} from './widths.ts';

export type BrailleChart = {
	readonly values: readonly Point[];
	/** Cells of the plot. */
	readonly width: number;
	/** Rows of the plot. */
	readonly height: number;
	/** Cells of the scale. */
	readonly gutter: number;
	readonly glyphs: Glyphs;
	readonly label: (value: number) => string;
	/** The cells that the cursor is on. */
	readonly selected: Stretch | null;
};

/** Dots of a cell, by column and by row from the top, as bits of a braille sign. */
const dots = [
	[0x01, 0x02, 0x04, 0x40],
	[0x08, 0x10, 0x20, 0x80],
] as const;

const [across, down] = [2, 4];

/** Each value held over as many dots as it has, so that it stands in the cells of its column. */
const held = (values: readonly Point[], places: number): readonly Point[] => {
	if (values.length === 0 || values.length > places) return squeeze(values, places);
	return Array.from({length: places}, (_, place) => values[Math.floor((place * values.length) / places)] ?? null);
};

/** The row of dots that a value reaches, from the bottom; null: it is not known. */
const heightOf = (value: Point, max: number, rows: number): number | null =>
	value === null || !Number.isFinite(value) || max <= 0
		? null
		: Math.round((Math.min(max, Math.max(0, value)) / max) * (rows - 1));

/** Bits of every cell: a dot where each value is, and dots up or down to it from the one before. */
const bitsOf = (heights: ReadonlyArray<number | null>, width: number, height: number): readonly number[][] => {
	const grid = Array.from({length: height}, () => new Array<number>(width).fill(0));
	heights.forEach((to, x) => {
		if (to === null) return;
		const from = heights[x - 1] ?? to;
		for (let y = Math.min(from, to); y <= Math.max(from, to); y++) {
			const row = grid[height - 1 - Math.floor(y / down)];
			const bit = dots[x % across === 0 ? 0 : 1][down - 1 - (y % down)] ?? 0;
			const cell = Math.floor(x / across);
			if (row) row[cell] = (row[cell] ?? 0) | bit;
		}
	});
	return grid;
};

const scaleAt = (row: number, {height, values, label, gutter, glyphs}: BrailleChart): Span => {
	const text = row === 0 ? label(maxOf(values)) : row === height - 1 ? label(0) : '';
	return {text: `${padStart(text, gutter, glyphs.cut)} ${glyphs.line[1]}`, role: 'dim'};
};

/** A line in dots, eight to a cell: from zero, exactly `height` rows; gaps stay gaps. */
export const brailleChart = (options: BrailleChart): readonly Row[] => {
	const {values, width, height, selected} = options;
	const heights = held(values, width * across).map(value => heightOf(value, maxOf(values), height * down));
	return bitsOf(heights, width, height).map((cells, row): Row => {
		const text = cells.map(bits => (bits === 0 ? ' ' : String.fromCodePoint(0x2800 + bits))).join('');
		const [from, to] = selected ? [selected.at, selected.at + selected.width] : [width, width];
		return [
			scaleAt(row, options),
			{text: text.slice(0, from)},
			{text: text.slice(from, to), role: 'accent'},
			{text: text.slice(to)},
		];
	});
};
