import type {Play} from '../../domain/plays/play.ts';
import type {SeenStream} from '../../domain/streams/seen-stream.ts';
import type {Column} from '../plan/list-view.ts';
import type {Asking} from '../plan/view.ts';
import {orUnseen} from '../streams/why.ts';

/** A play, and how often and how long it stalled; null: tautop did not see it run. */
export type SeenPlay = Play & {readonly stalls: number | null; readonly stalledSeconds: number | null};

/** The rows that a play is made of: several where it was resumed, and Tautulli joins them. */
const rowsOf = ({rowId, joinedRows}: Play): readonly number[] => joinedRows ?? (rowId === null ? [] : [rowId]);

const withStalls = (play: Play, streams: ReadonlyMap<number | null, SeenStream>): SeenPlay => {
	const seen = rowsOf(play).flatMap(rowId => streams.get(rowId) ?? []);
	const sum = (of: (stream: SeenStream) => number): number | null =>
		seen.length === 0 ? null : seen.reduce((all, stream) => all + of(stream), 0);
	return {...play, stalls: sum(({stalls}) => stalls), stalledSeconds: sum(({stalledSeconds}) => stalledSeconds)};
};

/** Plays with what tautop saw of them while they ran. */
export const askSeenPlays = async (
	{sources, signal}: Pick<Asking, 'sources' | 'signal'>,
	plays: readonly Play[],
): Promise<readonly SeenPlay[]> => {
	const rowIds = plays.flatMap(rowsOf);
	const seen = rowIds.length === 0 ? null : await orUnseen(sources.seenStreams({rowIds}, signal));
	const streams = new Map((seen ?? []).map(stream => [stream.rowId, stream]));
	return plays.map(play => withStalls(play, streams));
};

/** Whether it stalled: "2, 41 s". A home that never saw a play of the list needs no column for that. */
export const stallColumns: readonly Column<SeenPlay>[] = [
	{
		id: 'stalls',
		heading: 'stalls',
		value: ({stalls}) => stalls,
		show: ({stalls, stalledSeconds}, {glyphs}) => {
			if (stalls === null) return 'not seen';
			return stalls === 0 ? glyphs.none : `${stalls}, ${stalledSeconds} s`;
		},
		align: 'left',
		dropAt: 3,
		when: rows => rows.some(({stalls}) => stalls !== null),
	},
	{id: 'stalled_seconds', value: ({stalledSeconds}) => stalledSeconds},
];
