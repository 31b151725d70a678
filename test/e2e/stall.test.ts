import {expect, onTestFinished, test, vi} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {focused, isReady} from '../helpers/dashboard.ts';
import {soon} from '../helpers/patience.ts';
import {guardOf, isRunning} from '../helpers/processes.ts';
import {launcher} from '../helpers/run-program.ts';
import {type ScriptedTautulli, startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {startTerminal, type Terminal} from '../helpers/terminal.ts';
import {untouchedModes} from '../helpers/terminal-screen.ts';

/** Without a shell around it: that would write to the terminal too, and wait. */
const start = async (): Promise<{tautop: Terminal; tautulli: ScriptedTautulli}> => {
	const tautulli = await startScriptedTautulli();
	const {file} = writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}});
	const tautop = await startTerminal({
		command: process.execPath,
		args: [launcher, '--config', file],
		cols: 200,
		rows: 60,
		shell: false,
	});
	onTestFinished(tautop.close);
	await tautop.waitFor(isReady);
	return {tautop, tautulli};
};

/** More than the line between the program and its terminal holds: whole screens, one with every question of a second. */
const stallWithFrames = async (
	{tautop, tautulli}: Awaited<ReturnType<typeof start>>,
	frames: number,
): Promise<void> => {
	tautop.stall();
	for (let frame = 0; frame < frames; frame++) {
		tautop.type('z');
		await tautulli.arrived(tautulli.requests.length + 1);
	}
};

test('nobody reads the terminal: requests go on, and Ctrl-C ends the program', async () => {
	const dashboard = await start();
	const {tautop, tautulli} = dashboard;
	await stallWithFrames(dashboard, 12);
	await tautulli.arrived(tautulli.requests.length + 3);
	tautop.press('ctrl-c');
	expect(await tautop.ended()).toMatchObject({status: 130, signal: null});
});

/**
 * The focus is that of the last key, not of a frame that waited while nobody read. No pane waits for its first answer any
 * more, which would change the picture between two looks at it.
 */
const isOnBoard = (lines: readonly string[]): boolean =>
	isReady(lines) &&
	focused(lines) === '5 Collections' &&
	// The status pane has heard that the history is whole.
	lines.some(line => line.includes('History    ●')) &&
	!lines.some(line => /waiting for|history has not been read yet|being found out/.test(line));

test('when the terminal reads again the picture is right', async () => {
	const dashboard = await start();
	const {tautop} = dashboard;
	await stallWithFrames(dashboard, 12);
	tautop.type('5');
	tautop.resume();
	await tautop.waitFor(isOnBoard);
	const shown = tautop.screen();
	const mark = tautop.mark();
	tautop.press('ctrl-l');
	await tautop.waitFor(lines => tautop.bytesSince(mark) > 4000 && isOnBoard(lines));
	expect(tautop.screen()).toEqual(shown);
});

test('^C while the terminal reads nothing: it is given back once it reads again', async () => {
	const dashboard = await start();
	const {tautop} = dashboard;
	const guard = guardOf(tautop.pid);
	await stallWithFrames(dashboard, 12);
	tautop.press('ctrl-c');
	await vi.waitUntil(() => !isRunning(tautop.pid), soon);
	tautop.resume();
	await vi.waitUntil(() => !isRunning(guard), soon);
	await tautop.ended();
	expect(tautop.modes()).toEqual(untouchedModes);
	expect(tautop.primary().filter(line => line.startsWith('tautop:'))).toEqual([]);
});
