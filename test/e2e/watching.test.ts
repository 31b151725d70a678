import {expect, onTestFinished, test, vi} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {startDashboard} from '../helpers/dashboard.ts';
import {soon} from '../helpers/patience.ts';
import {guardOf, isRunning} from '../helpers/processes.ts';
import {launcher} from '../helpers/run-program.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {startTerminal, type Terminal} from '../helpers/terminal.ts';
import {untouchedModes} from '../helpers/terminal-screen.ts';

const configure = async (): Promise<string> => {
	const {url, apiKey} = await startScriptedTautulli();
	return writeConfiguration({tautulli: {url, secret: apiKey}}).file;
};

const isShown = (lines: readonly string[]): boolean =>
	lines[0]?.startsWith('every 1 s: tautop now') === true && lines.some(line => line.includes('Now playing'));

const start = async (): Promise<Terminal> => {
	const tautop = await startDashboard({
		args: ['now', '--watch', '--every', '1', '--config', await configure()],
		cols: 100,
		rows: 20,
	});
	await tautop.waitFor(isShown);
	return tautop;
};

test('it paints in place, in any size, and q gives the terminal back', async () => {
	const tautop = await start();
	expect(tautop.modes()).toMatchObject({alternateScreen: true, cursorHidden: true, lineWrap: false});
	tautop.resize(50, 8);
	await tautop.waitFor(lines => lines.length === 8 && isShown(lines) && /\d more/.test(lines.at(-1) ?? ''));
	tautop.type('q');
	expect(await tautop.ended()).toEqual({status: 0, signal: null, lineModes: 'same'});
	expect([tautop.modes(), tautop.primary()]).toEqual([untouchedModes, []]);
});

test.each([
	['ctrl-c', (tautop: Terminal) => tautop.press('ctrl-c'), 130],
	['SIGTERM', (tautop: Terminal) => tautop.signal('SIGTERM'), 143],
	['SIGKILL', (tautop: Terminal) => tautop.signal('SIGKILL'), 137],
] as const)('%s gives it back too', async (_, end, status) => {
	const tautop = await start();
	const guard = guardOf(tautop.pid);
	end(tautop);
	expect(await tautop.ended()).toEqual({status, signal: null, lineModes: 'same'});
	expect(tautop.modes()).toEqual(untouchedModes);
	await vi.waitUntil(() => !isRunning(guard), soon);
});

const prompt = '$';
const isPrompt = (lines: readonly string[]): boolean => lines.findLast(line => line !== '') === prompt;

test('ctrl-z gives it to the shell, fg brings it back', async () => {
	const shell = await startTerminal({
		command: 'bash',
		args: ['--norc', '-i'],
		cols: 100,
		rows: 20,
		env: {PS1: `${prompt} `, NODE: process.execPath, TAUTOP: launcher, CONFIGURATION: await configure()},
	});
	onTestFinished(shell.close);
	await shell.waitFor(isPrompt);
	shell.type('"$NODE" "$TAUTOP" now --watch --every 1 --config "$CONFIGURATION"\r');
	for (let cycle = 0; cycle < 2; cycle++) {
		await shell.waitFor(isShown);
		shell.press('ctrl-z');
		await shell.waitFor(isPrompt);
		expect(shell.modes()).toEqual({...untouchedModes, bracketedPaste: shell.modes().bracketedPaste});
		shell.type('clear; fg\r');
	}
	await shell.waitFor(isShown);
	shell.type('q');
	await shell.waitFor(isPrompt);
	shell.type('exit\r');
	expect(await shell.ended()).toMatchObject({status: 0, lineModes: 'same'});
});
