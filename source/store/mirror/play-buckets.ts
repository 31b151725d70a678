import {secondsPerDay} from '../../domain/period.ts';
import type {ZoneSpan} from '../../domain/zone.ts';
import {noTime} from './absent.ts';

/** What a graph groups plays by, as the local clock has it at their start. */
export type Bucket = 'date' | 'hour' | 'weekday' | 'month';

/** The local clock as SQL: SQLite knows no zones but its own machine's, so the offsets come in from outside. */
const localClock = (column: string, spans: readonly ZoneSpan[]): string => {
	const [first, ...later] = spans;
	const offset = first?.offsetSeconds ?? 0;
	if (later.length === 0) return `(${column} + ${offset})`;
	// The newest span first, since most plays of a window are recent.
	const cases = later
		.toReversed()
		.map(span => `WHEN ${column} >= ${span.from} THEN ${span.offsetSeconds}`)
		.join(' ');
	return `(${column} + CASE ${cases} ELSE ${offset} END)`;
};

/** The day of a start by the local calendar, as days since 1970-01-01. */
export const localDaySql = (column: string, spans: readonly ZoneSpan[]): string =>
	`(${localClock(column, spans)} / ${secondsPerDay})`;

/** The bucket of a start: days since 1970, hour 0 to 23, weekday (0 is Sunday), or `YYYY-MM`; NULL where there is no start. */
export const bucketSql = (bucket: Bucket, column: string, spans: readonly ZoneSpan[]): string => {
	const clock = localClock(column, spans);
	const dated = (value: string): string => `(CASE WHEN ${column} > ${noTime} THEN ${value} END)`;
	switch (bucket) {
		case 'date':
			return dated(`${clock} / ${secondsPerDay}`);
		case 'hour':
			return dated(`${clock} % ${secondsPerDay} / 3600`);
		case 'weekday':
			// Tautulli's own query takes what is no other day for a Saturday.
			return `(CASE WHEN ${column} > ${noTime} THEN (${clock} / ${secondsPerDay} + 4) % 7 ELSE 6 END)`;
		case 'month':
			return dated(`strftime('%Y-%m', ${clock}, 'unixepoch')`);
	}
};
