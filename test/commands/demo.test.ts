import {expect, test} from 'vitest';
import {parse} from 'yaml';
import * as z from 'zod';
import {demo} from '../../source/commands/demo.ts';
import {runCommand} from '../../source/commands/run/run-command.ts';

const printed = z.object({
	tautulli: z.object({base_url: z.url(), api_key: z.string()}),
	plex: z.object({base_url: z.url(), token: z.string()}),
	database: z.object({path: z.string()}),
});

test('both servers answer to the printed configuration, until interrupted', async () => {
	const interrupt = new AbortController();
	const {promise, resolve} = Promise.withResolvers<string>();
	const ended = runCommand(demo, {
		args: [],
		flags: {},
		open: async () => {
			throw new Error('the demo opens nothing');
		},
		surroundings: async () => {
			throw new Error('the demo reads no configuration');
		},
		keep: () => Promise.reject(new Error('it stays nowhere')),
		outside: () => {
			throw new Error('the demo looks at nothing');
		},
		stdout: {write: resolve, isTTY: false, columns: 80},
		stderr: {write: () => undefined, isTTY: false, columns: 80},
		now: () => 1_795_377_840,
		signal: interrupt.signal,
		pause: async () => undefined,
		screen: async () => null,
		interruptedBy: () => (interrupt.signal.aborted ? 'SIGTERM' : null),
		timeZone: 'UTC',
		color: false,
		ascii: false,
		prompt: async () => null,
		version: '1.2.3',
	});
	const {tautulli, plex, database} = printed.parse(parse(await promise));
	expect(database.path).toMatch(/tautop-demo-.*\.db$/);

	const toTautulli = `${tautulli.base_url}/api/v2?cmd=server_status&apikey=${tautulli.api_key}`;
	expect((await fetch(toTautulli)).status).toBe(200);
	expect((await fetch(`${plex.base_url}/library/sections`, {headers: {'X-Plex-Token': plex.token}})).status).toBe(200);

	interrupt.abort();
	expect(await ended).toBe(143);
	await expect(fetch(toTautulli)).rejects.toThrow();
});
