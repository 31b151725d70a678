/** The two ways to write metrics: Prometheus text 0.0.4, which everybody reads, and OpenMetrics 1.0. */
export type MetricsFormat = 'prometheus' | 'openmetrics';

/** What each is called over HTTP. */
export const contentTypes: Readonly<Record<MetricsFormat, string>> = {
	prometheus: 'text/plain; version=0.0.4; charset=utf-8',
	openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
};

/** OpenMetrics where the reader names it. */
export const formatAccepted = (accept: string | undefined): MetricsFormat =>
	accept?.includes('application/openmetrics-text') ? 'openmetrics' : 'prometheus';
