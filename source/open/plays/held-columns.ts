import {inTurns} from '../../domain/in-turns.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {PlayColumns} from '../../domain/plays/play-columns.ts';
import type {ZoneName} from '../../domain/zone.ts';
import {zoneSpans} from '../../domain/zone.ts';
import {type LocalStarts, localStarts} from '../../stats/plays/local-clock.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';

/** Plays as columns, with the server's clock at their starts. */
type ReadColumns = {readonly columns: PlayColumns; readonly starts: LocalStarts};

/** Reads plays, and keeps what it read until the plays change. */
export type HeldColumns = {
	/** Plays that stopped at `since` (Unix seconds) or later; maybe more of them. */
	readonly read: (mirror: Mirror, serverId: number, since: number, zone: ZoneName) => Promise<ReadColumns>;
};

type Kept = {
	readonly serverId: number;
	readonly version: number;
	readonly since: number;
	readonly zone: ZoneName;
	readonly columns: PlayColumns;
	readonly starts: LocalStarts;
};

/**
 * A window of a year, and 30 days before it, is asked for again and again; all time is kept apart, since reading it takes
 * longest.
 */
const yearSeconds = 400 * secondsPerDay;

/** All time is large, and seldom asked for: what nobody asked for so long is read anew. */
const keptAllSeconds = 120;

/** A play that stopped in a window may have begun long before; nobody has seen one go on for longer. */
const longestSeconds = 800 * secondsPerDay;

type HoldOptions = {
	/** True: only what a question needs is read, for a program that asks once. */
	readonly short: boolean;
	/** Nothing is read before it resolves. */
	readonly after?: Promise<unknown> | undefined;
};

/** `turn` gives the thread back between the parts. */
export const createHeldColumns = (
	now: () => number,
	turn: () => Promise<unknown>,
	{short, after}: HoldOptions,
): HeldColumns => {
	const kept = new Map<'year' | 'all', Kept>();
	let allAskedAt = Number.NEGATIVE_INFINITY;
	const reading = new Map<string, Promise<ReadColumns>>();

	const readAnew = async (
		mirror: Mirror,
		serverId: number,
		since: number,
		zone: ZoneName,
		breadth: 'year' | 'all',
	): Promise<ReadColumns> => {
		const version = mirror.servers.playsVersion(serverId);
		const columns = await inTurns(mirror.columns.read(serverId, Number.isFinite(since) ? since : null), turn);
		const first = Number.isFinite(since) ? since : (mirror.plays.oldestStart(serverId) ?? now());
		const spans = zoneSpans(zone, Math.max(0, first - longestSeconds), now() + secondsPerDay);
		const starts = localStarts(columns, spans);
		kept.set(breadth, {serverId, version, since, zone, columns, starts});
		return {columns, starts};
	};

	return {
		read: async (mirror, serverId, since, zone) => {
			await after;
			const version = mirror.servers.playsVersion(serverId);
			if (since < now() - yearSeconds) allAskedAt = now();
			else if (Math.abs(now() - allAskedAt) > keptAllSeconds) kept.delete('all');
			for (const each of kept.values()) {
				const isSame = each.serverId === serverId && each.version === version && each.zone === zone;
				if (isSame && each.since <= since) return each;
			}
			const breadth = since >= now() - yearSeconds ? 'year' : 'all';
			const from = short ? since : breadth === 'year' ? now() - yearSeconds : Number.NEGATIVE_INFINITY;
			// Whoever asks while it is read waits for the same.
			const name = JSON.stringify([serverId, version, zone, breadth, short ? since : 0]);
			const running = reading.get(name);
			if (running) return running;
			const read = readAnew(mirror, serverId, from, zone, breadth).finally(() => reading.delete(name));
			reading.set(name, read);
			return read;
		},
	};
};
