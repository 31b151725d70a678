import type {Play} from '../../domain/plays/play.ts';
import type {Session} from '../../domain/session.ts';
import type {SeenStream} from '../../domain/streams/seen-stream.ts';
import {playColumns} from '../history/columns.ts';
import type {Column} from '../plan/list-view.ts';
import type {Asking} from '../plan/view.ts';
import {orUnseen} from '../streams/why.ts';

/** A play, how often and how long it stalled, and what was sent of the picture; null: tautop did not see it run. */
export type SeenPlay = Play & {
	readonly stalls: number | null;
	readonly stalledSeconds: number | null;
	readonly picture: {readonly from: string; readonly to: string} | null;
	/** The stream, while it runs; null: it has ended. */
	readonly session: Session | null;
};

/** The rows that a play is made of: several where it was resumed, and Tautulli joins them. */
const rowsOf = ({rowId, joinedRows}: Play): readonly number[] => joinedRows ?? (rowId === null ? [] : [rowId]);

const withStalls = (play: Play, streams: ReadonlyMap<number | null, SeenStream>): SeenPlay => {
	const seen = rowsOf(play).flatMap(rowId => streams.get(rowId) ?? []);
	const sum = (of: (stream: SeenStream) => number): number | null =>
		seen.length === 0 ? null : seen.reduce((all, stream) => all + of(stream), 0);
	const last = seen.at(-1);
	const picture = last ? {from: last.source.resolution, to: last.stream.resolution} : null;
	return {
		...play,
		picture,
		session: null,
		stalls: sum(({stalls}) => stalls),
		stalledSeconds: sum(({stalledSeconds}) => stalledSeconds),
	};
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

/** "1080p → 720p"; one where it was sent as it is. */
const pictureWords = ({picture}: SeenPlay, arrow: string): string => {
	if (picture === null) return '';
	const {from, to} = picture;
	return to === '' || to === from ? from : `${from} ${arrow} ${to}`;
};

/** Whether it stalled ("2, 41 s"), and what was sent of the picture. */
export const seenColumns: readonly Column<SeenPlay>[] = [
	{
		id: 'stalls',
		heading: 'stalls',
		value: ({stalls}) => stalls,
		show: ({stalls, stalledSeconds}, {glyphs}) => {
			if (stalls === null) return 'not seen';
			return stalls === 0 ? glyphs.none : `${stalls}, ${stalledSeconds} s`;
		},
		align: 'left',
		dropAt: 5,
		// A home that never saw a play of the list needs no column for that.
		when: rows => rows.some(({stalls}) => stalls !== null),
	},
	{id: 'stalled_seconds', value: ({stalledSeconds}) => stalledSeconds},
	{
		id: 'picture',
		heading: 'picture',
		value: ({picture}) => picture && (picture.to || picture.from),
		show: (play, {glyphs}) => pictureWords(play, glyphs.arrow),
		dropAt: 8,
		when: rows => rows.some(({picture}) => picture !== null && picture.from !== ''),
	},
];

/** Plays, and behind how far they were seen whether they stalled: "2, 41 s". */
export const seenPlayColumns: readonly Column<SeenPlay>[] = playColumns.flatMap(
	(column): readonly Column<SeenPlay>[] => (column.id === 'percent_complete' ? [column, ...seenColumns] : [column]),
);
