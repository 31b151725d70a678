import type {Glyphs} from './glyphs.ts';
import type {Row, Span} from './row.ts';

/** A value a cell, row by row; null is not known. */
export type HeatMap = {
	readonly rows: ReadonlyArray<{readonly label: string; readonly values: ReadonlyArray<number | null>}>;
	/** Cells a value. */
	readonly step: number;
	/** Rows a value; absent: one. */
	readonly tall?: number | undefined;
	readonly max: number;
	readonly glyphs: Glyphs;
	/** Index of the value that the cursor is on, counted row by row; -1: none. */
	readonly selected: number;
};

/** Parts of the maximum at which the shades end, from little to all. */
export const shadeEnds = [1 / 8, 1 / 4, 1 / 2, 1] as const;

/** Shades end at an eighth, a quarter, a half and all of the maximum; nothing has a sign of its own. */
const shadeOf = (value: number | null, max: number, {shades, track}: Glyphs): string => {
	if (value === null) return ' ';
	if (value <= 0 || max <= 0) return track;
	// Averages of equal counts may differ in their last digit.
	const place = shadeEnds.findIndex(end => value <= end * max * (1 + 1e-9));
	return shades[place === -1 ? shades.length - 1 : place] ?? ' ';
};

/** Cells of one look as one span. */
const joined = (cells: readonly Span[]): Row => {
	const row: Span[] = [];
	for (const cell of cells) {
		const last = row.at(-1);
		if (last?.role === cell.role) row[row.length - 1] = {...cell, text: `${last?.text ?? ''}${cell.text}`};
		else row.push(cell);
	}
	return row;
};

/** Rows of shades with their labels before them, and the mark before the label of the one that the cursor is in. */
export const heatRows = ({rows, step, tall = 1, max, glyphs, selected}: HeatMap): readonly Row[] => {
	let first = 0;
	return rows.flatMap(({label, values}): readonly Row[] => {
		const here = selected - first;
		first += values.length;
		const isHere = here >= 0 && here < values.length;
		const cells = joined(
			values.map(
				(value, index): Span => ({
					text: shadeOf(value, max, glyphs).repeat(step),
					role: index === here ? 'accent' : 'plain',
				}),
			),
		);
		const mark: Row = [
			{text: isHere ? glyphs.selected : ' ', role: 'accent'},
			{text: `${label} `, role: isHere ? 'plain' : 'dim'},
		];
		return Array.from(
			{length: tall},
			(_, line): Row => [...(line === 0 ? mark : [{text: ' '.repeat(label.length + 2)}]), ...cells],
		);
	});
};
