import {z} from 'zod';
import type {Activity} from '../domain/session.ts';
import type {Call} from './call.ts';
import {plexAway} from './plex-away.ts';
import {session} from './session.ts';
import {num} from './wire.ts';

const wire = z.object({
	stream_count: num,
	stream_count_direct_play: num,
	stream_count_direct_stream: num,
	stream_count_transcode: num,
	total_bandwidth: num,
	lan_bandwidth: num,
	wan_bandwidth: num,
	sessions: z.array(session),
});

const isEmpty = (data: unknown): boolean =>
	typeof data === 'object' && data !== null && !Array.isArray(data) && Object.keys(data).length === 0;

/** Tautulli sorts sessions by their key as text, "10" before "2"; here they stand in the order in which they began. */
const bySessionKey = (one: {sessionKey: string}, two: {sessionKey: string}): number =>
	Number(one.sessionKey) - Number(two.sessionKey) || 0;

/** Who is watching now. An empty answer is not an idle server (that one says 0 streams) but an unreachable Plex. */
export const getActivity = async (call: Call, signal?: AbortSignal): Promise<Activity> => {
	const {data} = await call.ask('get_activity', {}, {signal});
	if (isEmpty(data)) throw plexAway(call.transport);
	const activity = call.decode('get_activity', wire, data);
	return {
		streamCount: activity.stream_count,
		directPlayCount: activity.stream_count_direct_play,
		directStreamCount: activity.stream_count_direct_stream,
		transcodeCount: activity.stream_count_transcode,
		bandwidthKbps: {total: activity.total_bandwidth, lan: activity.lan_bandwidth, wan: activity.wan_bandwidth},
		sessions: activity.sessions.toSorted(bySessionKey),
	};
};
