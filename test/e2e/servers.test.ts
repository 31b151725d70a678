import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {secretsIn} from '../helpers/canary.ts';
import {startDashboard} from '../helpers/dashboard.ts';
import {status} from '../helpers/faults.ts';
import {runProgram} from '../helpers/run-program.ts';
import {type ScriptedTautulli, startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {tempFolder} from '../helpers/temp-folder.ts';

const keys = {home: 'b7c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5', cabin: 'c8d9e0f1a2b3c4d5e6f7a8b9c0d1e2f3'};

type Setting = {
	readonly folder: string;
	readonly file: string;
	readonly home: ScriptedTautulli;
	readonly cabin: ScriptedTautulli;
};

/** Two servers in one file, with everything that the program writes beside it. */
const setting = async (): Promise<Setting> => {
	const folder = tempFolder();
	const file = path.join(folder, 'config.yaml');
	const [home, cabin] = [await startScriptedTautulli(keys.home), await startScriptedTautulli(keys.cabin)];
	const entry = (name: string, {url, apiKey}: ScriptedTautulli) => ({
		name,
		tautulli: {base_url: url, api_key: apiKey, timezone: 'UTC'},
	});
	const values = {
		servers: [entry('home', home), entry('cabin', cabin)],
		database: {path: path.join(folder, 'tautop.db')},
		dashboard: {refresh_seconds: 1},
		logging: {file: path.join(folder, 'tautop.log'), level: 'debug'},
	};
	writeFileSync(file, JSON.stringify(values), {mode: 0o600});
	return {folder, file, home, cabin};
};

const filesOf = ({folder}: Setting): readonly string[] =>
	readdirSync(folder).filter(name => name.endsWith('.db') || name.endsWith('.log'));

const headerOf = (lines: readonly string[]): string => lines[0] ?? '';

const shows =
	(name: string) =>
	(lines: readonly string[]): boolean =>
		headerOf(lines).includes(` ${name} `) && headerOf(lines).includes(' live ');

test('the key goes from server to server and back, each with an engine and a database of its own', async () => {
	const here = await setting();
	const tautop = await startDashboard({args: ['--config', here.file], cols: 100, rows: 30});
	await tautop.waitFor(shows('home'));
	expect(filesOf(here)).toEqual(['tautop.db', 'tautop.log']);
	expect(here.cabin.requests).toEqual([]);
	tautop.type('`');
	await tautop.waitFor(shows('cabin'));
	expect(tautop.title()).toMatch(/^tautop cabin: /);
	expect(filesOf(here)).toEqual(['tautop-cabin.db', 'tautop.db', 'tautop.log']);
	expect(statSync(path.join(here.folder, 'tautop-cabin.db')).mode & 0o777).toBe(0o600);
	tautop.type('`');
	await tautop.waitFor(shows('home'));
	tautop.type('0servers\r');
	await tautop.waitFor(
		lines => lines.some(line => /^. ?home +\d/.test(line)) && lines.some(line => /cabin +\d/.test(line)),
	);
	tautop.type('q');
	await tautop.waitFor(lines => lines.some(line => line.includes('1 Now playing')));
	tautop.type('q');
	expect(await tautop.ended()).toMatchObject({status: 0, lineModes: 'same'});
	const secrets = Object.values(keys);
	const log = readFileSync(path.join(here.folder, 'tautop.log'));
	expect(secretsIn(log, secrets)).toEqual([]);
	expect(secretsIn(tautop.outputSince(0), secrets)).toEqual([]);
	expect(log.toString()).toContain('"name":"cabin"');
});

test('a command asks the server that is named, and the first one else', async () => {
	const here = await setting();
	const ping = async (...args: string[]) => runProgram(['ping', '--json', '--config', here.file, ...args]);
	expect(await ping('--server', 'CABIN')).toMatchObject({code: 0});
	expect([here.home.requests.length, here.cabin.requests.length > 0]).toEqual([0, true]);
	expect(await ping()).toMatchObject({code: 0});
	expect(here.home.requests.length).toBeGreaterThan(0);
	const wrong = await runProgram(['now', '--config', here.file, '--server', 'cabn']);
	expect(wrong).toMatchObject({code: 2, stdout: ''});
	expect(wrong.stderr).toContain('Did you mean cabin?');
});

test('side by side nothing of the others is made or kept, and one that is away is told', async () => {
	const here = await setting();
	const servers = async () => {
		const {stdout, stderr, code} = await runProgram(['servers', '--json', '--config', here.file]);
		expect([stderr, code]).toEqual(['', 0]);
		return JSON.parse(stdout);
	};
	expect(await servers()).toMatchObject({
		servers: [
			{server: 'home', here: true, trouble: null},
			{server: 'cabin', here: false, total_plays: null, trouble: 'It has no database yet.'},
		],
	});
	expect(existsSync(path.join(here.folder, 'tautop-cabin.db'))).toBe(false);
	await runProgram(['sync', '--config', here.file, '--server', 'cabin']);
	const before = statSync(path.join(here.folder, 'tautop-cabin.db')).mtimeMs;
	const {servers: known} = await servers();
	expect(known[1]).toMatchObject({trouble: null, mirrored_plays: known[0].mirrored_plays});
	expect(known[1].total_plays).not.toBeNull();
	here.cabin.play('*', status(500));
	const {servers: one} = await servers();
	expect(one[1]).toMatchObject({stream_count: null, total_plays: known[1].total_plays, code: 'server-error'});
	expect(one[0].stream_count).not.toBeNull();
	expect(statSync(path.join(here.folder, 'tautop-cabin.db')).mtimeMs).toBe(before);
});
