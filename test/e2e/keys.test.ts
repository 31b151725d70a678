import {setTimeout as pause} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {focused, isLive, showsKeys, startDashboard} from '../helpers/dashboard.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import type {Terminal} from '../helpers/terminal.ts';
import {untouchedModes} from '../helpers/terminal-screen.ts';

const esc = '\u001B';

const start = async (...flags: readonly string[]): Promise<Terminal> => {
	const tautulli = await startScriptedTautulli();
	const {file} = writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}});
	return startDashboard({
		args: ['--config', file, ...flags],
		cols: 120,
		rows: 40,
		env: {COLORTERM: 'truecolor'},
	});
};

const startScreen = async (): Promise<Terminal> => {
	const tautop = await start();
	await tautop.waitFor(lines => isLive(lines) && showsKeys(lines));
	return tautop;
};

/** What is said of a run, and of nothing else. */
const runWords = /[cC]ollecting|[cC]ollected \d|nothing collected:/;

/** Input as it arrives: pieces, and pauses in milliseconds, which are a part of it. */
const send = async (tautop: Terminal, steps: readonly (string | number)[]): Promise<void> => {
	for (const step of steps) {
		if (typeof step === 'number') await pause(step);
		else tautop.type(step);
	}
};

test('no piece of a paste or of an answer starts a run; c and a finger do', async () => {
	const tautop = await startScreen();
	const pieces = [
		[esc, 60, '[200~cy\rc', 60, `y${esc}[201~`],
		[esc, 400, '[200~cy\rc', 60, `y${esc}[2`, 60, '01~'],
		[`${esc}[20`, 60, `0~cy${esc}[201~`],
		[esc, 60, ']11;rgb:cccc/cccc/cccc', 60, `${esc}\\`],
		[esc, 400, ']11;rgb:cccc/cccc/', 60, `cccc${esc}\\`],
		[`${esc}[?64;1;2`, 400, 'c'],
		[`${esc}]52;c;`, 60, `c3ljCg==${esc}`, 400, '\\'],
		[esc, 60, 'P>|cyc(1)', 60, `${esc}\\`],
		[`${esc}[99;1:3`, 60, 'u'],
		[`${esc}[M`, 60, ' cy'],
	];
	const mark = tautop.mark();
	for (const steps of pieces) await send(tautop, [...steps, 60]);
	tautop.type('5');
	await tautop.waitFor(lines => focused(lines) === '5 Collections');
	expect(tautop.outputSince(mark)).not.toMatch(runWords);
	tautop.type('c');
	await tautop.waitFor(runWords);
});

test('a paste without an end leaves the program to Ctrl-C, and the terminal as it was', async () => {
	const tautop = await startScreen();
	expect(tautop.modes().bracketedPaste).toBe(true);
	tautop.type(`${esc}[200~cy`);
	tautop.press('ctrl-c');
	expect(await tautop.ended()).toEqual({status: 130, signal: null, lineModes: 'same'});
	expect(tautop.modes()).toEqual(untouchedModes);
	expect(tautop.outputSince(0)).not.toMatch(runWords);
});

test('a sequence without an end costs no more than a silence', async () => {
	const tautop = await startScreen();
	tautop.type(`${esc}P`);
	// Whoever meets a deaf program waits a little and tries again.
	while (focused(tautop.screen()) !== '3 Stream types') await send(tautop, [3000, '3', 100]);
});

test('an answer about the background in pieces is heard', async () => {
	const tautop = await startScreen();
	const accent = (): unknown => tautop.cells(1)[0]?.foreground;
	expect(accent()).toBe(5);
	await send(tautop, [esc, 60, ']11;rg', 60, 'b:ffff/ffff/f', 60, `fff${esc}`, 60, '\\']);
	await tautop.waitFor(() => accent() === '#5b3fbf');
	expect(focused(tautop.screen())).toBe('1 Now playing');
});

test('--reader: neither does anything there start a run', async () => {
	const tautop = await start('--reader');
	await tautop.waitFor(/\d\d:\d\d \d+ streams?, /);
	await send(tautop, [esc, 60, '[200~cy', 60, `c${esc}[201~`, 60, `${esc}[?64;1;2`, 60, 'c', 'cycycy']);
	// What comes right behind a paste belongs to it.
	while (!tautop.screen().join('\n').includes('Tautulli answers')) await send(tautop, [1000, '6', 100]);
	expect(tautop.outputSince(0)).not.toMatch(runWords);
	tautop.type('c');
	await tautop.waitFor(runWords);
});
