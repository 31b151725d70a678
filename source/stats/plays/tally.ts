import {type IsWanted, nothing, type PlayColumns, type TextColumn} from '../../domain/plays/play-columns.ts';
import type {PlayCount, PlayCounts} from '../../domain/plays/plays.ts';

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
	/**
	 * True: as Tautulli's graphs count what is broken: rows of no group are one group, and a row without a time took none; false: as its
	 * sums do, where such rows are no play and its pauses are taken off.
	 */
	readonly asGraph: boolean;
	/** Users that Tautulli knows: the others count as nobody. Null: users are not counted in the rows. */
	readonly usersOf: ReadonlySet<number> | null;
	readonly knownUsers: ReadonlySet<number>;
};

type Sum = {
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
	const {from, to, conditions, bucketsAt, keyOf, kinds, grouping, perBucket, asGraph, usersOf, knownUsers} = query;
	const {count, startedAt, stoppedAt, seconds, groups, groupsOfSeveral, userIds} = columns;
	const sums = new Map<number, Sum>();
	/** The sums that tell a group of several rows, in each bucket or in all. */
	const told = new Map<number, Sum>();
	const counted = new Uint8Array(groupsOfSeveral);
	const everybody = new Set<number>();
	const total = {plays: 0, playedSeconds: 0, isTimed: false};

	const sumOf = (bucket: number, kind: number): Sum => {
		const name = bucket * mostKinds + kind;
		const known = sums.get(name);
		if (known) return known;
		const made: Sum = {
			bucket,
			kind,
			plays: 0,
			seconds: 0,
			lastAt: nothing,
			isTimed: false,
			users: usersOf ? new Set() : null,
		};
		sums.set(name, made);
		return made;
	};

	const isTimedAt = (at: number): boolean => startedAt[at] !== nothing && (stoppedAt[at] ?? nothing) > 0;

	const add = (at: number, sum: Sum, isNew: boolean, stop: number, user: number): void => {
		if (isNew) sum.plays += 1;
		const isTimed = isTimedAt(at);
		if (isTimed) sum.isTimed = true;
		// Graphs leave the pauses alone where a time is missing, sums take them off.
		if (isTimed || !asGraph) sum.seconds += seconds[at] ?? 0;
		if (stop > sum.lastAt) sum.lastAt = stop;
		if (sum.users && knownUsers.has(user)) sum.users.add(user);
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
				add(at, sumOf(bucket, kind), true, stop, user);
				continue;
			}
			if (group === nothing && !asGraph) {
				add(at, sumOf(bucket, kind), false, stop, user);
				continue;
			}
			const name = perBucket || buckets.length > 1 ? groupNumber * bucketSpan + (bucket - nothing) : group;
			const first = told.get(name);
			const sum = first ?? sumOf(bucket, kind);
			if (!first) told.set(name, sum);
			add(at, sum, !first, stop, user);
		}
	}

	const rows = [...sums.values()].map(
		(sum): PlayCount => ({
			key: keyOf(sum.bucket),
			name: keyOf(sum.bucket),
			kind: kinds?.texts[sum.kind] ?? '',
			plays: sum.plays,
			playedSeconds: sum.isTimed ? sum.seconds : 0,
			users: sum.users?.size ?? null,
			lastAt: sum.lastAt === nothing ? null : sum.lastAt,
			deleted: false,
		}),
	);
	const playedSeconds = total.isTimed ? total.playedSeconds : 0;
	return {rows, total: {plays: total.plays, playedSeconds, users: everybody.size}};
};
