import type {Glyphs} from './glyphs.ts';
import type {Role, Row, Span} from './row.ts';

/** A factor between two bounds; null: on that side there is no end, or nothing is known of it. */
export type Interval = {readonly low: number | null; readonly at: number | null; readonly high: number | null};

/** The scale goes so many doublings to each side of 1. */
const doublings = 2;

/** The cell of a factor; what lies beyond the scale stands at its end. */
const cellOf = (factor: number, width: number): number => {
	const place = factor <= 0 ? -1 : Math.max(-1, Math.min(1, Math.log2(factor) / doublings));
	return Math.round(((place + 1) / 2) * (width - 1));
};

/** A factor on a scale from a quarter to four: a line over its interval, a point, and a line at 1. Exactly `width` cells. */
export const intervalRow = ({low, at, high}: Interval, width: number, glyphs: Glyphs, role: Role): Row => {
	const [from, to] = [low === null ? 0 : cellOf(low, width), high === null ? width - 1 : cellOf(high, width)];
	const one = Math.floor((width - 1) / 2);
	const point = at === null ? -1 : cellOf(at, width);
	return Array.from({length: width}, (_, cell): Span => {
		if (cell === point) return {text: glyphs.ok, role};
		if (cell === one) return {text: glyphs.box.side, role: 'dim'};
		return cell >= from && cell <= to ? {text: glyphs.box.rule, role} : {text: ' '};
	});
};

/** What stands over such rows: the ends of the scale, and 1. Exactly `width` cells. */
export const intervalHeading = (width: number, {times}: Glyphs): string => {
	const [left, right] = [`${times}${1 / 2 ** doublings}`, `${times}${2 ** doublings}`];
	const one = Math.floor((width - 1) / 2);
	return `${left.padEnd(one)}1${right.padStart(width - one - 1)}`;
};
