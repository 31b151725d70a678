import {z} from 'zod';
import type {Graph} from '../domain/graph.ts';
import type {YAxis} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';
import {serverError} from '../http/status.ts';
import type {Call} from './call.ts';
import type {Command} from './commands.ts';
import {requireDays} from './days.ts';
import {num, text} from './wire.ts';

const wire = z.object({
	categories: z.array(text),
	series: z.array(z.object({name: text, data: z.array(num)}).transform(({name, data}) => ({name, values: data}))),
});

type GraphCommand = Extract<Command, `get_plays_by_${string}` | `get_concurrent_${string}`>;

/** Reads one of the graph commands; every series must be as long as the categories. The concurrent graph has no y axis. */
export const readGraph = async (
	call: Call,
	command: GraphCommand,
	request: {readonly days: Days; readonly yAxis?: YAxis},
	signal?: AbortSignal,
): Promise<Graph> => {
	const query = {
		time_range: requireDays(request.days),
		...(request.yAxis ? {y_axis: request.yAxis, grouping: call.grouping} : {}),
	};
	const graph = await call.read(command, wire, query, {signal});
	if (graph.series.some(({values}) => values.length !== graph.categories.length)) {
		throw serverError(call.transport, 'bad-answer', `answered ${command} with rows of different lengths.`);
	}
	return graph;
};
