import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {expect, test} from 'vitest';
import {focused, homeTitles, isLive, startDashboard, titlesOn} from '../helpers/dashboard.ts';
import {demoFile} from '../helpers/demo-file.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {untouchedModes} from '../helpers/terminal-screen.ts';

const isFilled = (lines: readonly string[]): boolean => isLive(lines) && !/starting|waiting/.test(lines.join('\n'));

const countSnapshots = (file: string): number => {
	const database = new Sqlite(file, {readonly: true});
	try {
		return Number(database.prepare('SELECT count(*) FROM collection_analytics').pluck().get());
	} finally {
		database.close();
	}
};

const collectedCount = (lines: readonly string[]): number =>
	Number(/ collected (\d+) in /.exec(lines.at(-2) ?? '')?.[1]);

test('120x40: six panes, keys that move and zoom, a run that is stored, and the terminal as it was', async () => {
	const temporary = tempFolder();
	const file = demoFile(temporary);
	const tautop = await startDashboard({args: ['--demo'], cols: 120, rows: 40, temporary});
	await tautop.waitFor(lines => titlesOn(lines).length === homeTitles.length);
	expect(tautop.modes()).toMatchObject({alternateScreen: true, cursorHidden: true});
	await tautop.waitFor(isFilled);
	expect(titlesOn(tautop.screen())).toEqual(homeTitles);
	expect(tautop.screen()[0]).toMatch(/^ demo /);

	// An empty demo database collects once by itself, the history of two years first.
	await tautop.waitFor(lines => collectedCount(lines) > 0, 45_000);
	const before = countSnapshots(file);

	expect(focused(tautop.screen())).toBe('1 Now playing');
	tautop.press('tab');
	await tautop.waitFor(lines => focused(lines) === '2 Plays by hour');
	tautop.press('tab', 'tab');
	await tautop.waitFor(lines => focused(lines) === '4 Peak streams');
	tautop.press('shift-tab');
	await tautop.waitFor(lines => focused(lines) === '3 Stream types');

	tautop.type('5');
	await tautop.waitFor(lines => focused(lines) === '5 Collections');
	expect(titlesOn(tautop.screen())).toEqual(homeTitles);
	tautop.type('5');
	await tautop.waitFor('home ›[collections]');
	expect(tautop.screen().join('\n')).not.toContain('1 Now playing');

	tautop.type('c');
	await tautop.waitFor(lines => / collecting /.test(lines.at(-2) ?? ''));
	await tautop.waitFor(lines => collectedCount(lines) > 0);
	const collected = collectedCount(tautop.screen());
	expect(collected).toBeGreaterThan(30);
	expect(countSnapshots(file) - before).toBe(collected);

	// The first q closes what is open, the second one ends the program.
	tautop.type('q');
	await tautop.waitFor('1 Now playing');
	tautop.type('q');
	expect(await tautop.ended()).toEqual({status: 0, signal: null, lineModes: 'same'});
	expect(tautop.modes()).toEqual(untouchedModes);
	expect(tautop.primary()).toEqual([]);
	expect(countSnapshots(file) - before).toBe(collected);
});

test('80x24: five panes and the status rule', async () => {
	const tautop = await startDashboard({args: ['--demo'], cols: 80, rows: 24});
	await tautop.waitFor(isFilled);
	const lines = tautop.screen();
	expect(titlesOn(lines)).toEqual(homeTitles);
	expect(lines.find(line => line.includes('6 Status'))).toMatch(/^─ 6 Status {3}Tautulli ● .*Plex ● .*─$/);
	tautop.type('q');
	expect((await tautop.ended()).status).toBe(0);
});

test('50x20: the focused pane large, the others as one line each', async () => {
	const tautop = await startDashboard({args: ['--demo'], cols: 50, rows: 20});
	await tautop.waitFor(isFilled);
	tautop.type('3');
	await tautop.waitFor(lines => focused(lines) === '3 Stream types');
	expect(tautop.screen().filter(line => /^─ \d \w+ (?:─| Tautulli)/.test(line))).toHaveLength(5);
	tautop.type('3');
	await tautop.waitFor(lines => !lines.join('\n').includes('1 Now'));
	tautop.press('backspace');
	await tautop.waitFor('1 Now');
	tautop.type('q');
	expect((await tautop.ended()).status).toBe(0);
});

test('a resize draws the whole screen at its new size', async () => {
	const tautop = await startDashboard({args: ['--demo'], cols: 120, rows: 40});
	await tautop.waitFor(isFilled);
	tautop.resize(80, 24);
	const hasTitles = (lines: readonly string[]): boolean => titlesOn(lines).join() === homeTitles.join();
	await tautop.waitFor(lines => /^─ 6 Status /m.test(lines.join('\n')) && hasTitles(lines));
	tautop.resize(120, 40);
	await tautop.waitFor(
		lines => /^─ 2 Plays by hour .* │ ─ 3 Stream types /m.test(lines.join('\n')) && hasTitles(lines),
	);
	tautop.type('q');
	expect((await tautop.ended()).status).toBe(0);
});

test('the database of the demo is its own: TAUTOP_DB is not opened', async () => {
	const temporary = tempFolder();
	const mine = path.join(temporary, 'mine.db');
	const tautop = await startDashboard({args: ['--demo'], temporary, env: {TAUTOP_DB: mine}});
	await tautop.waitFor(isLive);
	tautop.press('ctrl-c');
	expect((await tautop.ended()).status).toBe(130);
	expect(() => countSnapshots(mine)).toThrow('unable to open database file');
});
