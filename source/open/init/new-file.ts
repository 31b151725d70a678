import {randomBytes} from 'node:crypto';
import {
	accessSync,
	chmodSync,
	closeSync,
	constants,
	copyFileSync,
	existsSync,
	fchmodSync,
	lstatSync,
	openSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {AppError} from '../../domain/app-error.ts';
import {cleanText} from '../../domain/text/text.ts';
import {makeFolder} from '../../store/make-folder.ts';
import {writeInPlace} from './write-in-place.ts';

const refuse = (sentence: string, cause?: unknown): AppError =>
	new AppError('config', sentence, {
		hint: 'Name another place: `tautop init --config FILE`, or the variable TAUTOP_CONFIG.',
		cause,
	});

const mayWrite = (file: string, mode = constants.W_OK): boolean => {
	try {
		accessSync(file, mode);
		return true;
	} catch {
		return false;
	}
};

/** The nearest folder above that is there. */
const standing = (folder: string): string => (existsSync(folder) ? folder : standing(path.dirname(folder)));

/** A link is followed: what it leads to is written. */
const realPath = (file: string): string => (existsSync(file) ? realpathSync(file) : file);

/** A link that leads nowhere is there too; below a file nothing is. */
const isThere = (file: string): boolean => {
	try {
		return lstatSync(file, {throwIfNoEntry: false}) !== undefined;
	} catch {
		return false;
	}
};

/**
 * Throws, before anybody is asked anything, where the file could not be written in the end; writes nothing. True: there is
 * such a file already.
 */
export const checkNewFile = (file: string): boolean => {
	const name = cleanText(file);
	const real = realPath(file);
	const folder = standing(path.dirname(real));
	if (isThere(real) && !existsSync(real)) throw refuse(`${name} is a link to a file that does not exist.`);
	const isOld = existsSync(real);
	if (isOld && !statSync(real).isFile()) throw refuse(`${name} is there already, and is not a file.`);
	if (!statSync(folder).isDirectory()) throw refuse(`${name} cannot be made: ${cleanText(folder)} is not a folder.`);
	if (mayWrite(folder, constants.W_OK | constants.X_OK) || (isOld && mayWrite(real))) return isOld;
	throw refuse(`${name} cannot be written: this user may not write to ${cleanText(folder)}.`);
};

/** A name beside the file that nothing has yet. */
const freeName = (file: string, number = 1): string => {
	const name = `${file}.bak${number === 1 ? '' : `-${number}`}`;
	return isThere(name) ? freeName(file, number + 1) : name;
};

/** Keeps a copy of the old file, for its owner alone. Returns its name; null: there could be none. */
const keepOld = (file: string): string | null => {
	const copy = freeName(file);
	try {
		copyFileSync(file, copy, constants.COPYFILE_EXCL);
		chmodSync(copy, 0o600);
		return copy;
	} catch {
		return null;
	}
};

/** The new file takes the place of the old one in one step. */
const writeBeside = (file: string, text: string): void => {
	const unfinished = `${file}.new-${randomBytes(4).toString('hex')}`;
	const handle = openSync(unfinished, 'wx', 0o600);
	try {
		try {
			fchmodSync(handle, 0o600);
			writeFileSync(handle, text);
		} finally {
			closeSync(handle);
		}
		renameSync(unfinished, file);
	} catch (error) {
		rmSync(unfinished, {force: true});
		throw error;
	}
};

/** Nothing may be made beside the file, or take its place: a container mounts it, or the folder is somebody else's. */
const isInPlaceAlone = (error: unknown): boolean =>
	error instanceof Error &&
	'code' in error &&
	['EBUSY', 'EXDEV', 'EACCES', 'EPERM', 'EROFS'].some(code => code === error.code);

/** Whole or not at all, and never readable for others. */
const writeWhole = (file: string, text: string): void => {
	try {
		writeBeside(file, text);
	} catch (error) {
		if (!isInPlaceAlone(error) || !existsSync(file)) throw error;
		writeInPlace(file, text);
	}
};

/** What became of a file that was there before. */
export type Saved = {
	readonly replaced: boolean;
	/** Where it is kept; null: nowhere. */
	readonly backup: string | null;
};

/** Writes the file for its owner alone, and its folder where there is none. */
export const saveNewFile = (file: string, text: string): Saved => {
	try {
		const real = realPath(file);
		makeFolder(path.dirname(real));
		const replaced = existsSync(real);
		const backup = replaced ? keepOld(real) : null;
		writeWhole(real, text);
		return {replaced, backup};
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
		throw refuse(`${cleanText(file)} could not be written${code}.`, error);
	}
};
