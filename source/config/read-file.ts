import {closeSync, fstatSync, openSync, readSync} from 'node:fs';
import {configError} from './problem.ts';

/** Larger than any configuration; more is a mistake, such as a database named by accident. */
const mostBytes = 1_048_576;

/** A file's text without byte order mark, and who may read it. */
export type TextFile = {
	readonly text: string;
	/** Permission bits, such as 0o600. */
	readonly mode: number;
	/** The user id of the owner. */
	readonly owner: number;
};

/** The code of a failed system call (`ENOENT`), or ''. */
export const systemCode = (error: unknown): string =>
	error instanceof Error && 'errno' in error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const refuse = (where: string, sentence: string, remedy: string, cause?: unknown) =>
	configError([{where, sentence, remedy}], cause);

const openingTrouble = (path: string, error: unknown) => {
	const code = systemCode(error);
	if (code === 'ENOENT' || code === 'ENOTDIR') {
		return refuse(path, 'there is no such file.', 'Check the path, or make the file.', error);
	}
	if (code === 'EACCES' || code === 'EPERM') {
		return refuse(path, 'this user may not read the file.', 'Check its owner and its mode with `ls -l`.', error);
	}
	return refuse(path, `the file cannot be read (${code || 'unknown trouble'}).`, 'Name an ordinary file.', error);
};

/** Reads at most one byte more than is allowed; a pipe is read to its end like a file. */
const readBytes = (descriptor: number): Uint8Array => {
	const buffer = new Uint8Array(mostBytes + 1);
	let filled = 0;
	while (filled < buffer.length) {
		const count = readSync(descriptor, buffer, filled, buffer.length - filled, null);
		if (count === 0) break;
		filled += count;
	}
	return buffer.subarray(0, filled);
};

const decode = (path: string, bytes: Uint8Array): string => {
	try {
		const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
		if (!text.includes('\0')) return text;
	} catch {}
	throw refuse(path, 'the file is not UTF-8 text.', 'Save it as UTF-8.');
};

/** Reads a small text file. Throws `config` for whatever is not one: missing, unreadable, a folder, too large, not UTF-8. */
export const readTextFile = (path: string): TextFile => {
	let descriptor: number;
	try {
		descriptor = openSync(path, 'r');
	} catch (error) {
		throw openingTrouble(path, error);
	}
	try {
		const stat = fstatSync(descriptor);
		if (stat.isDirectory()) throw refuse(path, 'this is a folder, not a file.', 'Name the file inside it.');
		const bytes = readBytes(descriptor);
		if (bytes.length > mostBytes) {
			throw refuse(path, 'the file is larger than 1 MB.', 'Name the right file; a configuration has a few kilobytes.');
		}
		return {text: decode(path, bytes), mode: stat.mode & 0o777, owner: stat.uid};
	} catch (error) {
		if (systemCode(error) === '') throw error;
		throw openingTrouble(path, error);
	} finally {
		closeSync(descriptor);
	}
};
