import type {Minute} from '../../domain/streams/minute.ts';
import type {Database} from '../database.ts';

/** What each minute had at most. A minute that nobody looked at has no row. */
export type Minutes = {
	/** Keeps the higher of what is known and what is told: two programs may tell of the same minute. Inside of the caller's transaction. */
	readonly save: (minute: Minute) => void;
	/** Minutes (Unix seconds / 60), the end outside, oldest first. */
	readonly between: (from: number, to: number) => readonly Minute[];
	/** Removes some of those before a minute, the oldest first. Returns how many. */
	readonly forget: (before: number, most: number) => number;
};

type Row = readonly [
	minute: number,
	streams: number,
	direct: number,
	copied: number,
	transcoded: number,
	kbps: number | null,
	lanKbps: number | null,
	wanKbps: number | null,
];

const columns = ['streams', 'direct', 'copied', 'transcoded', 'kbps', 'lan_kbps', 'wan_kbps'] as const;

/** A rate that was not known yields to one that is. */
const highest = (name: string): string =>
	`${name} = max(coalesce(${name}, excluded.${name}), coalesce(excluded.${name}, ${name}))`;

const saveSql = `
INSERT INTO minutes (minute, ${columns.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (minute) DO UPDATE SET ${columns.map(highest).join(', ')}`;

const minuteOf = ([minute, streams, direct, copied, transcoded, kbps, lanKbps, wanKbps]: Row): Minute => ({
	minute,
	streams,
	direct,
	copied,
	transcoded,
	kbps,
	lanKbps,
	wanKbps,
});

export const createMinutes = (database: Database): Minutes => {
	const upsert = database.prepare<[...Row]>(saveSql);
	const select = database.prepareRaw<[number, number], Row>(
		`SELECT minute, ${columns.join(', ')} FROM minutes WHERE minute >= ? AND minute < ? ORDER BY minute`,
	);
	const remove = database.prepare<[number, number]>(
		'DELETE FROM minutes WHERE minute IN (SELECT minute FROM minutes WHERE minute < ? ORDER BY minute LIMIT ?)',
	);
	return {
		save: ({minute, streams, direct, copied, transcoded, kbps, lanKbps, wanKbps}) =>
			void upsert.run(minute, streams, direct, copied, transcoded, kbps, lanKbps, wanKbps),
		between: (from, to) => select.all(from, to).map(minuteOf),
		forget: (before, most) => remove.run(before, most),
	};
};
