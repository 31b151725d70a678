import {existsSync} from 'node:fs';
import path from 'node:path';
import {AppError} from '../domain/app-error.ts';
import type {Environment, Setting} from './environment.ts';
import {type ParsedFile, parseFile} from './parse.ts';
import {type Place, resolvePath, userConfigPath} from './paths.ts';
import {readTextFile, type TextFile} from './read-file.ts';

/** The configuration file, read; null: there is none. */
export type Found = {
	readonly file: (TextFile & ParsedFile) | null;
	readonly warnings: readonly string[];
};

const open = (file: string): TextFile & ParsedFile => {
	const read = readTextFile(file);
	return {...read, ...parseFile(file, read.text)};
};

/** Whoever named the file has to hear which setting did. */
const openNamed = (setting: Setting, cwd: string, home: string): TextFile & ParsedFile => {
	try {
		return open(resolvePath(setting.value, cwd, home));
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		throw new AppError('config', error.message, {hint: `${setting.name} names it. ${error.hint}`, cause: error});
	}
};

const isMapping = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `config.yaml` is a common name: ours is one that holds a `tautulli` or `plex` mapping, or tries to. */
const openWorkingFolder = (file: string): Found => {
	const passedOver = (why: string): Found => ({file: null, warnings: [`${file} was passed over: ${why}`]});
	let opened: TextFile & ParsedFile;
	try {
		opened = open(file);
	} catch (error) {
		if (error instanceof AppError) return passedOver(error.message);
		throw error;
	}
	const {tautulli, plex} = opened.values;
	if (isMapping(tautulli) || isMapping(plex)) return {file: opened, warnings: []};
	if (!/^(?:tautulli|plex)\s*:/m.test(opened.text)) return {file: null, warnings: []};
	return opened.problems.length > 0
		? {file: opened, warnings: []}
		: passedOver('neither its tautulli nor its plex section is a mapping of keys to values.');
};

/**
 * Finds and reads the file: `--config`, `TAUTOP_CONFIG`, `HOMESCREEN_HERO_CONFIG`, `./config.yaml` where it is ours, then
 * the user's configuration folder. A file that somebody named must be there.
 */
export const discoverFile = (flag: string | undefined, environment: Environment, place: Place, cwd: string): Found => {
	const named = flag === undefined ? null : {name: '--config', value: flag};
	const setting = named ?? environment.get('TAUTOP_CONFIG') ?? environment.get('HOMESCREEN_HERO_CONFIG');
	if (setting) return {file: openNamed(setting, cwd, place.home), warnings: []};
	const here = path.join(cwd, 'config.yaml');
	const local: Found = existsSync(here) ? openWorkingFolder(here) : {file: null, warnings: []};
	if (local.file) return local;
	const users = userConfigPath(place);
	return existsSync(users) ? {...local, file: open(users)} : local;
};
