import {drawColumns} from './columns.ts';
import type {Glyphs} from './glyphs.ts';
import type {Point} from './resample.ts';

/** Columns of one row, one cell a value. */
export const sparkline = (values: readonly Point[], max: number, glyphs: Glyphs): string =>
	drawColumns({values, height: 1, max, glyphs})[0] ?? '';
