import type {Glyphs} from './glyphs.ts';
import type {Point} from './resample.ts';

export type ColumnsOptions = {
	/** One column each; null and NaN leave theirs empty. */
	readonly values: readonly Point[];
	/** Rows of cells. */
	readonly height: number;
	/** The value of a full column; several charts of one `max` share a scale. */
	readonly max: number;
	readonly glyphs: Glyphs;
	/** Blank cells after each column but the last. */
	readonly gap?: number | undefined;
	/** Cells of each column; default 1. */
	readonly thickness?: number | undefined;
};

/** Steps (eighths of a cell) that a value fills; what is above zero never vanishes, what is at most `max` never overflows. */
const stepsOf = (value: Point, max: number, steps: number): number => {
	if (value === null || !Number.isFinite(value) || value <= 0 || max <= 0) return 0;
	return Math.min(steps, Math.max(1, Math.round((value / max) * steps)));
};

/** Vertical columns from zero in eighth blocks, as rows from the top, one cell a value (times thickness, plus gaps). */
export const drawColumns = ({values, height, max, glyphs, gap = 0, thickness = 1}: ColumnsOptions): string[] => {
	const perCell = glyphs.heights.length - 1;
	const filled = values.map(value => stepsOf(value, max, height * perCell));
	return Array.from({length: height}, (_, row) => {
		const below = (height - 1 - row) * perCell;
		const cells = filled.map(steps => glyphs.heights[Math.min(perCell, Math.max(0, steps - below))] ?? ' ');
		return cells.map(cell => cell.repeat(thickness)).join(' '.repeat(gap));
	});
};
