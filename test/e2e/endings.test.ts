import {describe, expect, test} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {isReady, startDashboard} from '../helpers/dashboard.ts';
import {runProgram} from '../helpers/run-program.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import type {Terminal} from '../helpers/terminal.ts';
import {untouchedModes} from '../helpers/terminal-screen.ts';

const configure = async (): Promise<string> => {
	const {url, apiKey} = await startScriptedTautulli();
	return writeConfiguration({tautulli: {url, secret: apiKey}}).file;
};

const startLive = async (cols: number, rows: number): Promise<Terminal> => {
	const tautop = await startDashboard({args: ['--config', await configure()], cols, rows});
	await tautop.waitFor(isReady);
	return tautop;
};

const sizes = [
	[80, 24],
	[120, 40],
] as const;

const ways: readonly [name: string, status: number, end: (tautop: Terminal) => void][] = [
	['q', 0, tautop => tautop.type('q')],
	['the byte of ctrl-c', 130, tautop => tautop.press('ctrl-c')],
	// In one piece: a ctrl-c that meets line modes again makes the kernel throw away what nobody has read yet.
	['ctrl-c twice', 130, tautop => tautop.type('\u0003\u0003')],
	['SIGINT', 130, tautop => tautop.signal('SIGINT')],
	['SIGTERM', 143, tautop => tautop.signal('SIGTERM')],
	['SIGHUP', 129, tautop => tautop.signal('SIGHUP')],
	['SIGQUIT', 131, tautop => tautop.signal('SIGQUIT')],
	[
		'two signals at once',
		143,
		tautop => {
			tautop.signal('SIGTERM');
			tautop.signal('SIGTERM');
		},
	],
];

describe.each(sizes)('%dx%d', (cols, rows) => {
	test.each(ways)('after %s the status is %d and the terminal as it was', async (_, status, end) => {
		const tautop = await startLive(cols, rows);
		end(tautop);
		expect(await tautop.ended()).toEqual({status, signal: null, lineModes: 'same'});
		expect(tautop.modes()).toEqual(untouchedModes);
		// What the shell around the program says of a signal is its own.
		expect(tautop.primary().filter(line => line !== 'Quit' && line !== 'Terminated')).toEqual([]);
	});
});

test('a second ctrl-c while it is leaving ends it at once', async () => {
	const tautop = await startLive(80, 24);
	tautop.press('ctrl-c');
	await tautop.waitFor(() => !tautop.modes().alternateScreen);
	tautop.press('ctrl-c');
	expect(await tautop.ended()).toEqual({status: 130, signal: null, lineModes: 'same'});
	expect(tautop.modes()).toEqual(untouchedModes);
});

test('when the other end of the line is gone it ends, though no signal came', async () => {
	const tautop = await startLive(80, 24);
	tautop.hangUp();
	expect(await tautop.ended()).toMatchObject({status: 129});
});

test('before the engine is there q leaves as well', async () => {
	const tautop = await startDashboard({args: ['--demo'], cols: 80, rows: 24});
	await tautop.waitFor('1 Now playing');
	tautop.type('q');
	expect(await tautop.ended()).toEqual({status: 0, signal: null, lineModes: 'same'});
	expect(tautop.modes()).toEqual(untouchedModes);
});

describe('where there can be no dashboard', () => {
	test('without a terminal one sentence says so', async () => {
		const {code, stdout, stderr} = await runProgram(['--demo']);
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr).toMatch(/^tautop: The dashboard needs a terminal .*\n$/);
	});

	test('on a terminal that cannot move its cursor likewise', async () => {
		const tautop = await startDashboard({args: ['--demo'], env: {TERM: 'dumb'}, cols: 200});
		expect(await tautop.ended()).toEqual({status: 2, signal: null, lineModes: 'same'});
		expect(tautop.modes()).toEqual(untouchedModes);
		expect(tautop.primary()).toEqual([expect.stringMatching(/^tautop: The dashboard needs a terminal .*TERM is dumb/)]);
	});

	test('a wrong configuration is told on the primary screen', async () => {
		const {url, apiKey} = await startScriptedTautulli();
		const {file} = writeConfiguration({tautulli: {url, secret: apiKey}, dashboard: {refresh_second: 5}});
		const tautop = await startDashboard({args: ['--config', file], cols: 200});
		expect(await tautop.ended()).toEqual({status: 78, signal: null, lineModes: 'same'});
		expect(tautop.modes()).toEqual(untouchedModes);
		const told = tautop.primary().join('\n');
		expect(told).toMatch(/^tautop: .*config\.yaml.*refresh_second/);
		expect(told).toContain('refresh_seconds');
		expect(told).not.toContain('    at ');
	});
});

test('NO_COLOR: attributes, but no colour', async () => {
	const tautop = await startDashboard({
		args: ['--config', await configure()],
		cols: 120,
		rows: 40,
		env: {NO_COLOR: '1'},
	});
	await tautop.waitFor(isReady);
	const colored = Array.from({length: 40}, (_, row) => tautop.cells(row))
		.flat()
		.filter(({foreground, background}) => foreground !== 'default' || background !== 'default');
	expect(colored).toEqual([]);
	const parameters = [...tautop.outputSince(0).matchAll(/\u001B\[([\d;]*)m/g)].flatMap(match =>
		(match[1] ?? '').split(';'),
	);
	expect(parameters.length).toBeGreaterThan(0);
	expect(parameters.filter(parameter => Number(parameter) >= 30)).toEqual([]);
});
