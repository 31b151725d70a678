import type {Sources} from '../questions/sources.ts';
import type {MetricsFormat} from './format.ts';

type MetricsOptions = {
	readonly format: MetricsFormat;
	/** True: people are told by their names. */
	readonly users: boolean;
	/** The name of the server, where there are several; null: there is one. */
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
