import {closeSync, fstatSync, lstatSync, openSync, readSync, type Stats, statSync} from 'node:fs';
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
const systemCode = (error: unknown): string =>
	error instanceof Error && 'errno' in error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const refuse = (where: string, sentence: string, remedy: string, cause?: unknown) =>
	configError([{where, sentence, remedy}], cause);

const openingTrouble = (path: string, error: unknown) => {
	const code = systemCode(error);
	if (code === 'ENOENT' || code === 'ENOTDIR') {
		if (code === 'ENOENT' && lstatSync(path, {throwIfNoEntry: false})) {
			return refuse(
				path,
				'this is a link to a file that is not there.',
				'Correct the link, or create the file.',
				error,
			);
		}
		return refuse(path, 'there is no such file.', 'Check the path, or create the file.', error);
	}
	if (code === 'EACCES' || code === 'EPERM') {
		return refuse(path, 'this user may not read the file.', 'Check its owner and its mode with `ls -l`.', error);
	}
	return refuse(path, `the file cannot be read (${code || 'unknown trouble'}).`, 'Name an ordinary file.', error);
};

/** What the shell makes of `<(pass tautulli)` or of a pipe: whoever writes into it is at work. */
const handedOver = /^\/(?:dev\/(?:fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/;

/** Why it is no file that can be read to its end, or null. Looked at before it is opened: a named pipe would wait for ever. */
const kindTrouble = (path: string, stat: Stats) => {
	if (stat.isFile() || (stat.isFIFO() && handedOver.test(path))) return null;
	if (stat.isDirectory()) {
		const remedy = 'Name the file inside it. Docker makes a folder where the file that it should mount is missing.';
		return refuse(path, 'this is a folder, not a file.', remedy);
	}
	const kind = stat.isFIFO() ? 'a named pipe' : stat.isSocket() ? 'a socket' : 'a device';
	return refuse(path, `this is ${kind}, not a file.`, 'Name an ordinary file.');
};

/** Reads at most one byte more than is allowed. */
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

/** By its byte order mark; Notepad and PowerShell write UTF-16. */
const encodingOf = ([first, second]: Uint8Array): string => {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

const decode = (path: string, bytes: Uint8Array): string => {
	try {
		const text = new TextDecoder(encodingOf(bytes), {fatal: true}).decode(bytes);
		if (!text.includes('\0')) return text;
	} catch {}
	const isWide = bytes.length > 1 && (bytes[0] === 0) !== (bytes[1] === 0);
	const kind = isWide ? ', but looks like UTF-16 without a byte order mark' : '';
	throw refuse(path, `the file is not UTF-8 text${kind}.`, 'Save it as UTF-8.');
};

/**
 * Reads a small text file. Throws `config` for whatever is not one: missing, unreadable, a folder or pipe, too
 * large, neither UTF-8 nor UTF-16 with its mark.
 */
export const readTextFile = (path: string): TextFile => {
	let descriptor: number;
	try {
		const trouble = kindTrouble(path, statSync(path));
		if (trouble) throw trouble;
		descriptor = openSync(path, 'r');
	} catch (error) {
		if (systemCode(error) === '') throw error;
		throw openingTrouble(path, error);
	}
	try {
		const stat = fstatSync(descriptor);
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
