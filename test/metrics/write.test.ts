import {expect, test} from 'vitest';
import {family, type Metric, single} from '../../source/metrics/family.ts';
import {writeMetrics} from '../../source/metrics/write.ts';

const plays = {
	name: 'tautop_played_seconds_total',
	type: 'counter',
	help: 'Seconds of "plays"\\.',
	unit: 'seconds',
	labels: ['library'],
} as const satisfies Metric;
const old = {name: 'tautulli_stream_count', type: 'untyped', help: 'Streams.', labels: []} as const satisfies Metric;
const build = {name: 'tautop_build_info', type: 'info', help: 'It.', labels: ['version']} as const satisfies Metric;

const families = [
	family(build, [{labels: {version: '1.0.0'}, value: 1}]),
	family(plays, [
		{labels: {library: 'Kino "A"\\B\nC'}, value: 1.5e21},
		{labels: {library: 'none'}, value: null},
		{labels: {library: 'odd'}, value: Number.NaN},
	]),
	single(old, 3),
];

test('Prometheus text', () => {
	expect(writeMetrics(families, 'prometheus')).toBe(
		[
			'# HELP tautop_build_info It.',
			'# TYPE tautop_build_info gauge',
			'tautop_build_info{version="1.0.0"} 1',
			'# HELP tautop_played_seconds_total Seconds of "plays"\\\\.',
			'# TYPE tautop_played_seconds_total counter',
			'tautop_played_seconds_total{library="Kino \\"A\\"\\\\B\\nC"} 1.5e+21',
			'# HELP tautulli_stream_count Streams.',
			'# TYPE tautulli_stream_count untyped',
			'tautulli_stream_count 3',
			'',
		].join('\n'),
	);
});

test('OpenMetrics has families without the endings of their types, units, and an end', () => {
	expect(writeMetrics(families, 'openmetrics')).toBe(
		[
			'# TYPE tautop_build info',
			'# HELP tautop_build It.',
			'tautop_build_info{version="1.0.0"} 1',
			'# TYPE tautop_played_seconds counter',
			'# UNIT tautop_played_seconds seconds',
			'# HELP tautop_played_seconds Seconds of \\"plays\\"\\\\.',
			'tautop_played_seconds_total{library="Kino \\"A\\"\\\\B\\nC"} 1.5e+21',
			'# TYPE tautulli_stream_count unknown',
			'# HELP tautulli_stream_count Streams.',
			'tautulli_stream_count 3',
			'# EOF',
			'',
		].join('\n'),
	);
});

test('a family of which nothing is known is not there, not even its head', () => {
	expect(writeMetrics([single(old, null)], 'prometheus')).toBe('');
	expect(writeMetrics([single(old, null)], 'openmetrics')).toBe('# EOF\n');
});
