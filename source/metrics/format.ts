/** The two ways to write metrics: Prometheus text 0.0.4, which everybody reads, and OpenMetrics 1.0. */
export type MetricsFormat = 'prometheus' | 'openmetrics';

/** What each is called over HTTP. */
export const contentTypes: Readonly<Record<MetricsFormat, string>> = {
	prometheus: 'text/plain; version=0.0.4; charset=utf-8',
	openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
};

type Accepted = {readonly type: string; readonly version: string | null; readonly quality: number};

const acceptedOf = (range: string): Accepted => {
	const [type = '', ...parameters] = range.split(';').map(part => part.trim().toLowerCase());
	const parameter = (name: string): string | null =>
		parameters
			.find(each => each.startsWith(`${name}=`))
			?.slice(name.length + 1)
			.replaceAll('"', '') ?? null;
	const quality = Number(parameter('q') ?? 1);
	return {type, version: parameter('version'), quality: Number.isFinite(quality) ? quality : 0};
};

const isOpenMetrics = ({type, version}: Accepted): boolean =>
	type === 'application/openmetrics-text' && (version === null || version.startsWith('1.'));

const isPlain = ({type}: Accepted): boolean => type === 'text/plain' || type === 'text/*';

const best = (ranges: readonly Accepted[]): number => Math.max(0, ...ranges.map(({quality}) => quality));

/** OpenMetrics where the reader names it and likes it at least as well as plain text; else Prometheus text. */
export const formatAccepted = (accept: string | undefined): MetricsFormat => {
	const ranges = (accept ?? '').split(',').map(acceptedOf);
	const open = best(ranges.filter(isOpenMetrics));
	return open > 0 && open >= best(ranges.filter(isPlain)) ? 'openmetrics' : 'prometheus';
};
