import type {Transport} from '../http/contract.ts';
import type {Odd} from '../http/elements.ts';
import {getActivity} from './activity.ts';
import {createCall} from './call.ts';
import {getChildren} from './children.ts';
import type {TautulliClient} from './client.ts';
import {getCollections} from './collections.ts';
import {getHistoryWindow} from './history-window.ts';
import {getItemStats} from './item-stats.ts';
import {getLibraries} from './libraries.ts';
import {getLiveTv} from './live-tv.ts';
import {getMediaType} from './media-type.ts';
import type {HistoryMirrorClient} from './mirror-client.ts';
import {ping} from './ping.ts';
import {getPlayTable} from './play-table.ts';
import {getPlaysByDate} from './plays-by-date.ts';
import {getPlaysByHourOfDay} from './plays-by-hour-of-day.ts';
import {getPlaysByStreamType} from './plays-by-stream-type.ts';
import {probeHistory} from './probe-history.ts';
import {getResolutions} from './resolutions.ts';
import {getMachineIdentifier, getSectionIds} from './section-ids.ts';
import {getServerStatus} from './server-status.ts';
import {getStreamData} from './stream-data.ts';
import {getUsers} from './users.ts';

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
		getUsers: signal => getUsers(call, signal),
		getPlaysByDate: (request, signal) => getPlaysByDate(call, request, signal),
		getPlaysByHourOfDay: (request, signal) => getPlaysByHourOfDay(call, request, signal),
		getPlaysByStreamType: (request, signal) => getPlaysByStreamType(call, request, signal),
		getResolutions: (query, signal) => getResolutions(call, query, signal),
		getMediaType: (ratingKey, signal) => getMediaType(call, ratingKey, signal),
		getCollections: (library, signal) => getCollections(call, library, signal),
		getChildren: (ratingKey, mediaType, signal) => getChildren(call, ratingKey, mediaType, signal),
		getMachineIdentifier: signal => getMachineIdentifier(call, signal),
		getSectionIds: signal => getSectionIds(call, signal),
		probeHistory: (referenceIds, signal) => probeHistory(call, referenceIds, signal),
		getPlayTable: signal => getPlayTable(call, signal),
		getHourlyPlays: (days, signal) => getPlaysByHourOfDay(ungrouped, {days, yAxis: 'plays'}, signal),
		getHistoryWindow: (request, signal) => getHistoryWindow(call, request, signal),
	};
};
