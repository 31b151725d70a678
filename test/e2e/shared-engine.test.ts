import {existsSync, statSync} from 'node:fs';
import {expect, test, vi} from 'vitest';
import {type Configuration, writeConfiguration} from '../helpers/configuration.ts';
import {isReady, startDashboard} from '../helpers/dashboard.ts';
import {soon} from '../helpers/patience.ts';
import {engineOf, isRunning, relayOf} from '../helpers/processes.ts';
import {type ScriptedTautulli, startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import type {Terminal} from '../helpers/terminal.ts';

type Setting = Configuration & {readonly tautulli: ScriptedTautulli};

const setting = async (dashboard: Readonly<Record<string, unknown>> = {}): Promise<Setting> => {
	const tautulli = await startScriptedTautulli();
	return {...writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}, dashboard}), tautulli};
};

const start = async ({file}: Pick<Setting, 'file'>, ...args: readonly string[]): Promise<Terminal> => {
	const tautop = await startDashboard({args: ['--config', file, ...args], cols: 120, rows: 40});
	await tautop.waitFor(isReady);
	return tautop;
};

const isRelayed = ({pid}: Terminal): boolean => relayOf(pid) !== null;

test('later dashboards have the engine of the first one, which alone asks', async () => {
	const here = await setting();
	const one = await start(here);
	const two = await start(here, '--ascii');
	const engine = engineOf(one.pid);
	expect(isRelayed(two)).toBe(true);
	expect(statSync(`${here.database}.sock`).mode & 0o777).toBe(0o600);
	expect([one, two].map(each => each.screen().join('').includes('━'))).toEqual([true, false]);
	two.type('q');
	expect(await two.ended()).toMatchObject({status: 0});
	expect(engineOf(one.pid)).toBe(engine);
	one.type('q');
	expect(await one.ended()).toMatchObject({status: 0});
	await vi.waitUntil(() => !isRunning(engine), soon);
	expect(existsSync(`${here.database}.sock`)).toBe(false);
});

test('the engine outlives the dashboard that started it, as long as another one is there', async () => {
	const here = await setting();
	const one = await start(here);
	const engine = engineOf(one.pid);
	const two = await start(here);
	one.type('q');
	expect(await one.ended()).toMatchObject({status: 0, lineModes: 'same'});
	const three = await start(here);
	expect([isRelayed(two), isRelayed(three), isRunning(engine)]).toEqual([true, true, true]);
	two.signal('SIGKILL');
	await two.ended();
	expect(isRunning(engine)).toBe(true);
	three.type('q');
	expect(await three.ended()).toMatchObject({status: 0});
	await vi.waitUntil(() => !isRunning(engine), soon);
});

test('where it is killed, one of them takes over and the others have that one', async () => {
	const here = await setting();
	const all = [await start(here), await start(here), await start(here)];
	for (let round = 0; round < 3; round++) {
		const [first] = all.filter(each => !isRelayed(each));
		const engine = engineOf(first?.pid ?? 0);
		process.kill(engine, 'SIGKILL');
		await vi.waitUntil(() => !isRunning(engine), soon);
		for (const each of all) await each.waitFor(isReady);
		await vi.waitUntil(() => all.filter(isRelayed).length === 2, soon);
	}
	for (const each of all) each.type('q');
	for (const each of all) expect(await each.ended()).toMatchObject({status: 0});
});
