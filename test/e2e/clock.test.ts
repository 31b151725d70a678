import {readFileSync, writeFileSync} from 'node:fs';
import {expect, onTestFinished, test} from 'vitest';
import {startDemo} from '../../source/demo/start.ts';
import {writeConfiguration} from '../helpers/configuration.ts';
import {startDashboard} from '../helpers/dashboard.ts';
import {refusedUrl} from '../helpers/fault-server.ts';
import {startKeyChangingProxy} from '../helpers/key-changing-proxy.ts';
import {runProgram} from '../helpers/run-program.ts';

const key = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const hour = 3600;

/** The demo's servers, ahead of this machine: two hours where nothing else is said. */
const setScene = async (seconds = 2 * hour): Promise<string> => {
	const now = (): number => Math.floor(Date.now() / 1000) + seconds;
	const demo = await startDemo({now, seed: 7, months: 1});
	onTestFinished(demo.close);
	const ahead = {canary: key, aheadSeconds: seconds + 60};
	const tautulli = await startKeyChangingProxy({...ahead, target: demo.tautulliUrl, secret: demo.apiKey});
	const plex = await startKeyChangingProxy({...ahead, target: demo.plexUrl, secret: demo.token});
	return writeConfiguration({tautulli: {url: tautulli.url, secret: key}, plex: {url: plex.url, secret: key}}).file;
};

test('what a run stores has the time of the server', async () => {
	const file = await setScene();
	const before = Math.floor(Date.now() / 1000);
	const ran = await runProgram(['collect', '--json', '--config', file], {timeoutMs: 110_000});
	expect(ran.code, ran.stderr).toBe(0);
	const board = await runProgram(['collections', '--json', '--config', file]);
	const times = [...board.stdout.matchAll(/"collected_at": (\d+)/g)].map(([, at]) => Number(at));
	expect(times.length).toBeGreaterThan(0);
	expect(Math.min(...times)).toBeGreaterThan(before + hour);
	const said = await runProgram(['ping', '--json', '--config', file]);
	expect([...said.stdout.matchAll(/"clock_seconds": 7\d{3}/g)]).toHaveLength(2);
	// A run that meets no server learns nothing of its clock, and forgets nothing.
	writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/http:[^"]*/g, await refusedUrl()));
	expect((await runProgram(['collect', '--config', file])).code).toBe(69);
	const after = await runProgram(['collections', '--json', '--config', file]);
	expect(after.stdout).toBe(board.stdout);
});

test('the status pane says that a clock is wrong', async () => {
	const tautop = await startDashboard({args: ['--config', await setScene()], cols: 200, rows: 60});
	await tautop.waitFor('! clock: this machine is 2 h behind');
});

test.each([730, -730])('clocks %d days apart are told, and nothing is counted by either', async days => {
	const file = await setScene(days * 24 * hour);
	const ran = await runProgram(['collect', '--json', '--config', file], {timeoutMs: 110_000});
	expect(ran.code, ran.stderr).toBe(69);
	expect(ran.stderr).toMatch(/The clocks of this machine and of Tautulli are \d+ d apart, so nothing can be counted\./);
	const said = await runProgram(['status', '--json', '--config', file]);
	expect(said.stdout).toMatch(/"clock_seconds": -?63\d{6}/);
	expect(said.stdout).toMatch(/"snapshots": 0/);
});
