import {existsSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {describe, expect, test, vi} from 'vitest';
import {type Configuration, writeConfiguration} from '../helpers/configuration.ts';
import {isReady, startDashboard} from '../helpers/dashboard.ts';
import {hangUp} from '../helpers/faults.ts';
import {startLoopback} from '../helpers/loopback.ts';
import {patient, soon} from '../helpers/patience.ts';
import {engineOf, isRunning, relayOf} from '../helpers/processes.ts';
import {runProgram} from '../helpers/run-program.ts';
import {type ScriptedTautulli, startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {freePort, startWatching} from '../helpers/watching.ts';

type Setting = Configuration & {readonly tautulli: ScriptedTautulli};

const setting = async (sections = {}): Promise<Setting> => {
	const tautulli = await startScriptedTautulli();
	return {...writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}, sections}), tautulli};
};

const ask = async (port: number, path: string): Promise<{status: number; body: string}> => {
	const answer = await fetch(`http://127.0.0.1:${port}${path}`);
	return {status: answer.status, body: await answer.text()};
};

describe('without a screen', () => {
	test('it keeps the database, asks, and ends as it is told to', async () => {
		const here = await setting();
		const watch = startWatching(here.file);
		await watch.says('Tautulli answers');
		await watch.says('The local copy of the history is complete');
		expect(watch.said()).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d tautop \S+ is watching\.\n/);
		expect(here.tautulli.commands()).toContain('get_activity');
		const engine = engineOf(watch.pid);
		watch.signal('SIGTERM');
		expect(await watch.ended).toEqual({code: 143, signal: null});
		expect(watch.said()).toMatch(/Ended by SIGTERM\.\n$/);
		await vi.waitUntil(() => !isRunning(engine), soon);
		expect(existsSync(`${here.database}.sock`)).toBe(false);
	});

	test('dashboards have its engine, and take over where it is killed', async () => {
		const here = await setting();
		const watch = startWatching(here.file);
		await watch.says('It writes to');
		const dashboard = await startDashboard({args: ['--config', here.file], cols: 120, rows: 40});
		await dashboard.waitFor(isReady);
		expect(relayOf(dashboard.pid)).not.toBeNull();
		const engine = engineOf(watch.pid);
		watch.signal('SIGKILL');
		await watch.ended;
		// The dashboard has it still.
		expect(isRunning(engine)).toBe(true);
		dashboard.type('q');
		expect(await dashboard.ended()).toMatchObject({status: 0});
		await vi.waitUntil(() => !isRunning(engine), soon);
	});

	test('where a dashboard is there first it says so, and keeps the database when that has gone', async () => {
		const here = await setting();
		const dashboard = await startDashboard({args: ['--config', here.file], cols: 120, rows: 40});
		await dashboard.waitFor(isReady);
		const engine = engineOf(dashboard.pid);
		const watch = startWatching(here.file);
		await watch.says(`(process ${engine}) writes to ${here.database} already`);
		dashboard.type('q');
		await dashboard.ended();
		process.kill(engine, 'SIGKILL');
		await watch.says(`It writes to ${here.database}.`);
		expect(isRunning(engineOf(watch.pid))).toBe(true);
	});

	test('an engine that is killed is told of, and another one is started', async () => {
		const here = await setting();
		const watch = startWatching(here.file);
		await watch.says('Tautulli answers');
		const engine = engineOf(watch.pid);
		process.kill(engine, 'SIGKILL');
		await watch.says('The engine was ended by SIGKILL. Another one is started.');
		await vi.waitUntil(() => watch.said().split('It writes to').length === 3, soon);
		expect(engineOf(watch.pid)).not.toBe(engine);
	});

	test('without a terminal the hang-up of one does not end it', async () => {
		const here = await setting();
		const watch = startWatching(here.file);
		await watch.says('It writes to');
		watch.signal('SIGHUP');
		await watch.says('The local copy of the history is complete');
		watch.signal('SIGTERM');
		expect(await watch.ended).toEqual({code: 143, signal: null});
	});

	test('a wrong configuration ends it with a sentence', async () => {
		const here = await setting({collect: {schedule: 'now and then'}});
		const {code, stderr} = await runProgram(['watch', '--config', here.file]);
		expect(code).toBe(78);
		expect(stderr).toContain('collect.schedule must be a cron pattern');
	});
});

describe('by its schedule', () => {
	test('it collects, and where it is killed meanwhile nothing is half there', async () => {
		const here = await setting({collect: {schedule: '* * * * *'}});
		const env = {TAUTOP_CLOCK: '2026-11-20T12:00:00Z,60'};
		const first = startWatching(here.file, env);
		await first.says('Collected ');
		await here.tautulli.arrived(here.tautulli.requests.length + 3);
		process.kill(engineOf(first.pid), 'SIGKILL');
		first.signal('SIGKILL');
		await first.ended;
		const database = new Database(here.database, {readonly: true});
		expect(database.pragma('integrity_check', {simple: true})).toBe('ok');
		database.close();
		const second = startWatching(here.file, env);
		await second.says('Collected ');
	});

	test('collect --watch says where that is now', async () => {
		const {code, stderr} = await runProgram(['collect', '--watch']);
		expect(code).toBe(2);
		expect(stderr).toContain('tautop watch collects again and again');
	});
});

describe('over HTTP', () => {
	test('it answers while it watches', async () => {
		const port = await freePort();
		const here = await setting({metrics: {listen: port}});
		const watch = startWatching(here.file);
		await watch.says('The local copy of the history is complete');
		expect((await ask(port, '/')).body).toContain('/api/hours');
		expect((await ask(port, '/metrics')).body).toContain('tautop_streams');
		expect(await ask(port, '/health')).toMatchObject({status: 200, body: expect.stringContaining('"ok": true')});
		const {body} = await ask(port, '/api/hours?days=7');
		const {stdout} = await runProgram(['hours', '--days', '7', '--json', '--config', here.file]);
		const withoutTime = (text: string) => ({...JSON.parse(text), as_of: 0});
		expect(withoutTime(body)).toEqual(withoutTime(stdout));
		here.tautulli.play('*', hangUp);
		await watch.says('Tautulli at 127.0.0.1');
		expect(await ask(port, '/health')).toMatchObject({status: 503, body: expect.stringContaining('"ok": false')});
		// What failed is told in the text: a scrape that fails would cost what is known all the same.
		expect(await ask(port, '/metrics')).toMatchObject({
			status: 200,
			body: expect.stringContaining('tautop_question_answered{question="activity"} 0'),
		});
		here.tautulli.recover();
		await watch.says('Tautulli is back, after ');
		expect((await ask(port, '/health')).status).toBe(200);
	});

	test('for several servers, each with an engine and lines of its own', async () => {
		const port = await freePort();
		const one = await startScriptedTautulli();
		const two = await startScriptedTautulli();
		const entry = (name: string, {url, apiKey}: ScriptedTautulli) => ({
			name,
			tautulli: {base_url: url, api_key: apiKey, timezone: 'UTC'},
		});
		const folder = tempFolder();
		const file = path.join(folder, 'config.yaml');
		const values = {
			servers: [entry('home', one), entry('cabin', two)],
			database: {path: path.join(folder, 'tautop.db')},
			logging: {file: path.join(folder, 'tautop.log')},
			metrics: {listen: port},
		};
		writeFileSync(file, JSON.stringify(values), {mode: 0o600});
		const watch = startWatching(file);
		for (const name of ['home', 'cabin']) await watch.says(`${name}: The local copy of the history is complete`);
		expect(watch.said()).toContain(`cabin: It writes to ${path.join(folder, 'tautop-cabin.db')}.`);
		expect(JSON.parse((await ask(port, '/health')).body)).toMatchObject({
			ok: true,
			servers: [{name: 'home'}, {name: 'cabin'}],
		});
		const {body} = await ask(port, '/metrics');
		for (const name of ['home', 'cabin']) {
			expect(body).toContain(`tautop_question_answered{server="${name}",question="activity"} 1`);
		}
		const {servers} = JSON.parse((await ask(port, '/api/servers?server=cabin')).body);
		expect(servers).toMatchObject([
			{server: 'home', here: false, trouble: null},
			{server: 'cabin', here: true, trouble: null},
		]);
		two.play('*', hangUp);
		await watch.says('cabin: Tautulli at 127.0.0.1');
		expect(watch.said()).not.toContain('home: Tautulli at');
		expect(await ask(port, '/health')).toMatchObject({status: 503});
		expect(await ask(port, '/health?server=home')).toMatchObject({status: 200});
		watch.signal('SIGTERM');
		expect(await watch.ended).toEqual({code: 143, signal: null});
		expect(readdirSync(folder).filter(name => name.endsWith('.sock'))).toEqual([]);
	});

	test('where the address is taken it says so and ends', async () => {
		const {port} = await startLoopback((_, response) => void response.end());
		const here = await setting({metrics: {listen: port}});
		const {code, stderr} = await runProgram(['watch', '--config', here.file]);
		expect(code).toBe(75);
		expect(stderr).toContain(`Another program listens at 127.0.0.1:${port} already.\n  Set metrics.listen`);
		// Its engine ends a moment later.
		await expect.poll(() => existsSync(`${here.database}.sock`), {timeout: patient(10_000)}).toBe(false);
	});
});
