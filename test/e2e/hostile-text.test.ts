import {expect, test} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {isLive, showsKeys, startDashboard} from '../helpers/dashboard.ts';
import {hostileTexts} from '../helpers/hostile-texts.ts';
import {foreignBytes} from '../helpers/own-output.ts';
import {runProgram} from '../helpers/run-program.ts';
import {data, type ScriptedTautulli, startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import type {Terminal} from '../helpers/terminal.ts';
import {activityWith} from './hostile-activity.ts';

const perScreen = 8;

const groups = Object.entries(hostileTexts).flatMap((_, index, all) =>
	index % perScreen === 0 ? [all.slice(index, index + perScreen)] : [],
);

const startHostile = async (texts: readonly string[]): Promise<{tautulli: ScriptedTautulli; file: string}> => {
	const tautulli = await startScriptedTautulli();
	tautulli.play('get_activity', data(activityWith(texts)));
	return {tautulli, file: writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}}).file};
};

/** The window's title is numbers of ours, and given back. */
const ownTitles = /\u001B\[2[23];0t|\u001B\]2;tautop(?:: \d+ streams?(?:, \d+ transcode)?)?\u0007/g;

/** The columns where a line between panes stands, by the row. */
const frameColumns = (tautop: Terminal, row: number): number[] =>
	tautop.cells(row).flatMap(({text}, column) => (text === '│' ? [column] : []));

test.each(groups.map(group => [group.map(([name]) => name).join(', '), group.map(([, text]) => text)] as const))(
	'on the dashboard: %s',
	async (_, texts) => {
		const {file} = await startHostile(texts);
		const tautop = await startDashboard({args: ['--config', file], cols: 200, rows: 60});
		await tautop.waitFor(lines => isLive(lines) && showsKeys(lines) && !/starting|waiting/.test(lines.join('\n')));
		expect(tautop.screen()[0]).toContain(`${texts.length} streams`);
		for (let row = 1; row <= 15; row++) expect([row, frameColumns(tautop, row)]).toEqual([row, [151]]);
		expect(tautop.title()).toMatch(/^tautop: \d+ streams?(?:, \d+ transcode)?$/);
		expect(tautop.modes()).toMatchObject({alternateScreen: true, mouse: false, cursorHidden: true});

		// Every stream selected in turn, with its details; then large, then at other sizes.
		for (let press = 1; press < texts.length; press++) tautop.press('down');
		tautop.type('1');
		await tautop.waitFor(lines => !lines.join('\n').includes('2 Plays by hour'));
		for (const [cols, rows] of [
			[80, 24],
			[50, 20],
			[30, 8],
			[120, 40],
		] as const) {
			tautop.resize(cols, rows);
			await tautop.waitFor(lines => lines.length === rows && (lines[0] ?? '').length >= cols - 2);
		}
		tautop.press('ctrl-c');
		expect(await tautop.ended()).toEqual({status: 130, signal: null, lineModes: 'same'});
		expect(foreignBytes(tautop.outputSince(0).replaceAll(ownTitles, ''))).toEqual([]);
		expect(tautop.outputSince(0)).not.toContain('owned');
	},
);

const allTexts = Object.values(hostileTexts);

test.each([['--plain'], ['--csv'], ['--json']])('tautop now %s prints nothing but text', async format => {
	const {file} = await startHostile(allTexts);
	const {code, stdout, stderr} = await runProgram(['now', format, '--config', file]);
	expect({code, stderr}).toEqual({code: 0, stderr: ''});
	expect(foreignBytes(stdout).filter(found => !found.startsWith('U+0009'))).toEqual([]);
	expect(stdout).not.toContain('\u001B');
	expect(stdout).not.toContain('\r');
	const rows = stdout.trimEnd().split('\n');
	if (format !== '--json') expect(rows).toHaveLength(allTexts.length + 1);
	else expect(JSON.parse(stdout)).toMatchObject({stream_count: allTexts.length});
});

test('tautop now on a terminal prints text and its own looks', async () => {
	const {file} = await startHostile(allTexts);
	const tautop = await startDashboard({args: ['now', '--config', file], cols: 100, rows: 60});
	expect((await tautop.ended()).status).toBe(0);
	expect(foreignBytes(tautop.outputSince(0))).toEqual([]);
});

test('what a server says of an error is cleaned as well', async () => {
	const tautulli = await startScriptedTautulli();
	const evil = Object.values(hostileTexts).join(' ').toWellFormed();
	tautulli.play('*', response => {
		const body = JSON.stringify({response: {result: 'error', message: evil, data: {}}});
		response.writeHead(200, {'content-type': 'application/json'}).end(body);
	});
	const {file} = writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}});
	const {code, stdout, stderr} = await runProgram(['now', '--config', file]);
	expect({code, stdout}).toEqual({code: 69, stdout: ''});
	expect(foreignBytes(stderr)).toEqual([]);
	expect(stderr.split('\n').length).toBeLessThanOrEqual(3);
});
