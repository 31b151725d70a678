import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {atEnd} from './at-end.ts';
import {copyFilledDemo} from './filled-demo.ts';
import {programEnvironment} from './program-environment.ts';

const compileCache = path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compile');

let home: string | undefined;

/** A home of this test file alone, removed at its end: no test reads or writes the files of whoever runs it. */
const ownHome = (): string => {
	if (home !== undefined) return home;
	const made = mkdtempSync(path.join(tmpdir(), 'tautop-home-'));
	mkdirSync(path.join(made, 'tmp'));
	copyFilledDemo(path.join(made, 'tmp'));
	home = made;
	atEnd(() => {
		home = undefined;
		rmSync(made, {recursive: true, force: true});
	});
	return made;
};

/** The environment of a program under test, with a home of this test file's own. */
export const childEnvironment = (extra: Readonly<Record<string, string>> = {}): Record<string, string> => ({
	...programEnvironment(ownHome(), path.join(ownHome(), 'tmp')),
	// The program is started a hundred times: it is compiled once.
	NODE_COMPILE_CACHE: compileCache,
	...extra,
});
