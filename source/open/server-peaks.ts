import {AppError, isCancelled} from '../domain/app-error.ts';
import {concurrentSeries, type Graph, type Highest, type Peaks, seriesValues} from '../domain/graph.ts';
import type {Days} from '../domain/period.ts';
import type {DaysQuery, GraphQuery} from '../questions/queries.ts';
import type {TautulliClient} from '../tautulli/client.ts';

/** What peaks are asked of, and what is known without Tautulli. */
export type PeakSources = {
	readonly tautulli: Pick<TautulliClient, 'getConcurrentStreams' | 'getHighestStreams' | 'getPlaysByStreamType'>;
	/** The mirror's own peaks of the last days; null while it does not hold the whole history, or its zone is not known. */
	readonly ownPeaks: (days: Days) => Peaks | null;
	readonly odd: (sentence: string) => void;
};

type Outcome<Value> = {readonly value: Value; readonly error: null} | {readonly value: null; readonly error: AppError};

const settle = async <Value>(asked: Promise<Value>): Promise<Outcome<Value>> => {
	try {
		return {value: await asked, error: null};
	} catch (error) {
		if (!(error instanceof AppError) || isCancelled(error)) throw error;
		return {value: null, error};
	}
};

/** What stands in for an answer that failed, with the reason told. */
const instead = <Value>(own: Value | null, what: string, {message}: AppError, {odd}: PeakSources): Value | null => {
	odd(
		`${message} ${own === null ? `${what} are not known.` : `${what} are counted from the mirrored history instead.`}`,
	);
	return own;
};

/** The plays with the most streams at once of each date; null where that is not known. */
const withPeaks = (plays: Graph, streams: Graph | null): Graph => {
	const most = streams ? seriesValues(streams, concurrentSeries) : [];
	const places = new Map(streams?.categories.map((date, place) => [date, place]));
	const values = plays.categories.map(date => most[places.get(date) ?? -1] ?? null);
	return {...plays, series: [...plays.series, {name: concurrentSeries, values}]};
};

/** Plays by stream type, which stand whatever becomes of the peaks beside them. */
export const typesOf = async (sources: PeakSources, query: GraphQuery, signal?: AbortSignal): Promise<Graph> => {
	const {tautulli, ownPeaks} = sources;
	const [plays, streams] = await Promise.all([
		tautulli.getPlaysByStreamType(query, signal),
		settle(tautulli.getConcurrentStreams(query.days, signal)),
	]);
	const known = streams.error
		? instead(ownPeaks(query.days), 'The most streams at once', streams.error, sources)
		: streams.value;
	return withPeaks(plays, known);
};

/** Tautulli's peaks by date; the mirror's where only that question fails, for a Tautulli that is away is said to be away. */
const dailyOf = (graph: Outcome<Graph>, own: Peaks | null, other: Outcome<unknown>, sources: PeakSources): Graph => {
	if (!graph.error) return graph.value;
	if (!own || other.error) throw graph.error;
	instead(own, 'The peaks', graph.error, sources);
	return own;
};

/** Tautulli's peaks by date and its records. Each of the two may fail: the mirror stands in, as far as it can. */
export const peaksOf = async (sources: PeakSources, {days}: DaysQuery, signal?: AbortSignal): Promise<Peaks> => {
	const {tautulli, ownPeaks} = sources;
	const [graph, highest] = await Promise.all([
		settle(tautulli.getConcurrentStreams(days, signal)),
		settle<Readonly<Record<string, Highest>>>(tautulli.getHighestStreams(days, signal)),
	]);
	const own = graph.error || highest.error ? ownPeaks(days) : null;
	const {categories, series} = dailyOf(graph, own, highest, sources);
	const records = highest.error ? instead(own?.highest ?? null, 'The records', highest.error, sources) : highest.value;
	return {categories, series, highest: records};
};
