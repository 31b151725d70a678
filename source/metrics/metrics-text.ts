import manifest from '../../package.json' with {type: 'json'};
import type {Sources} from '../questions/sources.ts';
import {type Family, family, joined} from './family.ts';
import type {MetricsFormat} from './format.ts';
import {gatherFamilies} from './gather.ts';
import {own} from './own.ts';
import type {Scrape} from './topic.ts';
import {writeMetrics} from './write.ts';

/** Whom metrics are of. */
export type Scraped = {
	readonly sources: Sources;
	/** Its name, where there are several: a label of every metric; null: there is one. */
	readonly name: string | null;
};

export type MetricsOptions = {
	readonly format: MetricsFormat;
	/** True: people are told by their names. */
	readonly users: boolean;
	/** How long each question may take; null: as long as it needs. Absent: less than a scraper waits. */
	readonly withinMs?: number | null;
};

/** Prometheus gives up after ten seconds where nobody has told it otherwise. */
const usualMs = 8000;

/** What is asked for at most once. */
const once = <Answer>(ask: () => Promise<Answer>): (() => Promise<Answer>) => {
	let asked: Promise<Answer> | null = null;
	return () => {
		asked ??= ask();
		return asked;
	};
};

const scrapeOf = (sources: Sources, withinMs: number | null, signal: AbortSignal): Scrape => ({
	sources,
	signal,
	withinMs,
	board: once(() => sources.board({days: 30, yAxis: 'plays'}, signal)),
	played: once(() => sources.everPlayed({by: 'library'}, signal)),
	people: once(() => sources.everPlayed({by: 'user'}, signal)),
	names: once(async () => (await sources.settings(null, signal)).names),
});

const labelled = (families: readonly Family[], server: string | null): readonly Family[] =>
	server === null
		? families
		: families.map(({metric, samples}) =>
				family(
					metric,
					samples.map(({labels, value}) => ({labels: {server, ...labels}, value})),
				),
			);

/** Everything that tautop knows of these servers, for Prometheus and its like. One question that fails never costs the others. */
export const metricsText = async (
	servers: readonly Scraped[],
	{format, users, withinMs = usualMs}: MetricsOptions,
	signal: AbortSignal,
): Promise<string> => {
	const build = family(own.build, [{labels: {version: manifest.version}, value: 1}]);
	const families = await Promise.all(
		servers.map(async ({sources, name}) => {
			const gathered = await gatherFamilies(scrapeOf(sources, withinMs, signal), {users});
			return labelled([build, ...gathered], name);
		}),
	);
	return writeMetrics(joined(families.flat()), format);
};
