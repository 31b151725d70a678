import type {Glyphs} from './glyphs.ts';
import type {Row} from './row.ts';

/** A value a cell, row by row; null is not known. */
export type HeatMap = {
	readonly rows: ReadonlyArray<{readonly label: string; readonly values: ReadonlyArray<number | null>}>;
	/** Cells a value. */
	readonly step: number;
	readonly max: number;
	readonly glyphs: Glyphs;
	/** Index of the value that the cursor is on, counted row by row; -1: none. */
	readonly selected: number;
};

/** Shades end at an eighth, a quarter, a half and all of the maximum; nothing has a shade of its own. */
const shadeOf = (value: number | null, max: number, {shades, track}: Glyphs): string => {
	if (value === null) return ' ';
	if (value <= 0 || max <= 0) return track;
	const place = [1 / 8, 1 / 4, 1 / 2].filter(end => value > end * max).length;
	return shades[place] ?? ' ';
};

/** Rows of shades with their labels before them. */
export const heatRows = ({rows, step, max, glyphs, selected}: HeatMap): readonly Row[] => {
	let index = 0;
	return rows.map(
		({label, values}): Row => [
			{text: `${label} `, role: 'dim'},
			...values.map(value => {
				const isHere = index === selected;
				index += 1;
				return {
					text: shadeOf(value, max, glyphs).repeat(step),
					role: isHere ? ('accent' as const) : ('plain' as const),
				};
			}),
		],
	);
};
