import {expect, onTestFinished, test} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {focused, homeTitles, isReady, startDashboard, titlesOn} from '../helpers/dashboard.ts';
import {launcher} from '../helpers/run-program.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {startTerminal, type Terminal} from '../helpers/terminal.ts';
import {untouchedModes} from '../helpers/terminal-screen.ts';

const prompt = '$';

const isPrompt = (lines: readonly string[]): boolean => lines.findLast(line => line !== '') === prompt;

const configure = async (): Promise<string> => {
	const {url, apiKey} = await startScriptedTautulli();
	return writeConfiguration({tautulli: {url, secret: apiKey}}).file;
};

/** A shell with job control, and the dashboard as its job in the foreground. Returns its own pid as well. */
const startJob = async (): Promise<{shell: Terminal; pid: number}> => {
	const file = await configure();
	const shell = await startTerminal({
		command: 'bash',
		args: ['--norc', '-i'],
		cols: 120,
		rows: 40,
		env: {PS1: `${prompt} `, NODE: process.execPath, TAUTOP: launcher, CONFIGURATION: file},
	});
	onTestFinished(shell.close);
	await shell.waitFor(isPrompt);
	// exec: the pid that the subshell tells is the program's.
	shell.type(`(echo "pid=$BASHPID"; exec "$NODE" "$TAUTOP" --config "$CONFIGURATION")\r`);
	await shell.waitFor(isReady);
	const pid = Number(/^pid=(\d+)$/m.exec(shell.primary().join('\n'))?.[1]);
	expect(pid).toBeGreaterThan(1);
	return {shell, pid};
};

const cycles = 4;

const stops: readonly [string, (job: {shell: Terminal; pid: number}) => void][] = [
	['Ctrl-Z', ({shell}) => shell.press('ctrl-z')],
	['SIGTSTP', ({pid}) => void process.kill(pid, 'SIGTSTP')],
];

test.each(stops)('%s gives the terminal back, fg brings the whole screen and the keys', async (_, stop) => {
	const job = await startJob();
	const {shell} = job;
	for (let cycle = 0; cycle < cycles; cycle++) {
		const pane = String((cycle % 4) + 2);
		stop(job);
		await shell.waitFor(isPrompt);
		expect(shell.modes()).toEqual({...untouchedModes, bracketedPaste: shell.modes().bracketedPaste});
		expect(shell.screen().join('\n')).toContain('Stopped');
		shell.type('clear; fg\r');
		await shell.waitFor(isReady);
		expect(shell.modes()).toMatchObject({alternateScreen: true, cursorHidden: true, lineWrap: false});
		expect(titlesOn(shell.screen())).toEqual(homeTitles);
		shell.type(pane);
		await shell.waitFor(lines => focused(lines)?.startsWith(pane) === true);
	}
	shell.type('q');
	await shell.waitFor(isPrompt);
	shell.type('exit\r');
	expect(await shell.ended()).toMatchObject({status: 0, lineModes: 'same'});
	expect(shell.modes()).toEqual(untouchedModes);
});

test('a SIGSTOP and a SIGCONT without job control change nothing', async () => {
	const tautop = await startDashboard({args: ['--config', await configure()], cols: 120, rows: 40});
	await tautop.waitFor(isReady);
	tautop.signal('SIGSTOP');
	tautop.type('3');
	tautop.signal('SIGCONT');
	await tautop.waitFor(lines => focused(lines)?.startsWith('3') === true && isReady(lines));
	expect(titlesOn(tautop.screen())).toEqual(homeTitles);
	tautop.type('q');
	expect(await tautop.ended()).toEqual({status: 0, signal: null, lineModes: 'same'});
	expect(tautop.modes()).toEqual(untouchedModes);
});

test('after a SIGSTOP that nothing can hear, fg brings screen and keys back', async () => {
	const {shell, pid} = await startJob();
	process.kill(pid, 'SIGSTOP');
	await shell.waitFor('Stopped');
	shell.type('fg\r');
	await shell.waitFor(isReady);
	expect(titlesOn(shell.screen())).toEqual(homeTitles);
	shell.type('3');
	await shell.waitFor(lines => focused(lines)?.startsWith('3') === true);
	shell.type('q');
	await shell.waitFor(isPrompt);
	expect(shell.modes()).toMatchObject({alternateScreen: false, cursorHidden: false});
});
