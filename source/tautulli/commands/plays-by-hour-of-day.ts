import type {Graph} from '../../domain/plays/graph.ts';
import type {Call} from '../call.ts';
import type {GraphRequest} from '../client.ts';
import {readGraph} from '../graph.ts';

/** Plays or seconds by hour of day, "00" to "23" in the server's zone. */
export const getPlaysByHourOfDay = (call: Call, request: GraphRequest, signal?: AbortSignal): Promise<Graph> =>
	readGraph(call, 'get_plays_by_hourofday', request, signal);
