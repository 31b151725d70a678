import * as z from 'zod/mini';
import type {Activity, Session} from '../../domain/session.ts';
import type {Call} from '../call.ts';
import {plexAway} from '../plex-away.ts';
import {session} from '../session.ts';
import {sizeOrNull} from '../wire.ts';
import {sessionWords} from '../words.ts';

const wire = z.object({
	stream_count: sizeOrNull,
	stream_count_direct_play: sizeOrNull,
	stream_count_direct_stream: sizeOrNull,
	stream_count_transcode: sizeOrNull,
	total_bandwidth: sizeOrNull,
	lan_bandwidth: sizeOrNull,
	wan_bandwidth: sizeOrNull,
	sessions: z.optional(z.unknown()),
});

/** A session takes some 6 kB: this is room for far more than any server can stream. */
const maxBytes = 16 * 1024 * 1024;

const isEmpty = (data: unknown): boolean =>
	typeof data === 'object' && data !== null && !Array.isArray(data) && Object.keys(data).length === 0;

/** Tautulli sorts sessions by their key as text, "10" before "2"; here they stand in the order in which they began. */
const bySessionKey = (one: {sessionKey: string}, two: {sessionKey: string}): number =>
	Number(one.sessionKey) - Number(two.sessionKey) || 0;

const tellOdd = ({transport, odd}: Call, numbers: Omit<z.output<typeof wire>, 'sessions'>, sent: number): void => {
	const unknown = Object.entries(numbers).flatMap(([name, value]) => (value === null ? [name] : []));
	if (unknown.length > 0) odd(`${transport.where} sent no number for ${unknown.join(', ')} (get_activity).`);
	const said = numbers.stream_count;
	if (said === null || said === sent) return;
	odd(`${transport.where} says that there are ${said} sessions, and lists ${sent} (get_activity).`);
};

/**
 * Who is watching now. An empty answer is not an idle server (that one says 0 streams) but an unreachable Plex. A session
 * that cannot be read is left out, yet it counts: Tautulli's numbers stand. Where one of them is missing, the sessions are
 * counted; a rate that is missing is not known.
 */
export const getActivity = async (call: Call, signal?: AbortSignal): Promise<Activity> => {
	const {data} = await call.ask('get_activity', {}, {signal, maxBytes});
	if (isEmpty(data)) throw plexAway(call.transport);
	const {sessions: list, ...numbers} = call.decode('get_activity', wire, data);
	const {read, sent} = call.decodeList('get_activity', sessionWords, session, list);
	const sessions = read.toSorted(bySessionKey);
	tellOdd(call, numbers, sent);
	const count = (decision: Session['transcodeDecision']): number =>
		sessions.filter(({transcodeDecision}) => transcodeDecision === decision).length;
	return {
		streamCount: Math.max(numbers.stream_count ?? 0, sessions.length),
		directPlayCount: numbers.stream_count_direct_play ?? count('direct play'),
		directStreamCount: numbers.stream_count_direct_stream ?? count('copy'),
		transcodeCount: numbers.stream_count_transcode ?? count('transcode'),
		bandwidthKbps: {total: numbers.total_bandwidth, lan: numbers.lan_bandwidth, wan: numbers.wan_bandwidth},
		sessions,
	};
};
