import {textWidth} from './widths.ts';

/** A label under a chart: the cell that it starts at, counted from 0. */
export type AxisLabel = {readonly at: number; readonly text: string};

/**
 * One line of labels of at most `width` cells. One that would touch its left neighbour is left out, one that would stand
 * over the right end moves left.
 */
export const axisRow = (labels: readonly AxisLabel[], width: number): string => {
	let line = '';
	for (const {at, text} of labels) {
		const cells = textWidth(text);
		const start = Math.min(at, width - cells);
		const used = textWidth(line);
		if (start < 0 || (used > 0 && start <= used)) continue;
		line += ' '.repeat(start - used) + text;
	}
	return line;
};
