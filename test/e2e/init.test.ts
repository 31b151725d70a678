import {existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test, vi} from 'vitest';
import {secretsIn} from '../helpers/canary.ts';
import {startDashboard} from '../helpers/dashboard.ts';
import {patient} from '../helpers/patience.ts';
import {launcher, runProgram} from '../helpers/run-program.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {startTerminal, type Terminal} from '../helpers/terminal.ts';

/** `tautop init` in a terminal, in a home and a working folder of its own, under umask 000. */
const start = async (
	cwd: string,
	env: Record<string, string> = {},
	args: readonly string[] = [],
): Promise<Terminal> => {
	const terminal = await startTerminal({
		command: 'sh',
		args: ['-c', 'umask 000; exec "$@"', 'sh', process.execPath, launcher, 'init', ...args],
		cwd,
		isGuarded: true,
		env: {HOME: cwd, ...env},
	});
	onTestFinished(terminal.close);
	return terminal;
};

const shows = (words: string) => (lines: readonly string[]) =>
	(lines.findLast(line => line !== '') ?? '').includes(words);

const written = (home: string): string => path.join(home, '.config', 'tautop', 'config.yaml');

test.each(['xterm-256color', 'dumb'])(
	'from nothing to a configuration that works, two mistakes on the way (TERM=%s)',
	async term => {
		const tautulli = await startScriptedTautulli();
		const home = tempFolder();
		const tautop = await start(home, {TERM: term});
		await tautop.waitFor(shows('Tautulli address'));
		tautop.type(`${tautulli.url.replace('http:', 'https:')}\r`);
		await tautop.waitFor(shows(`Tautulli address [${tautulli.url}]`));
		tautop.press('enter');
		await tautop.waitFor(shows('Tautulli API key, not shown'));
		tautop.type('0123wrong-key\r');
		await tautop.waitFor('refused the API key');
		await tautop.waitFor(shows('Tautulli API key, not shown'));
		tautop.type(`${tautulli.apiKey}X`);
		tautop.press('backspace', 'enter');
		await tautop.waitFor(shows('Connect Plex too?'));
		expect(existsSync(path.dirname(written(home)))).toBe(false);
		tautop.type('n\r');
		await tautop.waitFor(shows('Whose collections count?'));
		tautop.press('enter');
		expect(await tautop.ended()).toMatchObject({status: 0, lineModes: 'same'});
		expect(tautop.primary().join('\n')).toContain('Written: ');
		expect(secretsIn(tautop.outputSince(0), [tautulli.apiKey, '0123wrong-key'])).toEqual([]);
		if (term === 'dumb')
			expect(tautop.outputSince(0).replaceAll(/\u001B\]\d+;(?:pid|status)[^\u0007]*\u0007/g, '')).not.toContain(
				'\u001B',
			);
		expect([statSync(written(home)).mode & 0o777, statSync(path.dirname(written(home))).mode & 0o777]).toEqual([
			0o600, 0o700,
		]);
		const pinged = await runProgram(['ping', '--plain'], {cwd: home, env: {HOME: home, XDG_CONFIG_HOME: ''}});
		expect(pinged).toMatchObject({code: 0});
		expect(readFileSync(written(home), 'utf8')).toContain(tautulli.apiKey);
	},
);

/** Bytes that a process has read so far; null: this system does not tell. */
const bytesRead = (pid: number): number | null => {
	const file = `/proc/${pid}/io`;
	return existsSync(file) ? Number(/^rchar: (\d+)/m.exec(readFileSync(file, 'utf8'))?.[1]) : null;
};

/** Types, and waits until it was read: what arrives when the program has ended, the terminal itself shows. */
const typeUnseen = async (tautop: Terminal, text: string): Promise<void> => {
	const before = bytesRead(tautop.pid);
	tautop.type(text);
	if (before === null) return;
	await vi.waitFor(() => expect(bytesRead(tautop.pid)).toBeGreaterThanOrEqual(before + text.length), {
		timeout: patient(30_000),
	});
};

test.each<[string, (tautop: Terminal) => void, number]>([
	['ctrl-c', tautop => tautop.press('ctrl-c'), 130],
	['ctrl-d', tautop => tautop.press('ctrl-u', 'ctrl-d'), 130],
	['SIGTERM', tautop => tautop.signal('SIGTERM'), 143],
	['SIGHUP', tautop => tautop.signal('SIGHUP'), 129],
	['SIGKILL', tautop => tautop.signal('SIGKILL'), 137],
])('%s at the hidden question leaves the terminal as it was, and writes nothing', async (_, end, status) => {
	const tautulli = await startScriptedTautulli();
	const home = tempFolder();
	const tautop = await start(home);
	await tautop.waitFor(shows('Tautulli address'));
	tautop.type(`${tautulli.url}\r`);
	await tautop.waitFor(shows('Tautulli API key, not shown'));
	await typeUnseen(tautop, 'half-a-secret');
	end(tautop);
	expect(await tautop.ended()).toMatchObject({status, lineModes: 'same'});
	expect(tautop.outputSince(0)).not.toContain('half-a-secret');
	expect(existsSync(path.join(home, '.config'))).toBe(false);
});

test('ctrl-c at an ordinary question ends it too', async () => {
	const home = tempFolder();
	const tautop = await start(home);
	await tautop.waitFor(shows('Tautulli address'));
	tautop.press('ctrl-c');
	expect(await tautop.ended()).toMatchObject({status: 130, lineModes: 'same'});
	expect(tautop.primary().join('\n')).toContain('Nothing was written.');
	expect(existsSync(path.join(home, '.config'))).toBe(false);
});

test('a file that is there is changed only after a yes', async () => {
	const home = tempFolder();
	const file = path.join(home, 'mine.yaml');
	writeFileSync(file, 'dashboard: {days: 7}\n');
	const tautop = await start(home, {}, ['--config', file]);
	await tautop.waitFor(shows('Change it?'));
	tautop.press('enter');
	expect(await tautop.ended()).toMatchObject({status: 0});
	expect(readFileSync(file, 'utf8')).toBe('dashboard: {days: 7}\n');
});

test('without a terminal everything comes from the environment', async () => {
	const tautulli = await startScriptedTautulli();
	const home = tempFolder();
	const key = path.join(home, 'key');
	writeFileSync(key, `${tautulli.apiKey}\n`);
	const run = (env: Record<string, string>, ...args: string[]) =>
		runProgram(['init', ...args], {
			cwd: home,
			env: {HOME: home, HSH_TAUTULLI_BASE_URL: `${tautulli.url}/home`, ...env},
		});
	expect(await run({})).toMatchObject({code: 78, stdout: ''});
	const refused = await run({HSH_TAUTULLI_API_KEY: 'wrong-key-in-the-environment'});
	expect(refused).toMatchObject({code: 77, stdout: ''});
	expect(refused.stderr).not.toContain('wrong-key');
	expect(await run({HSH_TAUTULLI_BASE_URL: 'http://127.0.0.1:1', HSH_TAUTULLI_API_KEY: 'k'})).toMatchObject({code: 69});
	expect(existsSync(path.join(home, '.config'))).toBe(false);
	const env = {HSH_TAUTULLI_API_KEY_FILE: key};
	const well = await run(env);
	expect(well).toMatchObject({code: 0, stderr: ''});
	expect(secretsIn(well.stdout, [tautulli.apiKey])).toEqual([]);
	expect(await run(env)).toMatchObject({code: 2});
	const forced = await run(env, '--force');
	expect(forced).toMatchObject({code: 0});
	expect(forced.stdout).toContain('The old one is kept as config.yaml.bak.');
});

test('a place that cannot be written is told before any question', async () => {
	const home = tempFolder();
	mkdirSync(path.join(home, 'folder'));
	const tautop = await start(home, {}, ['--config', path.join(home, 'folder')]);
	expect(await tautop.ended()).toMatchObject({status: 78});
	const said = tautop.primary().join(' ');
	expect(said).toContain('is not a file');
	expect(said).toContain('TAUTOP_CONFIG');
	expect(said).not.toContain('address');
});

test('the demo of nothing configured leads there by its key, and from there to the dashboard', async () => {
	const tautulli = await startScriptedTautulli();
	const home = tempFolder();
	const tautop = await startDashboard({
		cols: 120,
		rows: 40,
		env: {HOME: home, XDG_CONFIG_HOME: '', TAUTOP_DB: path.join(home, 't.db')},
	});
	await tautop.waitFor('demo: i connects your server');
	tautop.type('i');
	await tautop.waitFor(shows('Tautulli address'));
	expect(tautop.modes().alternateScreen).toBe(false);
	tautop.type(`${tautulli.url}\r`);
	await tautop.waitFor(shows('Tautulli API key, not shown'));
	tautop.type(`${tautulli.apiKey}\r`);
	await tautop.waitFor(shows('Connect Plex too?'));
	tautop.type('n\r');
	await tautop.waitFor(shows('Whose collections count?'));
	tautop.press('enter');
	await tautop.waitFor(lines => / live /.test(lines[0] ?? '') && !(lines[0] ?? '').includes('demo'));
	tautop.press('ctrl-c');
	expect(await tautop.ended()).toMatchObject({status: 130, lineModes: 'same'});
	expect(tautop.primary().join('\n')).toContain('Written: ');
});
