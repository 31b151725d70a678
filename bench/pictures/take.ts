import {setTimeout as sleep} from 'node:timers/promises';
import {startPseudoTerminal} from '../../test/helpers/pseudo-terminal.ts';
import type {Terminal} from '../../test/helpers/terminal-types.ts';
import {type Home, launcher} from '../program.ts';
import {dark, light, type Palette} from './palette.ts';
import {momentOfPictures, type Scene, type Sitting, type Step, zoneOfPictures} from './scenes.ts';
import {drawStill, type Grid} from './still.ts';

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
const quietMs = 1500;

/** Its frame stands, and no pane waits for anything. */
const isReady = (lines: readonly string[]): boolean =>
	/\d streams?/.test(lines[0] ?? '') &&
	(lines.at(-1) ?? '') !== '' &&
	!/starting|waiting|connecting|asking|counting|syncing|collecting|history back|not mirrored/.test(lines.join('\n'));

/** Waits until all of it is there. */
export const settled = async (terminal: Terminal): Promise<void> => {
	for (let before: string | null = null; ; ) {
		await terminal.waitFor(isReady, 120_000);
		const now = terminal.screen().join('\n');
		if (now === before) return;
		before = now;
		await sleep(quietMs);
	}
};

/** How fast two servers answered is no part of a picture. */
const timeless = (cells: Grid[number]): Grid[number] => {
	const text = cells.map(({text: sign}) => (sign.length === 1 ? sign : ' ')).join('');
	const shown = text.replaceAll(/\d+ ms/g, found => '1 ms'.padStart(found.length));
	return shown === text
		? cells
		: cells.map((cell, column) => (shown[column] === text[column] ? cell : {...cell, text: shown[column] ?? ' '}));
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

/** Fills the demo's database, so that every start afterwards finds the same. */
export const prepare = async (home: Home): Promise<void> => {
	const terminal = await start(home, 'dark', [120, 40]);
	await terminal.waitFor(lines => lines.join('\n').includes('collected'), 120_000);
	await settled(terminal);
	await end(terminal);
};

/** Presses keys, and waits for what they bring. */
export const perform = async (terminal: Terminal, {keys, until}: Step): Promise<void> => {
	if (typeof keys === 'string') terminal.type(keys);
	else terminal.press(...keys);
	await terminal.waitFor(until, 30_000);
	await settled(terminal);
};

/** The pictures of one start of the program, by their names. */
export const take = async (home: Home, {look, scenes}: Sitting): Promise<ReadonlyMap<string, string>> => {
	const pictures = new Map<string, string>();
	const [first] = scenes;
	if (!first) return pictures;
	const terminal = await start(home, look, first.size);
	for (const {name, title, size, steps} of scenes) {
		const [columns, rows] = size;
		terminal.resize(columns, rows);
		await settled(terminal);
		for (const step of steps) await perform(terminal, step);
		pictures.set(name, drawStill(title, gridOf(terminal, rows), looks[look].palette));
		for (let back = 0; back < 2 && steps.length > 0; back++) terminal.press('escape');
		await settled(terminal);
	}
	await end(terminal);
	return pictures;
};
