import * as z from 'zod/mini';
import type {YAxis} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';
import type {Graph, Series, Value} from '../domain/plays/graph.ts';
import {serverError} from '../http/status.ts';
import type {Call} from './call.ts';
import {requireDays} from './days.ts';
import type {Command} from './known-commands.ts';
import {requiredKey, text, toNumber} from './wire.ts';
import {categoryWords, seriesWords} from './words.ts';

const wire = z.object({categories: z.optional(z.unknown()), series: z.optional(z.unknown())});
const wireSeries = z.object({name: requiredKey, data: z.optional(z.unknown())});

type GraphCommand = Extract<Command, `get_plays_by_${string}`>;

type WireSeries = z.output<typeof wireSeries>;

/** The values of a series, null for what is no number; all of them are null where it does not fit its categories. */
const readValues = (data: unknown, length: number): Value[] =>
	Array.isArray(data) && data.length === length ? data.map(toNumber) : Array.from({length}, () => null);

/** A value that is not known is told, never taken for 0. */
const readSeries = (
	{transport, odd}: Call,
	command: GraphCommand,
	{name, data}: WireSeries,
	categories: readonly string[],
): Series => {
	const values = readValues(data, categories.length);
	const unknown = values.filter(value => value === null).length;
	if (unknown > 0) {
		const first = categories[values.indexOf(null)] ?? '';
		odd(`${transport.where} sent no number for ${name}, ${first} (${unknown} of ${values.length}; ${command}).`);
	}
	return {name, values};
};

const isKnown = ({values}: Series): boolean => values.length === 0 || values.some(value => value !== null);

/**
 * Reads one of the graph commands. A value that is no number is not known, a series of another length than the categories
 * is not known as a whole.
 */
export const readGraph = async (
	call: Call,
	command: GraphCommand,
	request: {readonly days: Days; readonly yAxis: YAxis; readonly userIds?: readonly string[]},
	signal?: AbortSignal,
): Promise<Graph> => {
	const query = {
		time_range: requireDays(request.days),
		y_axis: request.yAxis,
		grouping: call.grouping,
		...(request.userIds ? {user_id: request.userIds.join(',')} : {}),
	};
	const graph = await call.read(command, wire, query, {signal});
	const {read: categories} = call.decodeList(command, categoryWords, text, graph.categories);
	const {read: named} = call.decodeList(command, seriesWords, wireSeries, graph.series);
	const series = named.map(each => readSeries(call, command, each, categories));
	if (series.length > 0 && !series.some(isKnown)) {
		throw serverError(call.transport, 'bad-answer', `answered ${command} without a single number.`);
	}
	return {categories, series};
};
