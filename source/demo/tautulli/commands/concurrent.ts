import {dateText} from '../../world/zone.ts';
import {success} from '../answer.ts';
import {listsBy} from '../cells.ts';
import {mostConcurrent} from '../concurrency.ts';
import type {Command, Commands} from '../context.ts';
import {byStreamType, graphDays, graphRows, lastDates} from '../graph.ts';

/** For each start date alone: what began the day before does not count, and no series adds up to the maximum. */
const concurrentStreams: Command = (context, params) => {
	const dates = lastDates(context, graphDays(params));
	const days = listsBy(graphRows(context, params), row => dateText(row.day));
	const types = byStreamType.names.map(name => ({
		name,
		data: dates.map(date => mostConcurrent((days.get(date) ?? []).filter(row => byStreamType.of(row) === name)).count),
	}));
	const all = {
		name: 'Max. Concurrent Streams',
		data: dates.map(date => mostConcurrent(days.get(date) ?? []).count),
	};
	return success({categories: dates, series: [...types, all]});
};

/** The graph of streams at once. */
export const concurrentCommands: Commands = {get_concurrent_streams_by_stream_type: concurrentStreams};
