import type {Minute} from '../../domain/streams/minute.ts';
import type {Database} from '../database.ts';

/** What each minute had at most. A minute that nobody looked at has no row. */
export type Minutes = {
	/** Keeps the higher of what is known and what is told: two programs may tell of the same minute. Inside of the caller's transaction. */
	readonly save: (minute: Minute) => void;
	/** Minutes (Unix seconds / 60), the end outside, oldest first. */
	readonly between: (from: number, to: number) => readonly Minute[];
	/** What went out over the internet at most, and in how many minutes more than a mark; null: nobody knows. */
	readonly wanPeak: (from: number, to: number, overKbps: number) => WanPeak | null;
	/** The most that was ever transcoded at once and went out, before a minute, and in how many minutes somebody looked. */
	readonly most: (before: number) => Most | null;
	/** The hours (Unix seconds / 3600) that somebody looked in. */
	readonly hoursSeen: (from: number, to: number) => readonly number[];
	/** The first one of all; null: there is none. */
	readonly first: () => number | null;
	/** Removes some of those before a minute, the oldest first. Returns how many. */
	readonly forget: (before: number, most: number) => number;
};

type Most = {readonly transcoded: number | null; readonly wanKbps: number | null; readonly minutes: number};

/** The first of the highest minutes, with what it had at most. */
type WanPeak = {
	readonly minute: number;
	readonly kbps: number;
	readonly streams: number;
	readonly transcoded: number;
	readonly minutesOver: number;
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
	const highestWan = database.prepare<[number, number, number], {kbps: number | null; minutesOver: number}>(
		`SELECT max(wan_kbps) AS kbps, coalesce(sum(wan_kbps > ?), 0) AS minutesOver
		FROM minutes WHERE minute >= ? AND minute < ?`,
	);
	const firstWith = database.prepare<[number, number, number], Omit<WanPeak, 'kbps' | 'minutesOver'>>(
		`SELECT minute, streams, transcoded FROM minutes
		WHERE minute >= ? AND minute < ? AND wan_kbps = ? ORDER BY minute LIMIT 1`,
	);
	const mostBefore = database.prepare<[number], Most>(
		'SELECT max(transcoded) AS transcoded, max(wan_kbps) AS wanKbps, count(*) AS minutes FROM minutes WHERE minute < ?',
	);
	const hours = database.prepareRaw<[number, number], readonly [hour: number]>(
		'SELECT DISTINCT minute / 60 FROM minutes WHERE minute >= ? AND minute < ?',
	);
	const oldest = database.prepare<[], {minute: number | null}>('SELECT min(minute) AS minute FROM minutes');
	const remove = database.prepare<[number, number]>(
		'DELETE FROM minutes WHERE minute IN (SELECT minute FROM minutes WHERE minute < ? ORDER BY minute LIMIT ?)',
	);
	return {
		save: ({minute, streams, direct, copied, transcoded, kbps, lanKbps, wanKbps}) =>
			void upsert.run(minute, streams, direct, copied, transcoded, kbps, lanKbps, wanKbps),
		between: (from, to) => select.all(from, to).map(minuteOf),
		wanPeak: (from, to, overKbps) => {
			const found = highestWan.get(overKbps, from, to);
			if (found?.kbps == null) return null;
			const first = firstWith.get(from, to, found.kbps);
			return first ? {...first, kbps: found.kbps, minutesOver: found.minutesOver} : null;
		},
		most: before => mostBefore.get(before) ?? null,
		hoursSeen: (from, to) => hours.all(from, to).map(([hour]) => hour),
		first: () => oldest.get()?.minute ?? null,
		forget: (before, most) => remove.run(before, most),
	};
};
