import type {Graph} from '../../domain/plays/graph.ts';
import type {Call} from '../call.ts';
import type {GraphRequest} from '../client.ts';
import {readGraph} from '../graph.ts';

/** Plays or seconds by stream type and date, oldest first: Direct Play, Direct Stream, Transcode. */
export const getPlaysByStreamType = (call: Call, request: GraphRequest, signal?: AbortSignal): Promise<Graph> =>
	readGraph(call, 'get_plays_by_stream_type', request, signal);
