import type {EverPlayed, EverPlayedQuery} from '../../domain/plays/ever-played.ts';
import type {Database} from '../database.ts';

/** Sums of all time that never fall. */
export type EverPlayedSums = {
	/** Notes what is counted now, all of it, and returns it with what was lost before. One transaction. */
	readonly note: (serverId: number, by: EverPlayedQuery['by'], counted: readonly EverPlayed[]) => readonly EverPlayed[];
};

type Kept = EverPlayed & {readonly lostPlays: number; readonly lostSeconds: number};

const nameOf = ({key, kind}: Pick<EverPlayed, 'key' | 'kind'>): string => JSON.stringify([key, kind]);

const unknown = {plays: 0, playedSeconds: 0, lostPlays: 0, lostSeconds: 0};

/** What is less than it was has been lost: it was played all the same. */
const counted = (now: EverPlayed, {plays, playedSeconds, lostPlays, lostSeconds}: typeof unknown): Kept => ({
	...now,
	lostPlays: lostPlays + Math.max(0, plays - now.plays),
	lostSeconds: lostSeconds + Math.max(0, playedSeconds - now.playedSeconds),
});

const isSame = (one: Kept, two: Kept | undefined): boolean =>
	two !== undefined &&
	one.name === two.name &&
	one.plays === two.plays &&
	one.playedSeconds === two.playedSeconds &&
	one.lostPlays === two.lostPlays &&
	one.lostSeconds === two.lostSeconds;

/** The sums that counters of metrics never fall below, by what they are grouped by. */
export const createEverPlayed = (database: Database): EverPlayedSums => {
	const select = database.prepare<[number, string], Kept>(`
SELECT key, kind, name, plays, played_seconds AS playedSeconds, lost_plays AS lostPlays, lost_seconds AS lostSeconds
FROM ever_played WHERE server_id = ? AND grouped_by = ?`);
	const save = database.prepare<[Kept & {readonly serverId: number; readonly by: string}]>(`
INSERT OR REPLACE INTO ever_played (server_id, grouped_by, key, kind, name, plays, played_seconds, lost_plays, lost_seconds)
VALUES (@serverId, @by, @key, @kind, @name, @plays, @playedSeconds, @lostPlays, @lostSeconds)`);
	return {
		note: (serverId, by, sums) => {
			const known = new Map(select.all(serverId, by).map(kept => [nameOf(kept), kept]));
			const found = new Map(sums.map(sum => [nameOf(sum), sum]));
			const gone = [...known.values()]
				.filter(kept => !found.has(nameOf(kept)))
				.map(({key, kind, name}) => ({key, kind, name, plays: 0, playedSeconds: 0}));
			const kept = [...found.values(), ...gone].map(sum => counted(sum, known.get(nameOf(sum)) ?? unknown));
			const changed = kept.filter(each => !isSame(each, known.get(nameOf(each))));
			if (changed.length > 0)
				database.immediate(() => {
					for (const {key, kind, name, plays, playedSeconds, lostPlays, lostSeconds} of changed)
						save.run({serverId, by, key, kind, name, plays, playedSeconds, lostPlays, lostSeconds});
				});
			return kept.map(({key, kind, name, plays, playedSeconds, lostPlays, lostSeconds}) => ({
				key,
				kind,
				name,
				plays: plays + lostPlays,
				playedSeconds: playedSeconds + lostSeconds,
			}));
		},
	};
};
