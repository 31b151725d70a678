import {type Graph, seriesValues} from '../../domain/plays/graph.ts';
import type {ResolutionCount, Resolutions, ResolutionsQuery} from '../../domain/plays/resolutions.ts';
import type {Call} from '../call.ts';
import {readGraph} from '../graph.ts';

/** Tautulli takes 0 days for 30. More than any history has. */
const allDays = 36_500;

const countsOf = (graph: Graph): readonly ResolutionCount[] => {
	const [play, stream, transcode] = ['Direct Play', 'Direct Stream', 'Transcode'].map(name =>
		seriesValues(graph, name),
	);
	return graph.categories.map((resolution, index) => ({
		resolution,
		directPlay: play?.[index] ?? null,
		directStream: stream?.[index] ?? null,
		transcode: transcode?.[index] ?? null,
	}));
};

/** Plays or seconds by the resolution of the file, and by that of what was sent. */
export const getResolutions = async (
	call: Call,
	{days, measure, users}: ResolutionsQuery,
	signal?: AbortSignal,
): Promise<Resolutions> => {
	const request = {
		days: days === 0 ? allDays : days,
		yAxis: measure,
		...(users.length === 0 ? {} : {userIds: users.map(({id}) => id)}),
	} as const;
	const [source, sent] = await Promise.all([
		readGraph(call, 'get_plays_by_source_resolution', request, signal),
		readGraph(call, 'get_plays_by_stream_resolution', request, signal),
	]);
	return {source: countsOf(source), sent: countsOf(sent)};
};
