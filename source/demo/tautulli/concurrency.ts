import type {HistoryRow} from '../world/history.ts';

/** The most streams at once, and the stretch of time in which they ran. */
export type MostConcurrent = {readonly count: number; readonly startedAt: number; readonly stoppedAt: number};

/** At the same second a stop comes before a start; of equal maxima the latest is told. */
export const mostConcurrent = (rows: readonly HistoryRow[]): MostConcurrent => {
	const moments = rows
		.flatMap(row => [
			{at: row.startedAt, step: 1},
			{at: row.stoppedAt, step: -1},
		])
		.sort((one, two) => one.at - two.at || one.step - two.step);
	let [running, lastStart] = [0, 0];
	let most: MostConcurrent = {count: 0, startedAt: 0, stoppedAt: 0};
	for (const {at, step} of moments) {
		if (step === 1 && running + 1 >= most.count) lastStart = at;
		if (step === -1 && running >= most.count) most = {count: running, startedAt: lastStart, stoppedAt: at};
		running += step;
	}
	return most;
};
