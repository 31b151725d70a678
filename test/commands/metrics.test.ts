import {expect, test} from 'vitest';
import {metrics} from '../../source/commands/metrics.ts';
import {AppError} from '../../source/domain/app-error.ts';
import {createScene} from '../config/scene.ts';
import {fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

test('prints everything once as Prometheus text, without people', async () => {
	const {code, stdout, stderr} = await runFake(metrics);
	expect(code).toBe(0);
	expect(stderr).toBe('');
	expect(stdout).toMatch(/^# HELP tautop_build_info /);
	expect(stdout).toContain('\ntautop_question_answered{question="lift"} 1\n');
	expect(stdout).not.toContain('tautop_user_');
});

test('as OpenMetrics, and with people, where that is asked for', async () => {
	const {stdout} = await runFake(metrics, {flags: {openmetrics: true, users: true}});
	expect(stdout).toMatch(/\n# EOF\n$/);
	expect(stdout).toContain('\ntautop_user_plays_total{user="marta"} 1204\n');
});

test('servers that are away are told in the text, and are no failure', async () => {
	const away = async (): Promise<never> => {
		throw new AppError('unreachable', 'Tautulli is away.', {server: 'tautulli'});
	};
	const {code, stdout} = await runFake(metrics, {open: fakeSources({activity: away})});
	expect(code).toBe(0);
	expect(stdout).toContain('\ntautop_question_answered{question="activity"} 0\n');
	expect(stdout).not.toContain('\ntautop_streams');
});

test('the configuration says whether people are named, and which server it is', async () => {
	const scene = createScene();
	const entry = (name: string) => ({name, tautulli: {base_url: 'http://tower:8181', api_key: '0123456789abcdef'}});
	const values = {servers: [entry('home'), entry('cabin')], metrics: {users: true}};
	const file = scene.write('config.yaml', JSON.stringify(values));
	const printed = async (server?: string, demo = false) => {
		const surroundings = scene.surroundings({flags: {config: file, server}});
		return (await runFake(metrics, {surroundings, flags: {demo}})).stdout;
	};
	expect(await printed()).toContain('\ntautop_user_plays_total{server="home",user="marta"} 1204\n');
	expect(await printed('CABIN')).toContain('\ntautop_user_plays_total{server="cabin",user="marta"} 1204\n');
	expect(await printed(undefined, true)).toContain('\ntautop_user_plays_total{user="marta"} 1204\n');
});
