import {readFileSync} from 'node:fs';
import {describe, expect, test, vi} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {isReady, startDashboard} from '../helpers/dashboard.ts';
import {soon} from '../helpers/patience.ts';
import {engineOf, guardOf, isRunning} from '../helpers/processes.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import type {Terminal, Wanted} from '../helpers/terminal.ts';
import {untouchedModes} from '../helpers/terminal-screen.ts';

const start = async (cols = 80, rows = 24, wanted: Wanted = isReady): Promise<{tautop: Terminal; log: string}> => {
	const {url, apiKey} = await startScriptedTautulli();
	const {file, log} = writeConfiguration({tautulli: {url, secret: apiKey}});
	const tautop = await startDashboard({args: ['--config', file], cols, rows});
	await tautop.waitFor(wanted);
	return {tautop, log};
};

/** What cannot be heard: the guard alone is left. */
const unheard: ReadonlyArray<[NodeJS.Signals, number]> = [
	['SIGKILL', 137],
	['SIGSEGV', 139],
];

/** What ends a program that does not ask for it, and what the shell names by itself. */
const heard: ReadonlyArray<[NodeJS.Signals, number]> = [
	['SIGABRT', 134],
	['SIGALRM', 142],
	['SIGXCPU', 152],
];

describe('whatever kills the dashboard, the terminal is as it was', () => {
	test.each(unheard)('%s', async (signal, status) => {
		const {tautop, log} = await start();
		const [engine, guard] = [engineOf(tautop.pid), guardOf(tautop.pid)];
		tautop.signal(signal);
		expect(await tautop.ended()).toEqual({status, signal: null, lineModes: 'same'});
		expect(tautop.modes()).toEqual(untouchedModes);
		expect(tautop.primary().filter(line => line.startsWith('tautop:'))).toEqual(['tautop: killed, or out of memory.']);
		await vi.waitUntil(() => !isRunning(engine) && !isRunning(guard), soon);
		expect(readFileSync(log, 'utf8')).toContain('"msg":"the dashboard was killed, or out of memory."');
	});

	test.each(heard)('%s', async (signal, status) => {
		const {tautop} = await start();
		const [engine, guard] = [engineOf(tautop.pid), guardOf(tautop.pid)];
		tautop.signal(signal);
		expect(await tautop.ended()).toEqual({status, signal: null, lineModes: 'same'});
		expect(tautop.modes()).toEqual(untouchedModes);
		await vi.waitUntil(() => !isRunning(engine) && !isRunning(guard), soon);
	});

	test('also where a narrow screen was stopped before', async () => {
		const {tautop} = await start(38, 12, '4 streams');
		tautop.signal('SIGSTOP');
		tautop.signal('SIGKILL');
		expect(await tautop.ended()).toMatchObject({status: 137, lineModes: 'same'});
		expect(tautop.modes()).toEqual(untouchedModes);
	});
});

test('who leaves by itself leaves no guard and no engine behind', async () => {
	const {tautop} = await start();
	const [engine, guard] = [engineOf(tautop.pid), guardOf(tautop.pid)];
	tautop.type('q');
	expect(await tautop.ended()).toEqual({status: 0, signal: null, lineModes: 'same'});
	expect(tautop.primary()).toEqual([]);
	await vi.waitUntil(() => !isRunning(engine) && !isRunning(guard), soon);
});
