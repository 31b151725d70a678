import path from 'node:path';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {runCommand} from '../helpers/run-program.ts';
import {startTerminal, type Terminal, type TerminalOptions} from '../helpers/terminal.ts';
import {createScreen, untouchedModes} from '../helpers/terminal-screen.ts';

const fixture = (name: string): string => path.join(import.meta.dirname, '..', 'fixtures', 'terminal', name);

let terminal: Terminal | undefined;

const startPainter = async (options: Partial<TerminalOptions> = {}, ...words: string[]): Promise<Terminal> => {
	terminal = await startTerminal({command: process.execPath, args: [fixture('painter.mjs'), ...words], ...options});
	await terminal.waitFor('ready');
	return terminal;
};

afterEach(async () => {
	vi.unstubAllEnvs();
	await terminal?.close();
	terminal = undefined;
});

test('the screen is read as lines and as cells', async () => {
	const {screen, cells} = await startPainter({cols: 60, rows: 10});
	expect(screen()).toHaveLength(10);
	expect(screen()[0]).toBe('size 60x10');
	expect(screen()[3]).toBe('bold inverse red rgb 日本');
	const row = cells(3);
	expect(row).toHaveLength(60);
	expect(row[0]).toMatchObject({text: 'b', bold: true, inverse: false, foreground: 'default'});
	expect(row[5]).toMatchObject({text: 'i', bold: false, inverse: true});
	expect(row[13]).toMatchObject({text: 'r', foreground: 1});
	expect(row[17]).toMatchObject({text: 'r', foreground: '#010203'});
	expect(row.slice(21, 25).map(cell => [cell.text, cell.width])).toEqual([
		['日', 2],
		['', 0],
		['本', 2],
		['', 0],
	]);
});

test('a sign that two reads cut anywhere is whole', async () => {
	const bytes = Buffer.from('admin_ann… │');
	for (let at = 1; at < bytes.length; at++) {
		const screen = createScreen({columns: 20, rows: 1, reply: () => {}, message: () => {}});
		await screen.write(bytes.subarray(0, at));
		await screen.write(bytes.subarray(at));
		expect(screen.lines()).toEqual(['admin_ann… │']);
		screen.dispose();
	}
});

test('the environment is that of a terminal, not of a build machine', async () => {
	vi.stubEnv('CI', '1');
	const {screen} = await startPainter();
	expect(screen()[4]).toBe('CI=undefined TERM=xterm-256color LANG=C.UTF-8');
});

test('keys, text and pastes arrive', async () => {
	const painter = await startPainter();
	painter.press('shift-tab');
	await painter.waitFor('heard "\\u001b[Z"');
	painter.type('né');
	await painter.waitFor(/^heard "né"$/m);
	painter.paste('c');
	await painter.waitFor('heard "\\u001b[200~c\\u001b[201~"');
});

test('a resize arrives', async () => {
	const painter = await startPainter();
	painter.resize(100, 30);
	await painter.waitFor(lines => lines[0] === 'size 100x30' && lines[1] === 'resized');
	expect(painter.screen()).toHaveLength(30);
});

test('bytes are counted from a mark', async () => {
	const painter = await startPainter();
	const mark = painter.mark();
	painter.type('b');
	await painter.waitFor('x'.repeat(60));
	expect(painter.bytesSince(mark)).toBe('\u001B[6;1H\u001B[2K'.length + 60);
	expect(painter.outputSince(mark)).toBe(`\u001B[6;1H\u001B[2K${'x'.repeat(60)}`);
});

test('a terminal that hangs gets nothing until it goes on', async () => {
	const painter = await startPainter();
	const mark = painter.mark();
	painter.stall();
	painter.type('b');
	const meanwhile = await startTerminal({command: process.execPath, args: [fixture('painter.mjs')]});
	await meanwhile.waitFor('ready');
	await meanwhile.close();
	expect(painter.bytesSince(mark)).toBe(0);
	painter.resume();
	await painter.waitFor('x'.repeat(60));
});

test('the question for the background is answered when asked to', async () => {
	const painter = await startPainter({background: 'rgb:ffff/ffff/ffff'});
	await painter.waitFor('heard "\\u001b]11;rgb:ffff/ffff/ffff\\u001b\\\\"');
});

test('a signal reaches the program, not the shell around it', async () => {
	const painter = await startPainter();
	painter.signal('SIGUSR2');
	await painter.waitFor('signalled');
	painter.signal('SIGTERM');
	expect(await painter.ended()).toEqual({status: 143, signal: null, lineModes: 'same'});
});

describe('what is left behind', () => {
	test('nothing, after a program that tidies up', async () => {
		const painter = await startPainter();
		expect(painter.modes()).toEqual({
			...untouchedModes,
			alternateScreen: true,
			cursorHidden: true,
			mouse: true,
			bracketedPaste: true,
			focusReporting: true,
		});
		painter.press('ctrl-c');
		expect(await painter.ended()).toEqual({status: 130, signal: null, lineModes: 'same'});
		expect(painter.modes()).toEqual(untouchedModes);
		expect(painter.primary()).toEqual(['goodbye 130']);
	});

	test('modes of screen and line, after a program that is killed', async () => {
		const painter = await startPainter();
		painter.signal('SIGKILL');
		expect(await painter.ended()).toEqual({status: 137, signal: null, lineModes: 'changed'});
		expect(painter.modes()).toMatchObject({alternateScreen: true, cursorHidden: true, mouse: true});
	});

	test('modes, after a program that does not care', async () => {
		const painter = await startPainter({}, 'untidy');
		painter.type('q');
		expect((await painter.ended()).status).toBe(0);
		expect(painter.modes()).not.toEqual(untouchedModes);
	});
});

test('without a shell the signal that ended it is known', async () => {
	const painter = await startPainter({shell: false});
	painter.signal('SIGKILL');
	expect(await painter.ended()).toEqual({status: 137, signal: 9, lineModes: null});
});

test('job control works under a shell for people', async () => {
	terminal = await startTerminal({
		command: 'bash',
		args: ['--norc', '-i'],
		env: {PS1: '$ '},
	});
	const prompt = (lines: readonly string[]) => lines.findLast(line => line !== '') === '$';
	await terminal.waitFor(prompt);
	terminal.type("sh -c 'echo run''ning; exec cat'\r");
	await terminal.waitFor(/^running$/m);
	terminal.press('ctrl-z');
	await terminal.waitFor(prompt);
	expect(terminal.screen().join()).toContain('Stopped');
	terminal.type('fg\r');
	// Only now does the line belong to cat: typed ahead it would still be the shell's.
	await terminal.waitFor(/^sh -c/m);
	terminal.type('hello\r');
	await terminal.waitFor(lines => lines.filter(line => line === 'hello').length === 2);
	terminal.press('ctrl-d');
	await terminal.waitFor(prompt);
	terminal.type('exit 7\r');
	expect((await terminal.ended()).status).toBe(7);
});

describe('a wait that comes to nothing', () => {
	test('shows the screen', async () => {
		const painter = await startPainter();
		await expect(painter.waitFor('never there', 50)).rejects.toThrow(
			/not on the screen after 50 ms: never there\n.*size 80x24/s,
		);
	});

	test('does not outlast the program', async () => {
		const painter = await startPainter();
		painter.type('q');
		await expect(painter.waitFor('never there')).rejects.toThrow(/the program ended \(0\) without never there/);
	});

	test('a program that is not there ends with 127', async () => {
		terminal = await startTerminal({command: 'no-such-program'});
		expect((await terminal.ended()).status).toBe(127);
	});
});

test('close kills what is still running', async () => {
	const painter = await startPainter();
	await painter.close();
	expect(() => process.kill(painter.pid, 0)).toThrow();
});

describe('without a terminal', () => {
	test('output, errors, code and input go their own ways', async () => {
		const ran = await runCommand(process.execPath, [fixture('plain.mjs'), 'a b'], {stdin: 'né'});
		expect(ran).toMatchObject({stderr: 'done', code: 3, signal: null});
		expect(JSON.parse(ran.stdout)).toEqual({args: ['a b'], input: 'né', tty: false, home: true});
	});

	test('a signal can be sent when the program is ready', async () => {
		const ran = await runCommand(process.execPath, [fixture('plain.mjs'), 'wait'], {
			signalOn: {text: 'done', signal: 'SIGTERM'},
		});
		expect(ran).toMatchObject({code: null, signal: 'SIGTERM'});
	});

	test('a program that does not end is killed and shown', async () => {
		const run = runCommand(process.execPath, [fixture('plain.mjs'), 'wait'], {timeoutMs: 500});
		await expect(run).rejects.toThrow('still running after 500 ms');
	});
});
