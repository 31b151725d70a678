import {concurrentSeries, type Graph, type Series} from '../domain/graph.ts';
import type {Days} from '../domain/period.ts';
import {serverError} from '../http/status.ts';
import type {Call} from './call.ts';
import {readGraph} from './graph.ts';

const wireName = 'Max. Concurrent Streams';

/** Most streams at once by date: `Concurrent Streams` first, then each stream type by itself (they do not add up). */
export const getConcurrentStreams = async (call: Call, days: Days, signal?: AbortSignal): Promise<Graph> => {
	const {categories, series} = await readGraph(call, 'get_concurrent_streams_by_stream_type', {days}, signal);
	const most = series.find(({name}) => name === wireName);
	if (!most) throw serverError(call.transport, 'bad-answer', 'left the most streams at once out of its answer.');
	const first: Series = {name: concurrentSeries, values: most.values};
	return {categories, series: [first, ...series.filter(({name}) => name !== wireName)]};
};
