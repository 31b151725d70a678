import type {DayAnswer, Play} from '../../domain/plays/play.ts';
import type {SeenStream} from '../../domain/streams/seen-stream.ts';
import {askRunning, runningKey} from '../now/past-seen.ts';
import type {Asking} from '../plan/view.ts';
import {askSeenPlays, type SeenPlay} from '../plays/seen-plays.ts';

/** A stream of a day, with what tautop saw of it. */
export type DayRow = SeenPlay & {
	/** Of one that still runs, which is no play yet; null: it is over. */
	readonly running: SeenStream | null;
};

/** What ran on a day, and what still runs of it. */
export type DayData = Omit<DayAnswer, 'plays'> & {readonly rows: readonly DayRow[]};

/** What tells a row from all others. */
export const rowKey = ({rowId, running}: DayRow): string => (running ? runningKey(running) : String(rowId));

/** A stream that still runs, as the play that it will be. */
const playOf = (seen: SeenStream): Play => ({
	...seen,
	rowId: null,
	referenceId: null,
	startedAt: seen.firstSeen,
	lastStartedAt: seen.firstSeen,
	stoppedAt: null,
	pausedSeconds: 0,
	playedSeconds: null,
	title: '',
	parentTitle: '',
	grandparentTitle: '',
	guid: '',
	seasonNumber: null,
	episodeNumber: null,
	percentComplete: null,
});

export const askDay = async (asking: Asking): Promise<DayData> => {
	const {sources, query, signal, now} = asking;
	const {plays, ...day} = await sources.day({date: query.subject?.id ?? '', where: query.where}, signal);
	const [seen, running] = await Promise.all([
		askSeenPlays(asking, plays),
		askRunning(asking, Math.min(now, day.to - 1)),
	]);
	const rows = [
		...seen.map((play): DayRow => ({...play, running: null})),
		...running.map(
			(stream): DayRow => ({
				...playOf(stream),
				stalls: stream.stalls,
				stalledSeconds: stream.stalledSeconds,
				picture: {from: stream.source.resolution, to: stream.stream.resolution},
				session: null,
				running: stream,
			}),
		),
	];
	return {...day, rows};
};
