import {expect, test} from 'vitest';
import {ping} from '../../source/commands/ping.ts';
import {status} from '../../source/commands/status.ts';
import {AppError, type ErrorCode} from '../../source/domain/app-error.ts';
import type {ServerHealth, Servers} from '../../source/domain/status.ts';
import {fakeSettings, fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

const well: ServerHealth = {ok: true, error: null, name: 'tower', version: '2.17.2', ms: 41};
const ill = (code: ErrorCode): ServerHealth => ({
	ok: false,
	error: new AppError(code, `It is ${code}.`, {hint: 'Try this.', server: 'plex'}).toJSON(),
	name: '',
	version: null,
	ms: null,
});
const opened = (servers: Servers) => fakeSources({servers: async () => servers});

test.each<[string, ServerHealth, ServerHealth | null, number]>([
	['both well', well, well, 0],
	['Plex not configured', well, null, 0],
	['Plex away', well, ill('unreachable'), 69],
	['Tautulli slow', ill('timeout'), well, 69],
	['a refused token is worse than a server away', ill('unreachable'), ill('unauthorized'), 77],
	['a refused key', ill('unauthorized'), null, 77],
	['nonsense', ill('bad-answer'), ill('server-error'), 69],
])('%s', async (_, tautulli, plex, code) => {
	const servers = {tautulli, plex, plexConnected: null};
	for (const command of [ping, status]) {
		expect((await runFake(command, {open: opened(servers), flags: {json: true}})).code).toBe(code);
	}
});

test('json says what each server is, or the sentence why not', async () => {
	const servers = {tautulli: well, plex: ill('unauthorized'), plexConnected: null};
	const {stdout} = await runFake(ping, {open: opened(servers), flags: {json: true}});
	expect(JSON.parse(stdout)).toEqual({
		server: null,
		tautulli: {ok: true, error: null, code: null, version: '2.17.2', ms: 41, clock_seconds: null},
		plex: {ok: false, error: 'It is unauthorized.', code: 'unauthorized', version: null, ms: null, clock_seconds: null},
	});
	const without = await runFake(ping, {open: opened({...servers, plex: null}), flags: {json: true}});
	expect(JSON.parse(without.stdout)).toHaveProperty('plex', null);
});

test('text has the remedy too', async () => {
	const servers = {tautulli: well, plex: ill('unreachable'), plexConnected: false};
	const {stdout} = await runFake(ping, {open: opened(servers), tty: true});
	expect(stdout).toBe(
		[
			'Tautulli   ●  41 ms   2.17.2   tower',
			'Plex       ✕ unreachable',
			'           It is unreachable.',
			'           Try this.',
			'           Tautulli itself has lost its connection to Plex.',
			'',
		].join('\n'),
	);
});

test('of several servers each command says which one it asked', async () => {
	const open = () =>
		fakeSources({
			servers: async () => ({tautulli: well, plex: null, plexConnected: null}),
			settings: async () => ({...fakeSettings, server: 'attic', servers: ['cabin', 'attic', 'boat']}),
		});
	for (const command of [ping, status]) {
		const drawn = await runFake(command, {open: open(), tty: true});
		expect(drawn.stdout.split('\n')[0]).toBe('Server     attic   --server NAME asks about cabin, boat');
		const {stdout} = await runFake(command, {open: open(), flags: {json: true}});
		expect(JSON.parse(stdout)).toHaveProperty('server', 'attic');
	}
});

test('a clock that is more than two minutes off is told', async () => {
	const servers = {tautulli: {...well, clockSeconds: 845}, plex: {...well, clockSeconds: -120}, plexConnected: true};
	for (const command of [ping, status]) {
		const {stdout} = await runFake(command, {open: opened(servers), tty: true});
		expect(stdout.match(/clock: .*/g)).toEqual(['clock: this machine is 14 min behind']);
		const json = await runFake(command, {open: opened(servers), flags: {json: true}});
		expect(JSON.parse(json.stdout)).toMatchObject({tautulli: {clock_seconds: 845}, plex: {clock_seconds: -120}});
	}
	const ahead = {tautulli: well, plex: {...ill('unreachable'), clockSeconds: -7300}, plexConnected: true};
	const {stdout} = await runFake(ping, {open: opened(ahead), tty: true});
	expect(stdout).toContain('           clock: this machine is 2 h ahead\n');
});

test('a wrong configuration is told in JSON too', async () => {
	const open = new AppError('config', 'There is no configuration.');
	const {code, stdout, stderr} = await runFake(ping, {open, flags: {json: true}});
	expect(code).toBe(78);
	expect(JSON.parse(stdout)).toEqual({
		server: null,
		tautulli: {
			ok: false,
			error: 'There is no configuration.',
			code: 'config',
			version: null,
			ms: null,
			clock_seconds: null,
		},
		plex: null,
	});
	expect(stderr).toBe('tautop: There is no configuration.\n');
});
