import type {Graph} from '../../domain/plays/graph.ts';
import type {Call} from '../call.ts';
import type {GraphRequest} from '../client.ts';
import {readGraph} from '../graph.ts';

/** Plays or seconds by date, oldest first, ending today in the server's zone; with Tautulli's own Total. */
export const getPlaysByDate = (call: Call, request: GraphRequest, signal?: AbortSignal): Promise<Graph> =>
	readGraph(call, 'get_plays_by_date', request, signal);
