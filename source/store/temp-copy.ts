import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {isAlive} from './alive.ts';

const folderOf = /^tautop-(?:import|look)-(?<pid>\d+)-/;

/** What a process that was killed has left behind. That of another user is not ours to remove. */
const removeLeftOvers = (): void => {
	for (const name of readdirSync(tmpdir())) {
		const pid = folderOf.exec(name)?.groups?.pid;
		if (pid === undefined || isAlive(Number(pid))) continue;
		try {
			rmSync(path.join(tmpdir(), name), {recursive: true, force: true});
		} catch {
			// It goes with the temporary folder.
		}
	}
};

/**
 * A folder (0700) for a copy of a database, which may hold what nobody else should read: whoever makes it removes it, and the
 * next one what a process left that was killed.
 */
export const tempCopyFolder = (what: 'import' | 'look'): string => {
	removeLeftOvers();
	return mkdtempSync(path.join(tmpdir(), `tautop-${what}-${process.pid}-`));
};
