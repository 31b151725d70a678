import type {NameGroup, PlayCount, PlayCounts} from '../../domain/plays/plays.ts';
import type {Asking} from '../plan/view.ts';

/** What was played of one name: its plays by decision add up to its plays, but for those whose decision is not known. */
export type NamedRow = {
	readonly key: string;
	readonly name: string;
	readonly plays: number;
	readonly playedSeconds: number;
	readonly directPlay: number;
	readonly directStream: number;
	readonly transcode: number;
	/** Unique users; null: not asked for. */
	readonly users: number | null;
	/** Unix seconds of the last stop. */
	readonly lastAt: number | null;
	readonly deleted: boolean;
};

export type NamedRows = Pick<PlayCounts, 'total' | 'names' | 'coverage'> & {readonly rows: readonly NamedRow[]};

const playsOf = (counts: readonly PlayCount[], kind: string): number =>
	counts.reduce((sum, count) => (count.kind === kind ? sum + count.plays : sum), 0);

const latest = (counts: readonly PlayCount[]): number | null =>
	counts.reduce<number | null>((last, {lastAt}) => (lastAt !== null && lastAt > (last ?? 0) ? lastAt : last), null);

const rowOf = (key: string, counts: readonly PlayCount[], users: number | null): NamedRow => ({
	key,
	name: counts[0]?.name ?? key,
	plays: counts.reduce((sum, {plays}) => sum + plays, 0),
	playedSeconds: counts.reduce((sum, {playedSeconds}) => sum + playedSeconds, 0),
	directPlay: playsOf(counts, 'direct play'),
	directStream: playsOf(counts, 'copy'),
	transcode: playsOf(counts, 'transcode'),
	users,
	lastAt: latest(counts),
	deleted: counts[0]?.deleted ?? false,
});

/**
 * Plays by a group of names, each with its decisions; the most first by what is counted. `withUsers`: how many users each name has is
 * told whatever is counted.
 */
export const askNamed = async (
	{sources, query, form, signal}: Asking,
	by: NameGroup,
	withUsers: boolean,
): Promise<NamedRows> => {
	const {window, where, measure} = query;
	// A command may sort by any column before it cuts the rows off, so it needs all of them.
	const asked = {by, window, where, limit: form === 'report' ? Number.MAX_SAFE_INTEGER : undefined};
	const counts = await sources.plays(
		{...asked, split: 'decision', measure: measure === 'users' ? 'plays' : measure},
		signal,
	);
	// Users of the parts do not add up to those of the whole.
	const isCounted = measure === 'users' || withUsers;
	const unique = isCounted ? await sources.plays({...asked, split: 'nothing', measure: 'users'}, signal) : null;
	const users = new Map(unique?.rows.map(row => [row.key, row.users]));
	const keys = [
		...new Set(measure === 'users' && unique ? unique.rows.map(({key}) => key) : counts.rows.map(({key}) => key)),
	];
	const byKey = Map.groupBy(counts.rows, ({key}) => key);
	return {
		total: counts.total,
		names: Math.max(keys.length, counts.names),
		coverage: counts.coverage,
		rows: keys.map(key => rowOf(key, byKey.get(key) ?? [], users.get(key) ?? null)),
	};
};

/** What a row is ranked by. */
export const weight = (row: NamedRow, measure: Asking['query']['measure']): number =>
	measure === 'plays' ? row.plays : measure === 'duration' ? row.playedSeconds : (row.users ?? 0);
