import type {Sources} from '../questions/sources.ts';

/** What a scraper asked for. */
export type MetricsOptions = {
	readonly format: 'prometheus' | 'openmetrics';
	/** True: people are named. */
	readonly users: boolean;
	/** The label of the server; null: there is only one. */
	readonly server: string | null;
};

/** The text that a scraper reads. */
export const metricsText = async (
	{activity}: Pick<Sources, 'activity'>,
	{format}: MetricsOptions,
	signal: AbortSignal,
): Promise<string> => {
	const {streamCount} = await activity(null, signal);
	const lines = ['# HELP tautop_streams Streams now.', '# TYPE tautop_streams gauge', `tautop_streams ${streamCount}`];
	return `${[...lines, ...(format === 'openmetrics' ? ['# EOF'] : [])].join('\n')}\n`;
};
