import {once} from 'node:events';
import {existsSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {connect} from 'node:net';
import Sqlite from 'better-sqlite3';
import {expect, test, vi} from 'vitest';
import manifest from '../../package.json' with {type: 'json'};
import {type Configuration, writeConfiguration} from '../helpers/configuration.ts';
import {openScreen, type TestScreen} from '../helpers/engine-screen.ts';
import {soon} from '../helpers/patience.ts';
import {isRunning} from '../helpers/processes.ts';
import {runProgram} from '../helpers/run-program.ts';
import {type ScriptedTautulli, startScriptedTautulli} from '../helpers/scripted-tautulli.ts';

type Setting = Configuration & {readonly tautulli: ScriptedTautulli; readonly socket: string};

const setting = async (dashboard: Readonly<Record<string, unknown>> = {}): Promise<Setting> => {
	const tautulli = await startScriptedTautulli();
	const configuration = writeConfiguration({
		tautulli: {url: tautulli.url, secret: tautulli.apiKey},
		dashboard: {refresh_seconds: 60, ...dashboard},
	});
	return {...configuration, tautulli, socket: `${configuration.database}.sock`};
};

const asked = ({tautulli}: Setting, command: string): number =>
	tautulli.commands().filter(name => name === command).length;

/** The process that greets whoever comes there. */
const keeperAt = async (socket: string): Promise<number> => {
	const visitor = connect(socket).setEncoding('utf8');
	const [hello] = await once(visitor, 'data');
	visitor.destroy();
	return JSON.parse(hello).host.pid;
};

const warningsOf = async ({sources}: TestScreen): Promise<readonly string[]> =>
	(await sources.local(null)).database.warnings;

test('two screens have one engine, and what one was told just now the other is told too', async () => {
	const here = await setting();
	const one = await openScreen(here.file);
	const two = await openScreen(here.file);
	await Promise.all([one, two].map(({sources}) => sources.activity(null)));
	expect(asked(here, 'get_activity')).toBe(1);
	await one.sources.activity(null);
	expect(asked(here, 'get_activity')).toBe(2);
	await two.sources.activity(null);
	expect(asked(here, 'get_activity')).toBe(2);
	await two.sources.reconnect(null);
	await two.sources.activity(null);
	expect(asked(here, 'get_activity')).toBe(3);
});

test('events reach all screens; a run that one of them began is everybody’s', async () => {
	const here = await setting();
	const one = await openScreen(here.file);
	const two = await openScreen(here.file);
	const ended = Promise.withResolvers<void>();
	two.listen(event => event.type === 'run-ended' && ended.resolve());
	await one.sources.collect({scope: 'all', names: []});
	await ended.promise;
	expect(await two.sources.runs({limit: 9})).toHaveLength(1);
});

test('the socket is its owner’s alone, and goes with the last screen', async () => {
	const here = await setting();
	const one = await openScreen(here.file);
	const two = await openScreen(here.file);
	expect(statSync(here.socket).mode & 0o777).toBe(0o600);
	await one.close();
	expect((await two.sources.local(null)).database.trouble).toBeNull();
	expect(two.troubles).toEqual([]);
	await two.close();
	await vi.waitUntil(() => !existsSync(here.socket), soon);
});

test('where the engine is killed, one screen takes over, and what was asked is answered', async () => {
	const here = await setting();
	const screens = [await openScreen(here.file), await openScreen(here.file), await openScreen(here.file)];
	screens[0]?.kill();
	await Promise.all(screens.map(({sources}) => sources.activity(null)));
	await vi.waitUntil(() => screens.every(({troubles}) => troubles.at(-1) === null), soon);
	const before = asked(here, 'get_activity');
	await screens[0]?.sources.activity(null);
	await Promise.all(screens.slice(1).map(({sources}) => sources.servers(null)));
	expect(asked(here, 'get_activity')).toBe(before + 1);
	expect(asked(here, 'server_status')).toBeLessThanOrEqual(2);
	expect(statSync(here.socket).isSocket()).toBe(true);
});

test('a screen that loses its relay comes back to the same engine', async () => {
	const here = await setting();
	const one = await openScreen(here.file);
	const two = await openScreen(here.file);
	two.kill();
	await two.sources.activity(null);
	await vi.waitUntil(() => two.troubles.at(-1) === null, soon);
	expect(one.troubles).toEqual([]);
});

test('another build asks for itself, says so, and notes nothing until it is the only one', async () => {
	const here = await setting();
	const one = await openScreen(here.file);
	const two = await openScreen(here.file, '9.9.9');
	expect(await warningsOf(one)).toEqual([]);
	expect((await warningsOf(two)).join()).toContain('Another version of tautop has this database open');
	await two.sources.activity(null);
	here.tautulli.play('get_activity', response => response.destroy());
	await expect(two.sources.activity(null)).rejects.toMatchObject({code: 'unreachable'});
	expect(await one.sources.events({limit: 9})).toEqual([]);
	await one.close();
	await vi.waitUntil(async () => (await warningsOf(two)).length === 0, soon);
	expect(statSync(here.socket).isSocket()).toBe(true);
});

test('another configuration is no secret told, and has an engine of its own', async () => {
	const here = await setting();
	await openScreen(here.file);
	const other = writeConfiguration({tautulli: {url: here.tautulli.url, secret: 'another'}});
	writeFileSync(
		other.file,
		JSON.stringify({
			tautulli: {base_url: here.tautulli.url, api_key: 'another'},
			database: {path: here.database},
			logging: {file: here.log, level: 'info'},
		}),
	);
	const two = await openScreen(other.file);
	expect((await warningsOf(two)).join()).toContain('another configuration has this database open');
	await expect(two.sources.activity(null)).rejects.toMatchObject({code: 'unauthorized'});
});

test('each screen has its own settings', async () => {
	const here = await setting({theme: 'dark'});
	const one = await openScreen(here.file);
	const text = {theme: 'light', refresh_seconds: 5};
	const file = `${here.file}.other.yaml`;
	writeFileSync(
		file,
		JSON.stringify({
			tautulli: {base_url: here.tautulli.url, api_key: here.tautulli.apiKey, timezone: 'UTC'},
			database: {path: here.database},
			dashboard: text,
			logging: {file: here.log, level: 'info'},
		}),
		{mode: 0o600},
	);
	const two = await openScreen(file);
	expect(await one.sources.settings(null)).toMatchObject({theme: 'dark', refreshSeconds: 60});
	expect(await two.sources.settings(null)).toMatchObject({theme: 'light', refreshSeconds: 5, timezone: 'UTC'});
	expect(await warningsOf(two)).toEqual([]);
});

test('an engine whose socket was deleted makes it anew', async () => {
	const here = await setting();
	const one = await openScreen(here.file);
	rmSync(here.socket);
	await vi.waitUntil(() => existsSync(here.socket), soon);
	const two = await openScreen(here.file);
	await Promise.all([one, two].map(({sources}) => sources.activity(null)));
	expect(asked(here, 'get_activity')).toBe(1);
});

test('what somebody else says on the socket harms nobody', async () => {
	const here = await setting();
	const one = await openScreen(here.file);
	const stranger = connect(here.socket);
	stranger.on('error', () => undefined);
	const heard: string[] = [];
	stranger.setEncoding('utf8').on('data', piece => heard.push(String(piece)));
	stranger.write('GET / HTTP/1.1\n\n');
	await new Promise(resolve => stranger.once('close', resolve));
	expect(heard.join('')).not.toContain(here.tautulli.apiKey);
	await one.sources.activity(null);
	expect(one.troubles).toEqual([]);
});

test('a plan of runs is kept once', async () => {
	const here = await setting();
	const one = await openScreen(here.file);
	await openScreen(here.file);
	await openScreen(here.file, '9.9.9');
	await one.sources.collect({scope: 'all', names: []});
	const raw = new Sqlite(here.database, {readonly: true});
	expect(raw.prepare('SELECT count(*) AS n FROM runs').get()).toEqual({n: 1});
	raw.close();
});

test('now and status ask the engine of an open dashboard, and servers themselves where there is none', async () => {
	const here = await setting();
	const one = await openScreen(here.file, manifest.version);
	await one.sources.activity(null);
	const now = await runProgram(['now', '--json', '--config', here.file]);
	expect(now).toMatchObject({code: 0, stderr: ''});
	expect(asked(here, 'get_activity')).toBe(1);
	expect(JSON.parse(now.stdout)).toMatchObject({sessions: expect.any(Array)});
	const status = await runProgram(['status', '--json', '--config', here.file]);
	expect(JSON.parse(status.stdout)).toMatchObject({database: {path: here.database}, tautulli: {ok: true}});
	await one.close();
	await vi.waitUntil(() => !existsSync(here.socket), soon);
	const alone = await runProgram(['now', '--json', '--config', here.file]);
	// When a stream ends is told from the clock.
	const lasting = (text: string): string => text.replaceAll(/"ends": \d+/g, '');
	expect(lasting(alone.stdout)).toBe(lasting(now.stdout));
	expect(asked(here, 'get_activity')).toBe(2);
});

test('an engine that hangs after its own dashboard has left is ended by those that are still there', async () => {
	const here = await setting();
	const one = await openScreen(here.file);
	const two = await openScreen(here.file);
	const engine = await keeperAt(here.socket);
	await one.close();
	process.kill(engine, 'SIGSTOP');
	await two.sources.activity(null);
	await vi.waitUntil(() => two.troubles.at(-1) === null && !isRunning(engine), soon);
});
