/** A number that can be drawn: null, NaN and infinities are gaps. */
export type Point = number | null;

const isPoint = (value: Point | undefined): value is number =>
	value !== null && value !== undefined && Number.isFinite(value);

/** The largest number of several rows, 0 where there is none: the scale that small multiples share. */
export const maxOf = (...rows: readonly (readonly Point[])[]): number => {
	let max = 0;
	for (const row of rows) for (const value of row) if (isPoint(value) && value > max) max = value;
	return max;
};

/** The smallest number; 0 where there is none. */
export const minOf = (row: readonly Point[]): number => {
	const points = row.filter(isPoint);
	return points.length === 0 ? 0 : points.reduce((one, two) => Math.min(one, two));
};

/** Squeezes values into at most `width` places, each the largest of its share, so that no peak is lost. */
export const squeeze = (values: readonly Point[], width: number): Point[] => {
	if (values.length <= width) return [...values];
	return Array.from({length: Math.max(0, width)}, (_, place) => {
		const from = Math.floor((place * values.length) / width);
		const to = Math.max(from + 1, Math.floor(((place + 1) * values.length) / width));
		const share = values.slice(from, to).filter(isPoint);
		return share.length === 0 ? null : maxOf(share);
	});
};

/** What belongs to the values that a squeeze keeps: to the largest of each share, the first of equals. */
export const squeezeWith = <Part>(values: readonly Point[], parts: readonly Part[], width: number): Part[] => {
	const places = Math.min(width, values.length);
	return Array.from({length: Math.max(0, places)}, (_, place) => {
		const from = Math.floor((place * values.length) / places);
		const to = Math.max(from + 1, Math.floor(((place + 1) * values.length) / places));
		const share = values.slice(from, to);
		return parts[from + Math.max(0, share.indexOf(maxOf(share)))];
	}).filter(part => part !== undefined);
};

/**
 * Values over exactly `width` places, first and last at the ends. More values than places are squeezed; fewer are joined
 * by straight lines (`linear`) or held until the next (`step`, for counts that change at once).
 */
export const resample = (values: readonly Point[], width: number, between: 'linear' | 'step'): Point[] => {
	if (width <= 0 || values.length === 0) return [];
	if (values.length > width) return squeeze(values, width);
	return Array.from({length: width}, (_, place) => {
		const at = width === 1 ? values.length - 1 : (place * (values.length - 1)) / (width - 1);
		const before = values[Math.floor(at)];
		const after = values[Math.ceil(at)];
		if (!isPoint(before)) return null;
		if (between === 'step' || !isPoint(after)) return before;
		return before + (after - before) * (at - Math.floor(at));
	});
};
