import {expect, test} from 'vitest';
import {formatAccepted} from '../../source/metrics/format.ts';

test.each([
	['no header', undefined, 'prometheus'],
	['curl', '*/*', 'prometheus'],
	['a browser', 'text/html,application/xhtml+xml,*/*;q=0.8', 'prometheus'],
	[
		'Prometheus 2',
		'application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1',
		'openmetrics',
	],
	[
		'Prometheus 3',
		'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1',
		'openmetrics',
	],
	['VictoriaMetrics', 'text/plain;version=0.0.4;q=1,*/*;q=0.1', 'prometheus'],
	['who likes text better', 'application/openmetrics-text;version="1.0.0";q=0.2, text/plain;q=0.9', 'prometheus'],
	['the draft of OpenMetrics alone', 'application/openmetrics-text;version=0.0.1', 'prometheus'],
	['no version', 'Application/OpenMetrics-Text', 'openmetrics'],
	['refused', 'application/openmetrics-text;q=0', 'prometheus'],
	['nonsense', ';;q=x,,', 'prometheus'],
])('%s', (_, accept, format) => {
	expect(formatAccepted(accept)).toBe(format);
});
