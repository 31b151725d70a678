import {type MetricsOptions, metricsText, type Scraped} from '../../source/metrics/metrics-text.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {fakeSources} from '../helpers/fake-sources.ts';

/** The text of a home of fakes, in which some answers are these. */
export const scrape = (
	given: Partial<Sources> = {},
	{server = null, ...options}: Partial<MetricsOptions> & {readonly server?: Scraped['name']} = {},
): Promise<string> =>
	metricsText(
		[{sources: fakeSources(given).sources, name: server}],
		{format: 'prometheus', users: false, withinMs: null, ...options},
		new AbortController().signal,
	);

/** The names of the metrics in a text, each once. */
export const namesIn = (text: string): ReadonlySet<string> =>
	new Set([...text.matchAll(/^([a-z_]+)[{ ]/gm)].map(([, name = '']) => name));

/** The lines of one metric. */
export const linesOf = (text: string, name: string): readonly string[] =>
	text.split('\n').filter(line => new RegExp(`^${name}[{ ]`).test(line));
