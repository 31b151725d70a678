import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {type Configuration, writeConfiguration} from '../helpers/configuration.ts';
import {type Fault, refusedUrl} from '../helpers/fault-server.ts';
import {answer, hangUp, loginPage, silence} from '../helpers/faults.ts';
import {launcher, runCommand, runProgram} from '../helpers/run-program.ts';
import {data, type ScriptedTautulli, startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {openAt} from '../helpers/temp-store.ts';

type Scene = {readonly tautulli: ScriptedTautulli; readonly configuration: Configuration};

const setScene = async (fault?: Fault, key?: string, plexUrl?: string): Promise<Scene> => {
	const tautulli = await startScriptedTautulli();
	if (fault) tautulli.play('*', fault);
	const configuration = writeConfiguration({
		tautulli: {url: tautulli.url, secret: key ?? tautulli.apiKey},
		...(plexUrl === undefined ? {} : {plex: {url: plexUrl, secret: 'token-of-the-owner'}}),
		timeoutSeconds: 1,
	});
	return {tautulli, configuration};
};

const wrongKey = 'ffffffffffffffffffffffffffffffff';

const away: readonly [name: string, fault: Fault, code: number, sentence: RegExp][] = [
	['closes connections', hangUp, 69, /^tautop: .*Tautulli/],
	['answers with a login page', loginPage, 69, /^tautop: .*Tautulli/],
	['answers 500', answer(500, 'Internal Server Error'), 69, /^tautop: .*Tautulli/],
	['never answers', silence, 69, /^tautop: .*Tautulli.* 1 /],
	['says success without Plex', data({}), 69, /^tautop: .*cannot reach Plex/],
];

describe('a server that is away is 69, in one sentence, with nothing on stdout', () => {
	test.each(away)('tautop now, Tautulli %s', async (_, fault, code, sentence) => {
		const {configuration} = await setScene(fault);
		const ran = await runProgram(['now', '--json', '--config', configuration.file]);
		expect(ran).toMatchObject({code, stdout: ''});
		expect(ran.stderr).toMatch(sentence);
		expect(ran.stderr).not.toContain('    at ');
	});

	test('tautop ping says so on stdout too', async () => {
		const {configuration} = await setScene(hangUp);
		const ran = await runProgram(['ping', '--json', '--config', configuration.file]);
		expect(ran.code).toBe(69);
		expect(JSON.parse(ran.stdout)).toMatchObject({tautulli: {ok: false, code: 'unreachable'}, plex: null});
	});

	test('nobody listens', async () => {
		const configuration = writeConfiguration({tautulli: {url: await refusedUrl(), secret: 'a'.repeat(32)}});
		expect(await runProgram(['hours', '--config', configuration.file])).toMatchObject({code: 69, stdout: ''});
	});

	test('Plex wholly away at collect: an error, no fallback through Tautulli, no snapshot', async () => {
		const {tautulli, configuration} = await setScene(undefined, undefined, await refusedUrl());
		const ran = await runProgram(['collect', '--json', '--config', configuration.file]);
		expect(ran.code).toBe(69);
		expect(JSON.parse(ran.stdout)).toMatchObject({status: 'error', collected: [], failed: []});
		expect(ran.stderr).toContain('Plex');
		expect(tautulli.commands()).not.toContain('get_collections_table');
		const stored = await runProgram(['collections', '--json', '--config', configuration.file]);
		expect(JSON.parse(stored.stdout)).toMatchObject({collections: []});
	});
});

describe('a refused key is 77', () => {
	test.each(['now', 'hours', 'history', 'users'])('tautop %s', async command => {
		const {configuration} = await setScene(undefined, wrongKey);
		const ran = await runProgram([command, '--json', '--config', configuration.file]);
		expect(ran).toMatchObject({code: 77, stdout: ''});
		expect(ran.stderr).toMatch(/^tautop: .*key/);
	});

	test.each(['ping', 'collect'])('tautop %s, which tells it on stdout too', async command => {
		const {configuration} = await setScene(undefined, wrongKey);
		const ran = await runProgram([command, '--json', '--config', configuration.file]);
		expect(ran.code).toBe(77);
		expect(JSON.parse(ran.stdout)).toBeTypeOf('object');
	});
});

test('a run of another process is 75', async () => {
	const {configuration} = await setScene();
	await runProgram(['collections', '--config', configuration.file]);
	const lease = openAt(configuration.database, {at: Math.floor(Date.now() / 1000)}).lease.take('another process');
	const ran = await runProgram(['collect', '--json', '--config', configuration.file]);
	expect(ran.code).toBe(75);
	expect(JSON.parse(ran.stdout)).toMatchObject({status: 'error', collected: []});
	expect(ran.stderr).toContain('another process');
	lease.release();
});

describe('a wrong or missing configuration is 78', () => {
	test('wrong', async () => {
		const {url, apiKey} = await startScriptedTautulli();
		const {file} = writeConfiguration({tautulli: {url, secret: apiKey}, dashboard: {days: 'many'}});
		const ran = await runProgram(['now', '--config', file]);
		expect(ran).toMatchObject({code: 78, stdout: ''});
		expect(ran.stderr).toMatch(/config\.yaml, line \d+, column \d+: dashboard\.days/);
	});

	test('missing, from an empty folder', async () => {
		const ran = await runProgram(['now'], {cwd: tempFolder()});
		expect(ran).toMatchObject({code: 78, stdout: ''});
		expect(ran.stderr).toContain('--demo');
	});

	test('missing, and a file that was meant to be one', async () => {
		const cwd = tempFolder();
		writeFileSync(path.join(cwd, 'config.yaml'), 'tautulli:\n  url: http://tower:8181\n  apikey: hunter2\n');
		for (const args of [['now'], ['ping', '--json'], ['collect']]) {
			const {code, stderr} = await runProgram(args, {cwd});
			expect(code).toBe(78);
			expect(stderr).toContain('tautop: No Tautulli is configured.\n');
			expect(stderr).toContain(`${path.join(cwd, 'config.yaml')} was passed over: `);
			expect(stderr).toContain('there is no key tautulli.apikey. Did you mean api_key?');
			expect(stderr).toContain('Correct this file');
			expect(stderr).not.toContain('hunter2');
		}
	});

	test.each([
		['now', 78],
		['history', 78],
		['ping', 78],
		['status', 78],
		['sync', 78],
		['collect', 0],
	])('a Tautulli that is switched off: tautop %s says which key of which file does it', async (command, code) => {
		const file = path.join(tempFolder(), 'homescreen-hero.yaml');
		writeFileSync(file, 'tautulli:\n  enabled: false\n  base_url: http://your-tautulli-url:8181\n');
		const ran = await runProgram([command, '--json', '--config', file]);
		expect(ran.code).toBe(code);
		expect(ran.stdout + ran.stderr).toContain('Tautulli is switched off in the configuration.');
		expect(ran.stdout + ran.stderr).toContain(`Set tautulli.enabled to true in ${file}.`);
	});

	test.each(['config.yaml', '.config/tautop/config.yaml'])('a named pipe at %s holds nobody up', async name => {
		const cwd = tempFolder();
		const file = path.join(cwd, name);
		mkdirSync(path.dirname(file), {recursive: true});
		execFileSync('mkfifo', [file]);
		const ran = await runProgram(['now'], {cwd, env: {HOME: cwd, XDG_CONFIG_HOME: path.join(cwd, '.config')}});
		expect(ran).toMatchObject({code: 78, stdout: ''});
		expect(ran.stderr).toContain(`${file}: this is a named pipe, not a file.`);
	});

	test('not there', async () => {
		expect(await runProgram(['now', '--config', '/nowhere/config.yaml'])).toMatchObject({code: 78, stdout: ''});
	});
});

test.each([
	['an unknown command', ['nwo']],
	['an unknown flag', ['now', '--jsno']],
	['an unknown flag without a command', ['--api-key', 'hunter2']],
	['a name that nobody has', ['hours', '--user', 'nobody-of-this-name', '--demo']],
	['a flag that the view does not take', ['now', '--days', '7', '--demo']],
	['a missing argument', ['stats', '--demo']],
])('%s is 2, and nothing is written', async (_, args) => {
	const ran = await runProgram(args);
	expect(ran).toMatchObject({code: 2, stdout: ''});
	expect(ran.stderr).toMatch(/^tautop: /);
	expect(ran.stderr).not.toContain('hunter2');
});

test('a reader that has seen enough ends it quietly', async () => {
	// More than a pipe holds, so that the writer notices.
	const script = 'set -o pipefail; "$NODE" "$TAUTOP" history --limit 2000 --json --demo | head -1';
	const ran = await runCommand('bash', ['-c', script], {env: {NODE: process.execPath, TAUTOP: launcher}});
	expect(ran).toMatchObject({stdout: '{\n', stderr: '', code: 0});
});

test('SIGTERM during a run: 143, and nothing of it is stored', async () => {
	const {tautulli, configuration} = await setScene();
	tautulli.play('get_item_watch_time_stats', silence);
	const ran = await runProgram(['collect', '--config', configuration.file], {
		signalOn: {text: 'collecting', signal: 'SIGTERM'},
	});
	expect(ran.code).toBe(143);
	const stored = await runProgram(['collections', '--json', '--config', configuration.file]);
	expect(JSON.parse(stored.stdout)).toMatchObject({collections: []});
});

test('a headless command leaves nothing in the working folder', async () => {
	const {configuration} = await setScene();
	const cwd = tempFolder();
	expect(await runProgram(['now', '--config', configuration.file], {cwd})).toMatchObject({code: 0, stderr: ''});
	expect(readdirSync(cwd)).toEqual([]);
});
