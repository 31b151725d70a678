import {accessSync, constants, existsSync, lstatSync, type Stats, statfsSync, statSync} from 'node:fs';
import path from 'node:path';
import {formatBytes} from '../canvas/format.ts';
import {AppError} from '../domain/app-error.ts';
import {shellWord} from '../domain/command-flags.ts';
import {type Finding, warning, well, wrong} from './finding.ts';
import {modeText} from './modes.ts';

/** A file that tautop makes and writes to. */
export type OwnFile = {
	readonly name: string;
	readonly file: string;
	/** True: it is a folder. */
	readonly isFolder?: boolean;
	/** True: there are commands that fail without it. */
	readonly isNeeded?: boolean;
	/** What goes on without it, and what to do. */
	readonly otherwise: string;
	readonly remedy: string;
};

const nearestFolder = (file: string): string => {
	const folder = path.dirname(file);
	return existsSync(folder) || folder === file ? folder : nearestFolder(folder);
};

const canWrite = (place: string, isFolder: boolean): boolean => {
	try {
		accessSync(place, constants.W_OK | (isFolder ? constants.X_OK : constants.R_OK));
		return true;
	} catch {
		return false;
	}
};

/** Everybody may read or write it, on a system that knows such modes; a group is its owner's affair. */
const isOpen = ({mode}: Stats): boolean => process.platform !== 'win32' && (mode & 0o007) !== 0;

const useless = ({name, isNeeded = false, otherwise, remedy}: OwnFile, sentence: string): Finding => {
	const text = `${sentence} ${otherwise}`;
	return isNeeded ? wrong(name, new AppError('store', text, {hint: remedy}).toJSON()) : warning(name, text, remedy);
};

const missing = (own: OwnFile): Finding => {
	const {name, file} = own;
	if (lstatSync(file, {throwIfNoEntry: false})) return useless(own, `${file} is a link to a file that does not exist.`);
	const folder = nearestFolder(file);
	return canWrite(folder, true)
		? well(name, `${file}, which does not exist yet`)
		: useless(own, `${file} cannot be made: ${folder} cannot be written.`);
};

const present = (own: OwnFile, stats: Stats): Finding => {
	const {name, file, isFolder = false} = own;
	if (stats.isDirectory() !== isFolder) {
		return useless(own, `${file} is ${isFolder ? 'not a folder' : 'not a file'}.`);
	}
	const folder = isFolder ? file : path.dirname(file);
	if (!canWrite(file, isFolder) || !canWrite(folder, true)) {
		return useless(own, `${file} cannot be written.`);
	}
	const mode = modeText(stats.mode);
	if (isOpen(stats)) {
		return warning(
			name,
			`${file} has mode ${mode}: everybody on this machine may read it.`,
			`Run: chmod o= ${shellWord(file)}`,
		);
	}
	return well(name, `${file}, mode ${mode}${isFolder ? '' : `, ${formatBytes(stats.size)}`}`);
};

/** A file stands where a folder of its path should be; null: none does. */
const fileInTheWay = (file: string): string | null => {
	const above = path.dirname(file);
	if (above === file) return null;
	return statSync(above, {throwIfNoEntry: false})?.isFile() ? above : fileInTheWay(above);
};

/** Whether a file of ours is there, for us alone, and can be written. */
export const fileFinding = (own: OwnFile): Finding => {
	const inTheWay = fileInTheWay(own.file);
	if (inTheWay !== null) return useless(own, `${own.file} cannot be made: ${inTheWay} is a file, not a folder.`);
	const stats = statSync(own.file, {throwIfNoEntry: false});
	return stats ? present(own, stats) : missing(own);
};

/** A database that cannot grow by so much is about to stop. */
const scarceBytes = 100_000_000;

/** How much room is left where the database lies. */
export const roomFinding = (database: string): Finding => {
	const {bavail, bsize} = statfsSync(nearestFolder(database));
	const free = bavail * bsize;
	const text = `${formatBytes(free)} free for the database`;
	if (free === 0) return wrong('disk', new AppError('store', 'The disk is full.', {hint: 'Free some space.'}).toJSON());
	return free < scarceBytes ? warning('disk', text, 'Free some space.') : well('disk', text);
};
