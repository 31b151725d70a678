import {formatCategory, formatDay, type Zone} from '../../canvas/clock.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import type {PromotionSpan} from '../../domain/promotion.ts';
import type {Shown} from '../collections/promotion.ts';

/** What a line in the curve says happened before a day: it was put up, or moved to another row. */
export type Mark = {
	/** Index of the day. */
	readonly day: number;
	/** "9 Nov". */
	readonly date: string;
	readonly kind: 'promoted' | 'moved';
};

/** More lines than this hide the curve, and what rotates so often is told in words. */
const mostMarks = 5;

/** A time of standing in one row: Unix seconds of its begin. */
export type InRow = {readonly from: number; readonly row: number};

/** The rows that it stood in since `from`, in their order; what is not known ends nothing. */
export const rowsSince = (spans: readonly PromotionSpan[], from: number): readonly InRow[] => {
	const found: InRow[] = [];
	for (const span of spans) {
		const {row} = span;
		if (row === null || span.from < from || found.at(-1)?.row === row) continue;
		found.push({from: span.from, row});
	}
	return found;
};

/** The lines in a curve of these days; none where there would be too many. */
export const marksIn = (days: readonly string[], shown: Shown | undefined, zone: Zone): readonly Mark[] => {
	if (!shown) return [];
	const names = days.map(formatCategory);
	const markOf = (at: number, kind: Mark['kind']): readonly Mark[] => {
		const date = formatDay(at, zone);
		const day = names.lastIndexOf(date);
		return day < 0 ? [] : [{day, date, kind}];
	};
	const begun = shown.periods.filter(({begins}) => begins).flatMap(({from}) => markOf(from, 'promoted'));
	const last = shown.periods.at(-1);
	const moves = last ? rowsSince(shown.spans, last.from).slice(1) : [];
	const moved = moves.flatMap(({from}) => markOf(from, 'moved'));
	const once = moved.filter(({day}, index) => moved.findIndex(other => other.day === day) === index);
	return [
		...(begun.length > mostMarks ? [] : begun),
		...(once.length > mostMarks ? [] : once.filter(({day}) => !begun.some(other => other.day === day))),
	].toSorted((one, two) => one.day - two.day);
};

/** The sign of a line. */
export const signOf = ({kind}: Mark, {box, moved}: Glyphs): string => (kind === 'promoted' ? box.side : moved);
