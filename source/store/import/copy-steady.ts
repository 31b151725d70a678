import {closeSync, openSync, readSync, rmSync, writeSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import {sideFile} from '../files.ts';

const chunkBytes = 1024 * 1024;
/** What changes in the first bytes of a log or a journal whenever it begins anew. */
const headBytes = 32;
const attempts = 10;
const pauseMs = 100;

const sides = ['-wal', '-journal'] as const;

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Null: there is no such file. */
const openIfThere = (file: string): number | null => {
	try {
		return openSync(file, 'r');
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
};

/** The first bytes as text; '' for a file that is not there, or empty. */
const headOf = (file: string): string => {
	const descriptor = openIfThere(file);
	if (descriptor === null) return '';
	try {
		const head = Buffer.alloc(headBytes);
		return head.toString('hex', 0, readSync(descriptor, head, 0, headBytes, 0));
	} finally {
		closeSync(descriptor);
	}
};

const headsOf = (file: string): string => sides.map(side => headOf(sideFile(file, side))).join(' ');

/** Copies what there is, for its owner alone; a file that is not there is none in the copy either. */
const copyPart = (from: string, to: string): void => {
	const source = openIfThere(from);
	if (source === null) return;
	const target = openSync(to, 'w', 0o600);
	try {
		const chunk = Buffer.alloc(chunkBytes);
		for (let read = readSync(source, chunk); read > 0; read = readSync(source, chunk)) {
			for (let at = 0; at < read; ) at += writeSync(target, chunk, at, read - at);
		}
	} finally {
		closeSync(source);
		closeSync(target);
	}
};

const isSame = (one: string, two: string): boolean => {
	const [first, second] = [openSync(one, 'r'), openSync(two, 'r')];
	try {
		const [here, there] = [Buffer.alloc(chunkBytes), Buffer.alloc(chunkBytes)];
		while (true) {
			const read = readSync(first, here);
			if (read !== readSync(second, there) || !here.subarray(0, read).equals(there.subarray(0, read))) return false;
			if (read === 0) return true;
		}
	} finally {
		closeSync(first);
		closeSync(second);
	}
};

/**
 * Copies a database that others may be writing to, with nothing but reads: SQLite itself would write beside it. The main
 * part comes first, so that whatever was in it stands in the log that is copied behind it. It counts when the main part is
 * still the same afterwards, and neither log nor journal has begun anew: then SQLite makes of the copy what was committed
 * last. False: somebody writes without a pause.
 */
const copyWithReads = async (file: string, copy: string): Promise<boolean> => {
	for (let attempt = 0; attempt < attempts; attempt++) {
		if (attempt > 0) await setTimeout(pauseMs);
		for (const side of sides) rmSync(copy + side, {force: true});
		const before = headsOf(file);
		copyPart(file, copy);
		for (const side of sides) copyPart(sideFile(file, side), copy + side);
		const copied = sides.map(side => headOf(copy + side)).join(' ');
		if (copied === before && isSame(file, copy) && headsOf(file) === before) return true;
	}
	return false;
};

/** How long to wait for whoever writes. */
const busyMilliseconds = 5000;

/** Takes the turn that SQLite gives to readers. Beside the file there is shared memory then already, which readers mark. */
const copyAsReader = async (file: string, copy: string): Promise<void> => {
	for (const side of ['', ...sides]) rmSync(copy + side, {force: true});
	const sqlite = new Sqlite(file, {readonly: true, timeout: busyMilliseconds});
	try {
		sqlite.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
		await sqlite.backup(copy);
	} finally {
		sqlite.close();
	}
};

/** Copies what was committed last, whoever writes meanwhile; without a byte changed where that can be done. */
export const copySteady = async (file: string, copy: string): Promise<void> => {
	if (!(await copyWithReads(file, copy))) await copyAsReader(file, copy);
};
