import {concurrentSeries, type Graph, type Series, seriesValues} from '../domain/graph.ts';
import type {Call} from './call.ts';
import type {GraphRequest} from './client.ts';
import {getConcurrentStreams} from './concurrent-streams.ts';
import {readGraph} from './graph.ts';

/** A series with only the values of those dates, in their order. */
const onDates = (graph: Graph, {name, values}: Series, dates: readonly string[]): Series => ({
	name,
	values: dates.map(date => values[graph.categories.indexOf(date)] ?? 0),
});

/**
 * Plays (or seconds) by stream type and date, joined with the most streams at once a day, which stays a count. The two
 * graphs are joined by date: asked around midnight they can differ by one day, and then that day is left out.
 */
export const getPlaysByStreamType = async (call: Call, request: GraphRequest, signal?: AbortSignal): Promise<Graph> => {
	const [plays, streams] = await Promise.all([
		readGraph(call, 'get_plays_by_stream_type', request, signal),
		getConcurrentStreams(call, request.days, signal),
	]);
	const dates = plays.categories.filter(date => streams.categories.includes(date));
	const most = {name: concurrentSeries, values: seriesValues(streams, concurrentSeries)};
	return {
		categories: dates,
		series: [...plays.series.map(series => onDates(plays, series, dates)), onDates(streams, most, dates)],
	};
};
