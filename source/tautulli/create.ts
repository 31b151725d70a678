import type {Transport} from '../http/contract.ts';
import type {Odd} from '../http/elements.ts';
import {createCall} from './call.ts';
import type {TautulliClient} from './client.ts';
import {getActivity} from './commands/activity.ts';
import {getChildren} from './commands/children.ts';
import {getCollections} from './commands/collections.ts';
import {getHistoryWindow} from './commands/history-window.ts';
import {getItemStats} from './commands/item-stats.ts';
import {getLibraries} from './commands/libraries.ts';
import {getLiveTv} from './commands/live-tv.ts';
import {getMediaType} from './commands/media-type.ts';
import {ping} from './commands/ping.ts';
import {getPlayTable} from './commands/play-table.ts';
import {getPlaysByDate} from './commands/plays-by-date.ts';
import {getPlaysByHourOfDay} from './commands/plays-by-hour-of-day.ts';
import {getPlaysByStreamType} from './commands/plays-by-stream-type.ts';
import {probeHistory} from './commands/probe-history.ts';
import {getResolutions} from './commands/resolutions.ts';
import {getMachineIdentifier, getSectionIds} from './commands/section-ids.ts';
import {getServerStatus} from './commands/server-status.ts';
import {getStreamData} from './commands/stream-data.ts';
import {getStreamStarts} from './commands/stream-starts.ts';
import {terminateSession} from './commands/terminate-session.ts';
import {getUsers} from './commands/users.ts';
import type {HistoryMirrorClient} from './mirror-client.ts';

/** `grouping` is the user's setting: whether plays that Tautulli joined count as one. */
export type TautulliOptions = {
	readonly transport: Transport;
	readonly apiKey: string;
	readonly grouping: boolean;
	/** Hears what of an answer was left out, since it was odd. */
	readonly odd?: Odd;
};

/** Binds every command to one server and key. */
export const createTautulli = ({
	transport,
	apiKey,
	grouping,
	odd = () => undefined,
}: TautulliOptions): TautulliClient & HistoryMirrorClient => {
	const call = createCall({transport, apiKey, grouping, odd});
	const ungrouped = createCall({transport, apiKey, grouping: false, odd});
	return {
		ping: (known, signal) => ping(call, known, signal),
		getServerStatus: signal => getServerStatus(call, signal),
		getActivity: signal => getActivity(call, signal),
		getLibraries: signal => getLibraries(call, signal),
		getLiveTv: signal => getLiveTv(call, signal),
		getItemStats: (request, signal) => getItemStats(call, request, signal),
		getStreamData: (rowId, signal) => getStreamData(call, rowId, signal),
		getStreamStarts: (ratingKeys, signal) => getStreamStarts(call, ratingKeys, signal),
		getUsers: signal => getUsers(call, signal),
		getPlaysByDate: (request, signal) => getPlaysByDate(call, request, signal),
		getPlaysByHourOfDay: (request, signal) => getPlaysByHourOfDay(call, request, signal),
		getPlaysByStreamType: (request, signal) => getPlaysByStreamType(call, request, signal),
		getResolutions: (query, signal) => getResolutions(call, query, signal),
		getMediaType: (ratingKey, signal) => getMediaType(call, ratingKey, signal),
		getCollections: (library, signal) => getCollections(call, library, signal),
		terminateSession: (request, signal) => terminateSession(call, request, signal),
		getChildren: (ratingKey, mediaType, signal) => getChildren(call, ratingKey, mediaType, signal),
		getMachineIdentifier: signal => getMachineIdentifier(call, signal),
		getSectionIds: signal => getSectionIds(call, signal),
		probeHistory: (referenceIds, signal) => probeHistory(call, referenceIds, signal),
		getPlayTable: signal => getPlayTable(call, signal),
		getHourlyPlays: (days, signal) => getPlaysByHourOfDay(ungrouped, {days, yAxis: 'plays'}, signal),
		getHistoryWindow: (request, signal) => getHistoryWindow(call, request, signal),
	};
};
