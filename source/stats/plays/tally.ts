import {nothing, type PlayColumns, type TextColumn} from '../../domain/play-columns.ts';
import type {PlayCount, PlayCounts} from '../../domain/plays.ts';
import type {IsWanted} from './narrow.ts';

/** What is counted, and how. */
export type TallyQuery = {
	/** Unix seconds: plays that stopped at `from` or later, and before `to`. */
	readonly from: number;
	readonly to: number;
	readonly conditions: readonly IsWanted[];
	/** The buckets of a play by its place; null or none: it is in no row. */
	readonly bucketsAt: (at: number) => readonly number[];
	readonly keyOf: (bucket: number) => string;
	/** What rows are split by; null: nothing. */
	readonly kinds: TextColumn | null;
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
	/** True: a group is told by its lowest row in each bucket, as Tautulli's graphs do; false: by its lowest row of all, once. */
	readonly perBucket: boolean;
	/** Users that Tautulli knows: the others count as nobody. Null: users are not counted in the rows. */
	readonly usersOf: ReadonlySet<number> | null;
	readonly knownUsers: ReadonlySet<number>;
};

type Cell = {
	readonly bucket: number;
	readonly kind: number;
	plays: number;
	seconds: number;
	lastAt: number;
	/** True: at least one play has both times. */
	isTimed: boolean;
	readonly users: Set<number> | null;
};

/** More kinds than any column of few texts has. */
const mostKinds = 65_536;

/** More buckets than 32 bits can tell. */
const bucketSpan = 4_294_967_296;

/** One pass over the plays of a window. Rows come in the order in which their first play does. */
export const tally = (columns: PlayColumns, query: TallyQuery): Pick<PlayCounts, 'rows' | 'total'> => {
	const {from, to, conditions, bucketsAt, keyOf, kinds, grouping, perBucket, usersOf, knownUsers} = query;
	const {count, startedAt, stoppedAt, seconds, groups, groupsOfSeveral, userIds} = columns;
	const cells = new Map<number, Cell>();
	/** The cells that tell a group of several rows, in each bucket or in all. */
	const told = new Map<number, Cell>();
	const counted = new Uint8Array(groupsOfSeveral);
	const everybody = new Set<number>();
	const total = {plays: 0, playedSeconds: 0, isTimed: false};

	const cellOf = (bucket: number, kind: number): Cell => {
		const name = bucket * mostKinds + kind;
		const known = cells.get(name);
		if (known) return known;
		const made: Cell = {
			bucket,
			kind,
			plays: 0,
			seconds: 0,
			lastAt: nothing,
			isTimed: false,
			users: usersOf ? new Set() : null,
		};
		cells.set(name, made);
		return made;
	};

	const isTimedAt = (at: number): boolean => startedAt[at] !== nothing && (stoppedAt[at] ?? nothing) > 0;

	const add = (at: number, cell: Cell, isNew: boolean, stop: number, user: number): void => {
		if (isNew) cell.plays += 1;
		const isTimed = isTimedAt(at);
		if (isTimed) cell.isTimed = true;
		// Graphs leave the pauses alone where a time is missing, sums take them off.
		if (isTimed || !perBucket) cell.seconds += seconds[at] ?? 0;
		if (stop > cell.lastAt) cell.lastAt = stop;
		if (cell.users && knownUsers.has(user)) cell.users.add(user);
	};

	places: for (let at = 0; at < count; at++) {
		const stop = stoppedAt[at] ?? nothing;
		if (stop < from || stop >= to) continue;
		for (const isWanted of conditions) if (!isWanted(at)) continue places;
		const group = groups[at] ?? nothing;
		const user = userIds[at] ?? nothing;
		const kind = kinds?.indexes[at] ?? 0;
		const isJoined = grouping && group < groupsOfSeveral;
		// Rows of no group are one in each of Tautulli's graphs, and none in its sums.
		const isCounted = !grouping || group !== nothing;
		if (isCounted && !(isJoined && counted[group] === 1)) total.plays += 1;
		if (isJoined && group !== nothing) counted[group] = 1;
		total.playedSeconds += seconds[at] ?? 0;
		if (isTimedAt(at)) total.isTimed = true;
		if (knownUsers.has(user)) everybody.add(user);
		const buckets = bucketsAt(at);
		// Rows of no group are one group of their own; its number must not be too large for what is made of it.
		const groupNumber = group === nothing ? -1 : group;
		for (const bucket of buckets) {
			if (!isJoined) {
				add(at, cellOf(bucket, kind), true, stop, user);
				continue;
			}
			if (group === nothing && !perBucket) {
				add(at, cellOf(bucket, kind), false, stop, user);
				continue;
			}
			const name = perBucket || buckets.length > 1 ? groupNumber * bucketSpan + (bucket - nothing) : group;
			const first = told.get(name);
			const cell = first ?? cellOf(bucket, kind);
			if (!first) told.set(name, cell);
			add(at, cell, !first, stop, user);
		}
	}

	const rows = [...cells.values()].map(
		(cell): PlayCount => ({
			key: keyOf(cell.bucket),
			name: keyOf(cell.bucket),
			kind: kinds?.texts[cell.kind] ?? '',
			plays: cell.plays,
			playedSeconds: cell.isTimed ? cell.seconds : 0,
			users: cell.users?.size ?? null,
			lastAt: cell.lastAt === nothing ? null : cell.lastAt,
			deleted: false,
		}),
	);
	const playedSeconds = total.isTimed ? total.playedSeconds : 0;
	return {rows, total: {plays: total.plays, playedSeconds, users: everybody.size}};
};
