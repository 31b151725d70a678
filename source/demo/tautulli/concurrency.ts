import type {HistoryRow} from '../world/history.ts';

/** The most streams at once, and the stretch of time in which they ran. */
export type MostConcurrent = {readonly count: number; readonly startedAt: number; readonly stoppedAt: number};

/** Starts and stops in order, as one number each (time, then 0 for a stop and 1 for a start): a year has a hundred thousand. */
const momentsOf = (rows: readonly HistoryRow[]): Float64Array => {
	const moments = new Float64Array(rows.length * 2);
	for (const [index, row] of rows.entries()) {
		moments[index * 2] = row.startedAt * 2 + 1;
		moments[index * 2 + 1] = row.stoppedAt * 2;
	}
	return moments.sort();
};

/** At the same second a stop comes before a start; of equal maxima the latest is told. */
export const mostConcurrent = (rows: readonly HistoryRow[]): MostConcurrent => {
	let [running, lastStart] = [0, 0];
	let [count, startedAt, stoppedAt] = [0, 0, 0];
	for (const moment of momentsOf(rows)) {
		const at = Math.floor(moment / 2);
		if (moment % 2 === 1) {
			running++;
			if (running >= count) lastStart = at;
		} else {
			if (running >= count) [count, startedAt, stoppedAt] = [running, lastStart, at];
			running--;
		}
	}
	return {count, startedAt, stoppedAt};
};
