import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {atEnd} from './at-end.ts';

let home: string | undefined;

/** A home of this test file alone, removed at its end: no test reads or writes the files of whoever runs it. */
const ownHome = (): string => {
	if (home !== undefined) return home;
	const made = mkdtempSync(path.join(tmpdir(), 'tautop-home-'));
	mkdirSync(path.join(made, 'tmp'));
	home = made;
	atEnd(() => {
		home = undefined;
		rmSync(made, {recursive: true, force: true});
	});
	return made;
};

/**
 * The whole environment of a program under test. Built up, not cut down: a CI, NO_COLOR, NODE_ENV or HSH_ variable of the
 * machine would change what a test sees (Ink draws nothing under CI).
 */
export const childEnvironment = (extra: Readonly<Record<string, string>> = {}): Record<string, string> => ({
	PATH: [path.dirname(process.execPath), process.env.PATH ?? ''].join(path.delimiter),
	HOME: ownHome(),
	TMPDIR: path.join(ownHome(), 'tmp'),
	LANG: 'C.UTF-8',
	LC_ALL: 'C.UTF-8',
	TZ: 'UTC',
	TERM: 'xterm-256color',
	COLORTERM: 'truecolor',
	...extra,
});
