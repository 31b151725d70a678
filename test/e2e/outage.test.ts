import {expect, test} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {isLive, startDashboard} from '../helpers/dashboard.ts';
import {proxyPage, silence} from '../helpers/faults.ts';
import {recorded, startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import type {Terminal} from '../helpers/terminal.ts';

const open = async (file: string): Promise<Terminal> => startDashboard({args: ['--config', file], cols: 120, rows: 40});

/** The seconds that the header counts down; undefined: it does not. */
const retryIn = (lines: readonly string[]): number | undefined => {
	const seconds = /retry (\d+) s/.exec(lines[0] ?? '')?.[1];
	return seconds === undefined ? undefined : Number(seconds);
};

test('while Tautulli is away all panes wait for one pause, and r ends it', async () => {
	const tautulli = await startScriptedTautulli();
	const {file} = writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}});
	const tautop = await open(file);
	await tautop.waitFor(lines => isLive(lines) && !/starting|waiting/.test(lines.join('\n')));
	tautulli.play('*', proxyPage(503));
	// The second pause: by then every pane, ping and sync has come upon the first one.
	await tautop.waitFor(lines => (retryIn(lines) ?? 0) > 6, 60_000);
	const before = tautulli.requests.length;
	await tautop.waitFor(lines => (retryIn(lines) ?? 100) <= 6, 60_000);
	expect(tautulli.requests.length).toBe(before);
	tautulli.recover();
	tautop.type('r');
	await tautop.waitFor(isLive);
});

test('r is heard while a server hangs: what waits for an answer is asked anew', async () => {
	const tautulli = await startScriptedTautulli();
	const {file} = writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}, timeoutSeconds: 120});
	const tautop = await open(file);
	await tautop.waitFor(lines => isLive(lines) && !/starting|waiting/.test(lines.join('\n')));
	tautulli.play('*', silence);
	await tautop.waitFor(/1 Now playing\].* as of \d\d:\d\d /, 60_000);
	tautulli.recover();
	tautop.type('r');
	await tautop.waitFor(isLive);
});

test('a refused key is asked with again only after r', async () => {
	const tautulli = await startScriptedTautulli();
	const {file} = writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}});
	tautulli.play('*', recorded('error--wrong-apikey'));
	const tautop = await open(file);
	await tautop.waitFor('Tautulli refused the key');
	const before = tautulli.requests.length;
	expect(before).toBeLessThanOrEqual(2);
	tautop.type('c');
	await tautop.waitFor('nothing collected');
	expect(tautulli.requests.length).toBe(before);
	tautulli.recover();
	tautop.type('r');
	await tautop.waitFor(isLive);
});
