import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {programEnvironment} from '../test/helpers/program-environment.ts';
import {startPseudoTerminal} from '../test/helpers/pseudo-terminal.ts';
import type {Terminal} from '../test/helpers/terminal-types.ts';

export const launcher = path.join(import.meta.dirname, '..', 'bin', 'cli.cjs');

/** A home for the measured programs, with a temporary folder in it that keeps the demo's database from start to start. */
export type Home = {
	readonly folder: string;
	readonly env: Readonly<Record<string, string>>;
	readonly remove: () => void;
};

export const makeHome = (): Home => {
	const folder = mkdtempSync(path.join(tmpdir(), 'tautop-bench-'));
	const temporary = path.join(folder, 'tmp');
	mkdirSync(temporary);
	return {
		folder,
		env: programEnvironment(folder, temporary),
		remove: () => rmSync(folder, {recursive: true, force: true}),
	};
};

/** Node with these arguments in a terminal of 120x40, without a shell around it: a shell's start would count too. */
export const startNode = (home: Home, args: readonly string[]): Promise<Terminal> =>
	startPseudoTerminal({command: process.execPath, args, cols: 120, rows: 40, env: home.env, shell: false});

export const startTautop = (home: Home, ...args: readonly string[]): Promise<Terminal> =>
	startNode(home, [launcher, ...args]);

/** No pane waits for anything and none tells of work: the start and its run of collecting are over. */
export const isSettled = (lines: readonly string[]): boolean =>
	(lines[0] ?? '').includes(' live ') &&
	(lines.at(-1) ?? '').includes('? help') &&
	!/starting|waiting|connecting| collecting |libraries read|collected \d+ in|reading the history|history back/.test(
		lines.join('\n'),
	);
