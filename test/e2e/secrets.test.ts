import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {type Demo, startDemo} from '../../source/demo/start.ts';
import {secretsIn} from '../helpers/canary.ts';
import {type Configuration, writeConfiguration} from '../helpers/configuration.ts';
import {isLive, startDashboard} from '../helpers/dashboard.ts';
import {demoFile} from '../helpers/demo-file.ts';
import {type Fault, startFaultServer} from '../helpers/fault-server.ts';
import {answer, hangUp, loginPage} from '../helpers/faults.ts';
import {type KeyChangingProxy, startKeyChangingProxy} from '../helpers/key-changing-proxy.ts';
import {launcher, runCommand, runProgram} from '../helpers/run-program.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {readRecording} from '../tautulli/recorded.ts';

/** They hold characters that a URL, base64 and JSON write in their own ways. */
const key = 'canary+Key/0123&456=789%abcdef~Z';
const token = 'canaryToken_9-8.7~6+5/4';
const secrets = [key, token];

/** The clock of the demo stands still: its numbers do not matter here. */
const start = (): Promise<Demo> => startDemo({now: () => 1_795_377_840, seed: 7, months: 1});

type Scene = {readonly configuration: Configuration; readonly proxies: readonly KeyChangingProxy[]};

const setScene = async (): Promise<Scene> => {
	const demo = await start();
	onTestFinished(demo.close);
	const tautulli = await startKeyChangingProxy({target: demo.tautulliUrl, canary: key, secret: demo.apiKey});
	const plex = await startKeyChangingProxy({target: demo.plexUrl, canary: token, secret: demo.token});
	const configuration = writeConfiguration({
		tautulli: {url: tautulli.url, secret: key},
		plex: {url: plex.url, secret: token},
		logLevel: 'trace',
	});
	return {configuration, proxies: [tautulli, plex]};
};

/** Every file below a folder. */
const filesIn = (folder: string): string[] =>
	readdirSync(folder, {recursive: true, withFileTypes: true})
		.filter(entry => entry.isFile())
		.map(entry => path.join(entry.parentPath, entry.name));

/** What stands in files that the program made: all but the configuration, which the test wrote. */
const leaksInFiles = ({folder, file}: Configuration): string[] =>
	filesIn(folder)
		.filter(name => name !== file)
		.flatMap(name => secretsIn(readFileSync(name), secrets).map(form => `${path.basename(name)}: ${form}`));

const leaksInUrls = (proxies: readonly KeyChangingProxy[]): string[] =>
	proxies.flatMap(({requests}) => requests.flatMap(({url}) => secretsIn(url, secrets)));

test('the search itself finds a secret in all its forms', () => {
	for (const secret of secrets) {
		for (const before of ['', 'x', 'xy']) {
			expect(secretsIn(`a${Buffer.from(`${before}${secret}zz`).toString('base64')}b`, secrets)).not.toEqual([]);
		}
		expect(secretsIn(`?apikey=${encodeURIComponent(secret)}&cmd=x`, secrets)).not.toEqual([]);
		expect(secretsIn(Buffer.from(secret).toString('hex'), secrets)).not.toEqual([]);
	}
	expect(secretsIn('nothing here', secrets)).toEqual([]);
});

test('a dashboard that collects shows and writes no secret', async () => {
	const {configuration, proxies} = await setScene();
	const tautop = await startDashboard({args: ['--config', configuration.file], cols: 200, rows: 60});
	await tautop.waitFor(isLive);
	const argv = readFileSync(`/proc/${tautop.pid}/cmdline`);
	tautop.type('c');
	await tautop.waitFor(lines => /Work +collected \d+ in /.test(lines.join('\n')), 30_000);
	tautop.type('?');
	await tautop.waitFor('quit at once');
	tautop.press('ctrl-c');
	expect((await tautop.ended()).status).toBe(130);
	expect(secretsIn(argv, secrets)).toEqual([]);
	expect(secretsIn(tautop.outputSince(0), secrets)).toEqual([]);
	expect(leaksInFiles(configuration)).toEqual([]);
	expect(leaksInUrls(proxies)).toEqual([]);
	expect(filesIn(configuration.folder).map(name => path.basename(name))).toEqual(
		expect.arrayContaining(['tautop.db', 'tautop.log']),
	);
	// The proxies would have let nothing through without the secrets: they did travel, in body and header.
	const [tautulli, plex] = proxies;
	expect(tautulli?.requests.some(({body}) => new URLSearchParams(body).get('apikey') === key)).toBe(true);
	expect(plex?.requests.some(({headers}) => headers['x-plex-token'] === token)).toBe(true);
});

test('headless runs print and write no secret', async () => {
	const {configuration, proxies} = await setScene();
	for (const command of ['ping', 'status', 'now', 'collect', 'collections', 'history', 'doctor', 'config']) {
		const ran = await runProgram([command, '--json', '--log-level', 'trace', '--config', configuration.file]);
		expect(ran.code, `${command}: ${ran.stderr}`).toBe(0);
		expect(secretsIn(`${ran.stdout}${ran.stderr}`, secrets)).toEqual([]);
	}
	expect(leaksInFiles(configuration)).toEqual([]);
	expect(leaksInUrls(proxies)).toEqual([]);
});

/** Repeats everything that it was sent, as some error pages do. */
const echo: Fault = (response, {url, headers, body}) => {
	const text = `${url} ${JSON.stringify(headers)} ${body} ${decodeURIComponent(body)}`;
	const result = {response: {result: 'error', message: `cannot serve ${text}`, data: {}}};
	response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(result));
};

const failures: readonly [string, Fault | null][] = [
	['refused', null],
	['closed', hangUp],
	['a login page', loginPage],
	['500', answer(500, 'Internal Server Error')],
	['an error that repeats the request', echo],
];

describe.each(failures)('when it fails: %s', (_, fault) => {
	test('no secret in words, log and database', async () => {
		const tautulli = await startScriptedTautulli();
		if (fault) tautulli.play('*', fault);
		const configuration = writeConfiguration({
			tautulli: {url: tautulli.url, secret: key},
			plex: {url: tautulli.url, secret: token},
			logLevel: 'trace',
		});
		// Doctor asks in the same ways, and has a limit for each of its looks: once is enough.
		const commands = ['now', 'collect', 'ping', ...(fault === echo ? ['doctor'] : [])];
		const all = await Promise.all(
			commands.map(command => runProgram([command, '--json', '--log-level', 'trace', '--config', configuration.file])),
		);
		for (const ran of all) {
			expect(ran.code).toBeGreaterThan(0);
			expect(secretsIn(`${ran.stdout}${ran.stderr}`, secrets)).toEqual([]);
		}
		const tautop = await startDashboard({args: ['--config', configuration.file], cols: 200, rows: 60});
		await tautop.waitFor(/ ✕ .*Tautulli/);
		tautop.type('d');
		await tautop.waitFor('esc');
		tautop.press('ctrl-c');
		await tautop.ended();
		expect(secretsIn(tautop.outputSince(0), secrets)).toEqual([]);
		expect(leaksInFiles(configuration)).toEqual([]);
		expect(tautulli.requests.flatMap(({url}) => secretsIn(url, secrets))).toEqual([]);
	});
});

/** The other server's secrets, in the forms in which a page, a log line or a title could hold them. */
const told = [key, token].flatMap(secret => [
	secret,
	encodeURIComponent(secret),
	`${secret.slice(0, 9)}\u200B${secret.slice(9)}`,
	Buffer.from(`user:${secret}`).toString('base64'),
	Buffer.from(secret).toString('hex'),
	secret.replaceAll('&', '&amp;'),
]);
const everything = told.join(' ');

/** Honest answers in which every text but the words that the wire itself needs holds the secrets. */
const telling = (name: string): Fault => {
	const {body} = readRecording('small', name);
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const fields =
		/"(full_title|title|grandparent_title|parent_title|friendly_name|user|player|product|pms_name|name)": ?"[^"]*"/g;
	return answer(
		200,
		text.replace(fields, (_, field: string) => `${JSON.stringify(field)}:${JSON.stringify(everything)}`),
	);
};

const commandsThatTell: ReadonlyArray<readonly [string, Fault]> = [
	['get_activity', telling('get_activity')],
	['get_server_info', telling('get_server_info')],
	['get_history', answer(200, JSON.stringify({response: {result: 'error', message: everything, data: {}}}))],
	['get_users', answer(500, `<html><title>${everything}</title></html>`, {'content-type': 'text/html'})],
	['get_plays_by_date', answer(302, '', {location: `/login/${encodeURIComponent(everything)}`})],
	['get_plays_by_hourofday', answer(200, `<html><title>${everything}</title></html>`, {'content-type': 'text/html'})],
];

test('secrets of both servers are cut out of whatever one of them sends', async () => {
	const tautulli = await startScriptedTautulli(key);
	for (const [command, fault] of commandsThatTell) tautulli.play(command, fault);
	const plex = await startFaultServer((response, {url}) => {
		const page = answer(url.startsWith('/identity') ? 200 : 500, `<Response code="500" title="${everything}"/>`);
		page(response, {method: '', url, headers: {}, body: ''});
	});
	onTestFinished(plex.close);
	const configuration = writeConfiguration({
		tautulli: {url: tautulli.url, secret: key},
		plex: {url: plex.url, secret: token},
		logLevel: 'trace',
	});
	const commands = [
		['now'],
		['now', '--json'],
		['now', '--csv'],
		['ping', '--json'],
		['history'],
		['days'],
		['hours'],
		['users'],
		['collect', '--json'],
		['doctor'],
		['config'],
	];
	let output = '';
	for (const command of commands) {
		const {stdout, stderr} = await runProgram([...command, '--log-level', 'trace', '--config', configuration.file]);
		output += `${stdout}${stderr}`;
	}
	expect(output).toContain('[secret]');
	expect(secretsIn(output, secrets)).toEqual([]);
	const tautop = await startDashboard({args: ['--config', configuration.file], cols: 200, rows: 60});
	await tautop.waitFor(isLive);
	tautop.type('d');
	await tautop.waitFor('esc');
	tautop.press('ctrl-c');
	await tautop.ended();
	expect(secretsIn(tautop.outputSince(0), secrets)).toEqual([]);
	expect(leaksInFiles(configuration)).toEqual([]);
});

test('a wrong configuration is told without what stands in it', async () => {
	const configuration = writeConfiguration({
		tautulli: {url: 'no address at all', secret: key},
		plex: {url: `http://user:${encodeURIComponent(token)}@127.0.0.1:1`, secret: token},
	});
	for (const command of ['now', 'doctor', 'config']) {
		const ran = await runProgram([command, '--config', configuration.file]);
		expect(ran.code).toBe(78);
		expect(secretsIn(`${ran.stdout}${ran.stderr}`, secrets)).toEqual([]);
	}
});

const modesBelow = (folder: string): Record<string, string> =>
	Object.fromEntries(
		readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(name => [
			name,
			(statSync(path.join(folder, name)).mode & 0o777).toString(8),
		]),
	);

const umasked = (script: string, env: Readonly<Record<string, string>>) =>
	runCommand('sh', ['-c', `umask 000; "$NODE" "$TAUTOP" ${script}`], {
		env: {NODE: process.execPath, TAUTOP: launcher, ...env},
	});

test('files are 0600 and folders 0700, whatever the umask', async () => {
	const {url, apiKey} = await startScriptedTautulli();
	const home = tempFolder();
	const temporary = tempFolder();
	const env = {HOME: home, TMPDIR: temporary, HSH_TAUTULLI_BASE_URL: url, HSH_TAUTULLI_API_KEY: apiKey};
	expect((await umasked('status --json', env)).code).toBe(0);
	expect((await umasked('collections --json --demo', env)).code).toBe(0);
	for (const [folder, files] of [
		[home, ['tautop.db', 'tautop.log']],
		[temporary, [path.basename(demoFile(temporary))]],
	] as const) {
		const modes = Object.entries(modesBelow(folder));
		for (const file of files) expect(modes.some(([name]) => path.basename(name) === file)).toBe(true);
		// ~/.local and the like belong to the user, not to the program.
		const mine = modes.filter(([name]) => /tautop/.test(name));
		expect(mine.filter(([name, mode]) => mode !== (/\.\w+(-\w+)?$/.test(name) ? '600' : '700'))).toEqual([]);
	}
});
