import {setTimeout as sleep} from 'node:timers/promises';
import {startPseudoTerminal} from '../../test/helpers/pseudo-terminal.ts';
import type {Terminal} from '../../test/helpers/terminal-types.ts';
import {type Home, launcher} from '../program.ts';
import {dark, light, type Palette} from './palette.ts';
import {momentOfPictures, type Scene, type Sitting, type Step, zoneOfPictures} from './scenes.ts';
import {drawStill, type Grid} from './still.ts';
import {timeless} from './timeless.ts';

/** A clock that stands still for hours: pictures of one program are of one second. */
const clock = `${momentOfPictures},0.0001`;

const looks: Readonly<
	Record<
		Sitting['look'],
		{readonly palette: Palette; readonly background: string; readonly env: Readonly<Record<string, string>>}
	>
> = {
	dark: {palette: dark, background: 'rgb:1616/1818/1d1d', env: {}},
	light: {palette: light, background: 'rgb:ffff/ffff/ffff', env: {}},
	plain: {palette: dark, background: 'rgb:1616/1818/1d1d', env: {NO_COLOR: '1'}},
};

/** Without a change for so long it is done: nothing moves by itself while the clock stands. */
const quietMs = 1200;

/** Enough between two keys. */
const briefMs = 250;

/** Its frame stands, and no pane waits for anything. */
const isReady = (lines: readonly string[]): boolean =>
	/\d streams?/.test(lines[0] ?? '') &&
	(lines.at(-1) ?? '') !== '' &&
	!/starting|waiting|connecting|asking|counting|syncing|collecting|Work +collected|history back|not mirrored/.test(
		lines.join('\n'),
	);

/** Waits until all of it is there, and has not changed for a while. */
export const settled = async (terminal: Terminal, forMs: number = quietMs): Promise<void> => {
	for (let before: string | null = null; ; ) {
		await terminal.waitFor(isReady, 120_000);
		const now = terminal.screen().join('\n');
		if (now === before) return;
		before = now;
		await sleep(forMs);
	}
};

/** What is on the screen, cell by cell. */
export const gridOf = (terminal: Terminal, rows: number): Grid =>
	Array.from({length: rows}, (_, row) => timeless(terminal.cells(row)));

/** Starts the program on the demo, at the time of a clock. */
export const start = (
	home: Home,
	look: Sitting['look'],
	[cols, rows]: Scene['size'],
	time: string = clock,
): Promise<Terminal> => {
	const {background, env} = looks[look];
	return startPseudoTerminal({
		command: process.execPath,
		args: [launcher, '--demo'],
		cols,
		rows,
		env: {...home.env, ...env, TZ: zoneOfPictures, TAUTOP_CLOCK: time},
		background,
		shell: false,
	});
};

/** Leaves the program. */
export const end = async (terminal: Terminal): Promise<void> => {
	terminal.press('ctrl-c');
	await terminal.ended(20_000);
	await terminal.close();
};

/** Waits for what a first start does: it fills the database, and then panes have to ask again. */
const filled = async (terminal: Terminal): Promise<void> => {
	await terminal.waitFor(lines => lines.join('\n').includes('collected'), 120_000);
	await settled(terminal, briefMs);
	terminal.type('r');
	await settled(terminal);
};

/** Fills the demo's database, so that the next start finds everything there. */
export const prepare = async (home: Home): Promise<void> => {
	const terminal = await start(home, 'dark', [120, 40]);
	await filled(terminal);
	await end(terminal);
};

/** Presses keys, and waits for what they bring. */
export const perform = async (terminal: Terminal, {keys, until}: Step): Promise<void> => {
	if (typeof keys === 'string') terminal.type(keys);
	else terminal.press(...keys);
	await terminal.waitFor(until, 30_000);
	await settled(terminal, briefMs);
};

/** Pages and dialogs lie over the panes. */
const isHome = (lines: readonly string[]): boolean => !/^━ home ›|┏━ /m.test(lines.join('\n'));

/** Back to the first pane, from wherever one is. */
export const goHome = async (terminal: Terminal): Promise<void> => {
	while (!isHome(terminal.screen())) {
		const before = terminal.screen().join('\n');
		terminal.press('escape');
		await terminal.waitFor(lines => lines.join('\n') !== before, 30_000);
		await settled(terminal, briefMs);
	}
	if (!/^━\[1 /m.test(terminal.screen().join('\n'))) await perform(terminal, {keys: '1', until: /^━\[1 /m});
};

/** The pictures of the first start in a home, by their names, one after another. */
export const take = async function* (
	home: Home,
	{look, scenes}: Sitting,
): AsyncGenerator<readonly [name: string, picture: string]> {
	const [first] = scenes;
	if (!first) return;
	const terminal = await start(home, look, first.size);
	await filled(terminal);
	for (const {name, title, size, steps} of scenes) {
		const [columns, rows] = size;
		terminal.resize(columns, rows);
		await settled(terminal, briefMs);
		for (const step of steps) await perform(terminal, step);
		await settled(terminal);
		yield [name, drawStill(title, gridOf(terminal, rows), looks[look].palette)];
		await goHome(terminal);
	}
	await end(terminal);
};
