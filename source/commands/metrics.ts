import {loadConfig} from '../config/load.ts';
import {metricsText} from '../metrics/metrics-text.ts';
import type {Command} from './command.ts';
import {hasFlag} from './line/flag-values.ts';
import {withSources} from './run/with-sources.ts';

/** `tautop metrics`: everything once, for a scraper's text file. What does not answer is told in it, so the exit code is 0. */
export const metrics: Command = {
	name: 'metrics',
	summary: 'everything as metrics, for Prometheus, VictoriaMetrics and Grafana',
	examples: {
		'tautop metrics': 'once, as Prometheus reads it',
		'tautop metrics --openmetrics --users': 'with people, as OpenMetrics',
	},
	usage: '',
	args: {min: 0, max: 0},
	flags: [
		{name: 'openmetrics', type: 'boolean', summary: 'as OpenMetrics 1.0 instead of Prometheus text'},
		{name: 'users', type: 'boolean', summary: 'people too, by their names'},
	],
	asksEngine: true,
	run: async context =>
		await withSources(context, async ({sources}) => {
			const {name, metrics: configured} = loadConfig(await context.surroundings());
			const text = await metricsText(
				[{sources, name: hasFlag(context, 'demo') ? null : name}],
				{
					format: hasFlag(context, 'openmetrics') ? 'openmetrics' : 'prometheus',
					users: hasFlag(context, 'users') || configured.users,
					withinMs: null,
				},
				context.signal,
			);
			context.stdout.write(text);
			return 0;
		}),
};
