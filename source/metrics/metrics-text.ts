import manifest from '../../package.json' with {type: 'json'};
import type {Sources} from '../questions/sources.ts';
import {type Family, family} from './family.ts';
import type {MetricsFormat} from './format.ts';
import {own} from './own.ts';
import {topics} from './registry.ts';
import type {Scrape, Topic} from './topic.ts';
import {writeMetrics} from './write.ts';

export type MetricsOptions = {
	readonly format: MetricsFormat;
	/** True: people are told by their names. */
	readonly users: boolean;
	/** The name of the server, where there are several: a label of every metric; null: there is one. */
	readonly server: string | null;
	/** How long each question may take; null: as long as it needs. Absent: less than a scraper waits. */
	readonly withinMs?: number | null;
};

type Gathered = {readonly name: string; readonly families: readonly Family[] | null};

/** What a question became; null where it failed: no number, and no zero. An aborted scrape ends. */
const gather = async (each: Topic, scrape: Scrape): Promise<Gathered> => {
	try {
		return {name: each.name, families: await each.gather(scrape)};
	} catch {
		scrape.signal.throwIfAborted();
		return {name: each.name, families: null};
	}
};

/** Everything that tautop knows, for Prometheus and its like. One question that fails never costs the others. */
export const metricsText = async (sources: Sources, {format}: MetricsOptions, signal: AbortSignal): Promise<string> => {
	const gathered = await Promise.all(topics.map(each => gather(each, {sources, signal})));
	const families = [
		family(own.build, [{labels: {version: manifest.version}, value: 1}]),
		family(
			own.answered,
			gathered.map(({name, families: found}) => ({labels: {question: name}, value: Number(found !== null)})),
		),
		...gathered.flatMap(({families: found}) => found ?? []),
	];
	return writeMetrics(families, format);
};
