import {createHash} from 'node:crypto';
import {lstatSync, realpathSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {makeFolder} from '../../store/make-folder.ts';

/** Where sockets may be: parts of `process` and `os`. */
export type Surroundings = {
	readonly platform: NodeJS.Platform;
	/** Null on Windows. */
	readonly uid: number | null;
	/** The folder for what is temporary. */
	readonly temporary: string;
};

const surroundings = (): Surroundings => ({
	platform: process.platform,
	uid: process.getuid?.() ?? null,
	temporary: tmpdir(),
});

/** What a socket is called while it waits for its place. */
export const claimOf = (socket: string): string => `${socket}.new`;

/** An address of a socket has 104 bytes on macOS, one of them a zero; Linux has a few more. */
const mostBytes = 103;

const fits = (socket: string): boolean => Buffer.byteLength(claimOf(socket)) <= mostBytes;

const nameOf = (database: string): string => createHash('sha256').update(database).digest('hex').slice(0, 24);

/** However one comes to a file, its socket is the same. */
const realPath = (file: string): string => {
	try {
		return realpathSync(file);
	} catch {
		return path.join(realpathSync(path.dirname(file)), path.basename(file));
	}
};

const isPrivate = (folder: string, uid: number | null): boolean => {
	const {uid: owner, mode} = lstatSync(folder);
	return owner === uid && (mode & 0o077) === 0;
};

/** For a database whose path is too long: a folder that is ours alone, or none. */
const inTemporary = (database: string, {uid, temporary}: Surroundings, make: boolean): string | null => {
	const folder = path.join(temporary, `tautop-${uid}`);
	const socket = path.join(folder, `${nameOf(database)}.sock`);
	if (!fits(socket)) return null;
	if (make) makeFolder(folder);
	return isPrivate(folder, uid) ? socket : null;
};

const find = (database: string, around: Surroundings, make: boolean): string | null => {
	if (make) makeFolder(path.dirname(database));
	const real = realPath(database);
	if (around.platform === 'win32') return `\\\\.\\pipe\\tautop-${nameOf(real)}`;
	const beside = `${real}.sock`;
	return fits(beside) ? beside : inTemporary(real, around, make);
};

/**
 * The socket of the engine that keeps this database: beside it, or, where that name is too long, in a temporary folder of
 * this user; on Windows a named pipe. Null: there can be none. `make`: folders that are missing.
 */
export const socketPath = (database: string, make: boolean, around = surroundings()): string | null => {
	try {
		return find(database, around, make);
	} catch {
		return null;
	}
};
