import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {isReady, startDashboard} from '../helpers/dashboard.ts';
import {soon} from '../helpers/patience.ts';
import {engineOf, guardOf, isRunning} from '../helpers/processes.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {untouchedModes} from '../helpers/terminal-screen.ts';

const fixture = path.join(import.meta.dirname, '..', 'fixtures', 'crash', 'on-signal.cjs');

const start = async (crash: string) => {
	const {url, apiKey} = await startScriptedTautulli();
	const {file, log} = writeConfiguration({tautulli: {url, secret: apiKey}});
	const tautop = await startDashboard({
		args: ['--config', file],
		cols: 200,
		rows: 24,
		env: {NODE_OPTIONS: `--require ${JSON.stringify(fixture)} --max-old-space-size=120`, CRASH: crash},
	});
	await tautop.waitFor(isReady);
	return {tautop, log, engine: engineOf(tautop.pid), guard: guardOf(tautop.pid)};
};

const logged = (log: string): string => readFileSync(log, 'utf8');

test.each([
	['throw', 'thrown on purpose'],
	['reject', 'rejected on purpose'],
	['output', 'output failed on purpose'],
])(
	'a crash by %s: one sentence on the primary screen, the report in the log, the terminal as it was',
	async (crash, words) => {
		const {tautop, log, engine, guard} = await start(crash);
		tautop.signal('SIGUSR2');
		expect(await tautop.ended()).toEqual({status: 1, signal: null, lineModes: 'same'});
		expect(tautop.modes()).toEqual(untouchedModes);
		expect(tautop.primary()).toEqual([`tautop: This is a bug in tautop: ${words}`, `  The report is in ${log}.`]);
		expect(logged(log)).toMatch(new RegExp(`"error":"Error: ${words}\\\\n +at [^}]*"msg":"the dashboard crashed"`));
		await vi.waitUntil(() => !isRunning(engine) && !isRunning(guard), soon);
	},
);

test('an exit that nobody planned gives the terminal back', async () => {
	const {tautop, engine, guard} = await start('exit');
	tautop.signal('SIGUSR2');
	expect(await tautop.ended()).toEqual({status: 3, signal: null, lineModes: 'same'});
	expect(tautop.modes()).toEqual(untouchedModes);
	await vi.waitUntil(() => !isRunning(engine) && !isRunning(guard), soon);
});

test('out of memory: the guard gives the terminal back', async () => {
	const {tautop, engine, guard} = await start('memory');
	tautop.signal('SIGUSR2');
	expect(await tautop.ended()).toEqual({status: 134, signal: null, lineModes: 'same'});
	expect(tautop.modes()).toEqual(untouchedModes);
	expect(tautop.primary()).toContain('tautop: killed, or out of memory.');
	await vi.waitUntil(() => !isRunning(engine) && !isRunning(guard), soon);
});

test.each([
	['throw', 'The engine ended by itself (status 1)'],
	['memory', 'The engine ran out of memory'],
])('an engine that crashes by %s is told, reported with what it said, and started anew', async (crash, words) => {
	const {tautop, log, engine} = await start(crash);
	process.kill(engine, 'SIGUSR2');
	await tautop.waitFor(words);
	await tautop.waitFor(isReady);
	expect(logged(log)).toContain(crash === 'throw' ? 'thrown on purpose' : 'heap out of memory');
	expect(engineOf(tautop.pid)).not.toBe(engine);
});
