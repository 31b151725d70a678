import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import * as z from 'zod';
import {startLoopback} from './loopback.ts';
import {tempFolder} from './temp-folder.ts';

const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** True where Debian's package prometheus, or the same programs, can be run. */
export const hasPrometheus = isInstalled('prometheus') && isInstalled('promtool');

/** What promtool says to a file or a text, line by line; none: it finds nothing wrong. */
export const complaintsOf = (args: readonly string[], input = ''): readonly string[] => {
	const {status, stdout, stderr} = spawnSync('promtool', args, {input, encoding: 'utf8'});
	return status === 0 ? [] : `${stdout}${stderr}`.split('\n').filter(Boolean);
};

/** A port that nobody has: Prometheus cannot be asked which one it took. */
const freePort = async (): Promise<number> => {
	const server = await startLoopback(() => undefined);
	await server.close();
	return server.port;
};

const end = async (child: ChildProcess): Promise<void> => {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	child.kill('SIGKILL');
	await ended;
};

const answerShape = z.object({
	status: z.literal('success'),
	data: z.object({
		result: z.union([
			z.array(z.object({metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()])})),
			z.tuple([z.number(), z.string()]),
		]),
	}),
});

const targetsShape = z.object({
	data: z.object({activeTargets: z.array(z.object({health: z.string(), lastError: z.string()}))}),
});

/** A Prometheus of this test's own that scrapes these addresses each second. */
export const startPrometheus = async (targets: Readonly<Record<string, string>>) => {
	const folder = tempFolder();
	const port = await freePort();
	const jobs = Object.entries(targets).map(([name, url]) => {
		const {host, pathname} = new URL(url);
		return {job_name: name, metrics_path: pathname, static_configs: [{targets: [host]}]};
	});
	// JSON is YAML too.
	writeFileSync(
		path.join(folder, 'prometheus.yml'),
		JSON.stringify({global: {scrape_interval: '1s'}, scrape_configs: jobs}),
	);
	const child = spawn(
		'prometheus',
		[
			`--config.file=${path.join(folder, 'prometheus.yml')}`,
			`--storage.tsdb.path=${path.join(folder, 'data')}`,
			`--web.listen-address=127.0.0.1:${port}`,
		],
		{stdio: 'ignore'},
	);
	onTestFinished(() => end(child));
	const get = async (request: string): Promise<unknown> =>
		await (await fetch(`http://127.0.0.1:${port}/api/v1/${request}`)).json();
	return {
		/** The labels and the value of each series. */
		query: async (expression: string) => {
			const {data} = answerShape.parse(await get(`query?query=${encodeURIComponent(expression)}`));
			return data.result.flatMap(each =>
				typeof each === 'object' ? [{...each.metric, value: Number(each.value[1])}] : [],
			);
		},
		/** What keeps it from reading: one text a target; `''`: nothing. */
		troubles: async (): Promise<readonly string[]> =>
			targetsShape
				.parse(await get('targets'))
				.data.activeTargets.map(({health, lastError}) => (health === 'up' ? '' : `${health} ${lastError}`)),
	};
};
