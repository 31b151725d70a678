import {lstatSync} from 'node:fs';
import {AppError} from '../domain/app-error.ts';
import type {PassedOver} from '../domain/settings.ts';
import type {Environment} from './environment.ts';
import {localPath, type Naming, namedPath, namingOf, otherEnding} from './looked-for.ts';
import {type ParsedFile, parseFile} from './parse.ts';
import {hasServers, passedOver, withoutServers} from './passed-over.ts';
import {type Place, userConfigPath} from './paths.ts';
import {warningLine} from './problem.ts';
import {readTextFile, type TextFile} from './read-file.ts';

/** A configuration file, read. */
type ConfigFile = TextFile & ParsedFile;

/** The configuration file (null: there is none), and those that were found before it and are not used. */
export type Found = {
	readonly file: ConfigFile | null;
	/** What led to it: the flag or variable that names it, or the folder that it lies in. */
	readonly by?: string;
	readonly passedOver: readonly PassedOver[];
};

/** A link that leads nowhere is there too: its owner believes in a file. */
const isThere = (file: string): boolean => {
	try {
		return lstatSync(file, {throwIfNoEntry: false}) !== undefined;
	} catch {
		return false;
	}
};

const open = (file: string): ConfigFile => {
	const read = readTextFile(file);
	return {...read, ...parseFile(file, read.text)};
};

/** Whoever named the file has to hear what did. */
const openNamed = (naming: Naming, place: Place, cwd: string): ConfigFile => {
	try {
		return open(namedPath(naming, place, cwd));
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		throw new AppError('config', error.message, {hint: `${naming.name} names it. ${error.hint}`, cause: error});
	}
};

/** The file, or why it cannot be read. */
const tryOpen = (file: string): ConfigFile | AppError => {
	try {
		return open(file);
	} catch (error) {
		if (error instanceof AppError) return error;
		throw error;
	}
};

const isSection = /^(?:tautulli|plex)\s*:/m;
const isList = /^servers\s*:/m;
const isEntry = /^[ \t]+(?:-[ \t]+)?(?:tautulli|plex)[ \t]*:/m;

/** What cannot be read was written for us where it has a section of a server, at the left margin or in a list. */
const isOurs = (text: string): boolean => isSection.test(text) || (isList.test(text) && isEntry.test(text));
const isLikeOurs = /^["'#\s]*(?:hsh_)?(?:tautull?i|plex)/im;

const broken = ({path: file, text, problems}: ConfigFile): PassedOver => {
	const meant = text.trim() === '' || /^\s*-/.test(text) || isLikeOurs.test(text);
	return passedOver(file, 'it cannot be read.', problems.slice(0, 1).map(warningLine), meant);
};

/** `config.yaml` is a common name: ours is one that holds a `tautulli` or `plex` mapping, or tries to. */
const openWorkingFolder = (file: string): Found => {
	const opened = tryOpen(file);
	if (opened instanceof AppError) {
		return {
			file: null,
			passedOver: [passedOver(file, 'it cannot be read.', [`${opened.message} ${opened.hint ?? ''}`.trim()], true)],
		};
	}
	const {problems, text, values} = opened;
	if (hasServers(values) || (problems.length > 0 && isOurs(text))) return {file: opened, passedOver: []};
	return {file: null, passedOver: [problems.length > 0 ? broken(opened) : withoutServers(opened)]};
};

/** The file of the other ending is not read: whoever has both would not know which counts. */
const unread = (file: string): readonly PassedOver[] => {
	const other = otherEnding(file);
	if (!isThere(other)) return [];
	const opened = tryOpen(other);
	const meant = opened instanceof AppError || isLikeOurs.test(opened.text) || withoutServers(opened).meant;
	return [passedOver(other, 'config.yml is not read. Rename it to config.yaml.', [], meant)];
};

/**
 * Finds and reads the file: `--config`, `TAUTOP_CONFIG`, `HOMESCREEN_HERO_CONFIG`, `./config.yaml` where it is ours, then
 * the user's configuration folder. A file that somebody named must be there; one that was found is used or named.
 */
export const discoverFile = (flag: string | undefined, environment: Environment, place: Place, cwd: string): Found => {
	const naming = namingOf(flag, environment.get);
	if (naming) return {file: openNamed(naming, place, cwd), by: naming.name, passedOver: []};
	const here = localPath(cwd);
	const local: Found = isThere(here) ? openWorkingFolder(here) : {file: null, passedOver: unread(here)};
	if (local.file) return {...local, by: 'the working folder'};
	const users = userConfigPath(place);
	if (isThere(users)) return {...local, file: open(users), by: 'your configuration folder'};
	return {file: null, passedOver: [...local.passedOver, ...unread(users)]};
};
