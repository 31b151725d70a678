import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {contentTypes, formatAccepted, type MetricsFormat} from '../../source/metrics/format.ts';
import {hostileTitles} from '../helpers/fake-sources.ts';
import {startLoopback} from '../helpers/loopback.ts';
import {soon} from '../helpers/patience.ts';
import {complaintsOf, hasPrometheus, startPrometheus} from '../helpers/real-prometheus.ts';
import {examples, expressions} from './examples.ts';
import {scrape} from './scrape.ts';

const all = {users: true, server: 'attic "2" \\'};

/** Serves the text in the form that is accepted, or in this one. */
const serve = async (fixed?: MetricsFormat): Promise<{readonly url: string; readonly served: ReadonlySet<string>}> => {
	const served = new Set<string>();
	const {url} = await startLoopback(async ({headers}, response) => {
		const format = fixed ?? formatAccepted(headers.accept);
		served.add(format);
		const text = await scrape({}, {...all, format});
		response.writeHead(200, {'content-type': contentTypes[format]}).end(text);
	});
	return {url: `${url}/metrics`, served};
};

const name = hasPrometheus
	? 'the real Prometheus'
	: 'the real Prometheus (left out: prometheus or promtool is not installed)';

describe.skipIf(!hasPrometheus)(name, () => {
	test('promtool finds nothing wrong, but that bits are no bytes', async () => {
		expect(complaintsOf(['check', 'metrics'], await scrape({}, all))).toEqual([
			'tautop_bandwidth_bits_per_second use base unit "bytes" instead of "bits"',
		]);
	});

	test('promtool takes the example of a configuration, and its alarms', () => {
		expect(complaintsOf(['check', 'config', path.join(examples, 'prometheus.yml')])).toEqual([]);
		expect(complaintsOf(['check', 'rules', path.join(examples, 'alerts.yml')])).toEqual([]);
	});

	test('it reads both forms, and answers all that the board and the alarms ask', async () => {
		const chosen = await serve();
		const plain = await serve('prometheus');
		const prometheus = await startPrometheus({tautop: chosen.url, plain: plain.url});
		await vi.waitFor(async () => expect(await prometheus.troubles()).toEqual(['', '']), soon);
		expect(chosen.served).toEqual(new Set(['openmetrics']));

		const streams = await prometheus.query('sum by (job, server, decision) (tautop_streams)');
		const answers = ['plain', 'tautop'].flatMap(job =>
			['direct play', 'direct stream', 'other', 'transcode'].map(decision => ({
				job,
				server: all.server,
				decision,
				value: decision === 'other' ? 0 : 1,
			})),
		);
		expect(streams.map(each => JSON.stringify(each)).toSorted()).toEqual(
			answers.map(({job, server, decision, value}) => JSON.stringify({decision, job, server, value})).toSorted(),
		);
		expect(await prometheus.query('tautop_plays_total{job="tautop",media="episode"}')).toMatchObject([
			{library: hostileTitles[2], value: 204},
		]);
		expect(await prometheus.query('tautulli_bandwidth_total{job="plain"}')).toMatchObject([{value: 21_440}]);
		expect(await prometheus.query('tautop_build_info{job="tautop"}')).toMatchObject([{value: 1}]);
		for (const expression of expressions) await prometheus.query(expression);
	});
});
