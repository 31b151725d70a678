import type {Play} from '../../domain/plays/play.ts';
import type {Session} from '../../domain/session.ts';
import type {SeenStream} from '../../domain/streams/seen-stream.ts';
import type {Asking} from '../plan/view.ts';
import {orUnseen} from '../streams/why.ts';

/** What tautop saw of the streams of a moment: of plays by their row, and those that run and are no plays yet. */
export type PastSeen = {
	readonly ofPlays: ReadonlyMap<number | null, SeenStream>;
	readonly running: readonly SeenStream[];
};

/** A stream that runs was seen a moment ago, and none runs for longer than days. */
const restSeconds = 60;
const longestSeconds = 2 * 86_400;

/** Seen from before the moment until just now. History does not have it yet, so it is not told twice. */
const ranAt =
	(at: number, now: number) =>
	({endedAt, rowId, firstSeen, lastSeen}: SeenStream): boolean =>
		endedAt === null && rowId === null && firstSeen <= at && now - lastSeen <= restSeconds;

/** Those that ran at a moment of these days and still run: where it is known who is watching, they are among those. */
export const askRunning = async (asking: Asking, at: number): Promise<readonly SeenStream[]> => {
	const {sources, query, signal, now, activity} = asking;
	if (at > now || now - at > longestSeconds) return [];
	const [lately, live] = await Promise.all([
		orUnseen(sources.seenStreams({window: {days: 1}, where: query.where}, signal)),
		orUnseen(activity()),
	]);
	const keys = live && new Set(live.sessions.map(({sessionKey}) => sessionKey));
	return (lately ?? []).filter(ranAt(at, now)).filter(({sessionKey}) => keys?.has(sessionKey) ?? true);
};

export const askPastSeen = async (asking: Asking, at: number, plays: readonly Play[]): Promise<PastSeen> => {
	const {sources, signal} = asking;
	const rowIds = plays.flatMap(({rowId}) => rowId ?? []);
	const [seen, running] = await Promise.all([
		rowIds.length === 0 ? [] : orUnseen(sources.seenStreams({rowIds}, signal)),
		askRunning(asking, at),
	]);
	return {ofPlays: new Map((seen ?? []).map(stream => [stream.rowId, stream])), running};
};

/** What was seen of a stream, in the places of what a running one says: the slowest speed and the highest rate of it. */
export const seenOf = (seen: SeenStream): Partial<Session> => {
	const {sectionId, libraryName, relayed, machineId, qualityProfile, source, stream} = seen;
	const {transcodeHardware, videoDecision, audioDecision, subtitleDecision} = seen;
	return {
		sectionId,
		libraryName,
		relayed,
		machineId,
		qualityProfile,
		source,
		stream,
		transcodeHardware,
		videoDecision,
		audioDecision,
		subtitleDecision,
		transcodeSpeed: seen.slowestSpeed,
		bandwidthKbps: seen.highestKbps,
	};
};

/** Tells a stream that still runs from plays, which have row ids. */
export const runningKey = ({sessionKey}: SeenStream): string => `running ${sessionKey}`;
