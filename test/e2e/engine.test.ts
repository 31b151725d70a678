import {readFileSync} from 'node:fs';
import {expect, test, vi} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {isReady, startDashboard} from '../helpers/dashboard.ts';
import {silence} from '../helpers/faults.ts';
import {soon} from '../helpers/patience.ts';
import {engineOf, isRunning} from '../helpers/processes.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';

const start = async () => {
	const tautulli = await startScriptedTautulli();
	const {file, log} = writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}});
	const tautop = await startDashboard({args: ['--config', file], cols: 120, rows: 40});
	await tautop.waitFor(isReady);
	return {tautop, tautulli, log, engine: engineOf(tautop.pid)};
};

test('an engine that is killed is told, reported, and started anew', async () => {
	const {tautop, engine, log} = await start();
	process.kill(engine, 'SIGKILL');
	await tautop.waitFor(/The engine was ended by SIGKILL/);
	await tautop.waitFor(isReady);
	expect(engineOf(tautop.pid)).not.toBe(engine);
	expect(readFileSync(log, 'utf8')).toContain('"msg":"The engine was ended by SIGKILL."');
});

test('while there is none, d says what is wrong and what to do', async () => {
	const {tautop, engine} = await start();
	tautop.type('d');
	await tautop.waitFor('All is well');
	process.kill(engine, 'SIGKILL');
	await tautop.waitFor(/The engine, which asks the servers and keeps the database\s+The engine was ended by SIGKILL/);
	await tautop.waitFor('All is well');
});

test('an engine that does not move is ended after ten seconds, and another takes over', async () => {
	const {tautop, engine} = await start();
	process.kill(engine, 'SIGSTOP');
	await tautop.waitFor(/The engine did not answer for 10 seconds/);
	await tautop.waitFor(isReady);
	expect(isRunning(engine)).toBe(false);
});

test('leaving does not wait for an engine that does not move', async () => {
	const {tautop, engine} = await start();
	process.kill(engine, 'SIGSTOP');
	tautop.type('q');
	expect(await tautop.ended()).toEqual({status: 0, signal: null, lineModes: 'same'});
	await vi.waitUntil(() => !isRunning(engine), soon);
});

test('leaving does not wait for a run that hangs', async () => {
	const {tautop, tautulli, engine} = await start();
	tautulli.play('*', silence);
	tautop.type('c');
	await tautop.waitFor('collecting');
	tautop.press('ctrl-c');
	expect(await tautop.ended()).toEqual({status: 130, signal: null, lineModes: 'same'});
	await vi.waitUntil(() => !isRunning(engine), soon);
});

test('an engine ends by itself when its dashboard was killed', async () => {
	const {tautop, engine} = await start();
	tautop.signal('SIGKILL');
	await tautop.ended();
	await vi.waitUntil(() => !isRunning(engine), soon);
});
