import type {PlayCount} from '../domain/plays/plays.ts';

/** What is counted in each hour of the week: days 0 (Sunday) to 6, hours 0 to 23. */
export type WeekMap = ReadonlyArray<readonly number[]>;

/** Rows by calendar as a map; what has no row is 0. */
export const weekMapOf = (rows: readonly PlayCount[], amountOf: (row: PlayCount) => number): WeekMap => {
	const values = new Map(rows.map(row => [row.key, amountOf(row)]));
	return Array.from({length: 7}, (_day, day) =>
		Array.from({length: 24}, (_hour, hour) => values.get(`${day}-${String(hour).padStart(2, '0')}`) ?? 0),
	);
};

/** Monday first: the evening of a weekend stands together. */
export const dayOrder: readonly number[] = [1, 2, 3, 4, 5, 6, 0];

const together = 3;

/** The three hours in a row, on one day of the week, with the least; the first of equals. `hour` is the first of them. */
export const quietestHours = (map: WeekMap): {readonly day: number; readonly hour: number; readonly last: number} => {
	let best = {sum: Number.POSITIVE_INFINITY, day: 0, hour: 0};
	for (const day of dayOrder) {
		const values = map[day] ?? [];
		for (let hour = 0; hour + together <= values.length; hour++) {
			const sum = values.slice(hour, hour + together).reduce((all, value) => all + value, 0);
			if (sum < best.sum) best = {sum, day, hour};
		}
	}
	return {day: best.day, hour: best.hour, last: best.hour + together};
};
