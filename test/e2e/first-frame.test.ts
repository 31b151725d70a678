import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {focused, homeTitles, isReady, startDashboard, titlesOn} from '../helpers/dashboard.ts';
import {soon} from '../helpers/patience.ts';
import {isStopped} from '../helpers/processes.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import type {Terminal} from '../helpers/terminal.ts';
import {untouchedModes} from '../helpers/terminal-screen.ts';

const fixture = path.join(import.meta.dirname, '..', 'fixtures', 'start', 'hold-ink.cjs');

/** A dashboard whose first frame stands, and whose keys are its own, while Ink waits for SIGUSR2. */
const startHeld = async (env: Readonly<Record<string, string>> = {}): Promise<Terminal> => {
	const {url, apiKey} = await startScriptedTautulli();
	const tautop = await startDashboard({
		args: ['--config', writeConfiguration({tautulli: {url, secret: apiKey}}).file],
		cols: 120,
		rows: 40,
		env: {NODE_OPTIONS: `--require ${JSON.stringify(fixture)}`, ...env},
	});
	await tautop.waitFor(() => tautop.modes().bracketedPaste);
	expect(titlesOn(tautop.screen())).toEqual(homeTitles);
	expect(tautop.modes()).toMatchObject({alternateScreen: true, cursorHidden: true, lineWrap: false});
	return tautop;
};

const freeInk = (tautop: Terminal): void => tautop.signal('SIGUSR2');

test('Ink paints over the first frame: the screen is neither entered twice nor erased', async () => {
	const tautop = await startHeld();
	const mark = tautop.mark();
	freeInk(tautop);
	await tautop.waitFor(isReady);
	expect(tautop.outputSince(mark)).not.toMatch(/\u001B\[\?1049h|\u001B\[[0-3]?J/);
	expect(titlesOn(tautop.screen())).toEqual(homeTitles);
});

test('a key that is pressed before Ink is there is not lost', async () => {
	const tautop = await startHeld();
	tautop.type('3');
	freeInk(tautop);
	await tautop.waitFor(lines => isReady(lines) && focused(lines)?.startsWith('3') === true);
});

test('a terminal that was resized before Ink is there has the whole screen at its size', async () => {
	const tautop = await startHeld();
	tautop.resize(90, 30);
	freeInk(tautop);
	await tautop.waitFor(isReady);
	expect(tautop.screen()).toHaveLength(30);
	expect(tautop.screen().filter(line => line.includes('1 Now playing'))).toHaveLength(1);
});

test('who wants to the shell before Ink is there gets there with it, and back', async () => {
	const tautop = await startHeld();
	tautop.signal('SIGTSTP');
	freeInk(tautop);
	await vi.waitUntil(() => isStopped(tautop.pid), soon);
	await tautop.waitFor(() => !tautop.modes().alternateScreen);
	tautop.signal('SIGCONT');
	await tautop.waitFor(lines => tautop.modes().alternateScreen && isReady(lines));
	tautop.type('q');
	expect(await tautop.ended()).toMatchObject({status: 0, lineModes: 'same'});
});

describe('before Ink is there', () => {
	const ways: readonly [name: string, status: number, end: (tautop: Terminal) => void][] = [
		['q', 0, tautop => tautop.type('q')],
		['ctrl-c', 130, tautop => tautop.press('ctrl-c')],
		['SIGTERM', 143, tautop => tautop.signal('SIGTERM')],
	];

	test.each(ways)('%s ends it with %d, and the terminal as it was', async (_, status, end) => {
		const tautop = await startHeld();
		end(tautop);
		expect(await tautop.ended()).toEqual({status, signal: null, lineModes: 'same'});
		expect(tautop.modes()).toEqual(untouchedModes);
		expect(tautop.primary().filter(line => line !== 'Terminated')).toEqual([]);
	});

	test('SIGKILL: the guard gives the terminal back', async () => {
		const tautop = await startHeld();
		tautop.signal('SIGKILL');
		expect(await tautop.ended()).toEqual({status: 137, signal: null, lineModes: 'same'});
		expect(tautop.modes()).toEqual(untouchedModes);
	});
});

test('an Ink that cannot be loaded is told on the primary screen', async () => {
	const tautop = await startHeld({INK: 'fails'});
	freeInk(tautop);
	expect(await tautop.ended()).toEqual({status: 1, signal: null, lineModes: 'same'});
	expect(tautop.modes()).toEqual(untouchedModes);
	expect(tautop.primary()[0]).toBe('tautop: This is a bug in tautop: no Ink on purpose');
});
