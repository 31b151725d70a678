import path from 'node:path';
import envPaths from 'env-paths';

/** The three folders that tautop keeps files in, absolute. */
export type Folders = {readonly config: string; readonly data: string; readonly log: string};

/** The folders of this user on this system, by its customs and the XDG variables. */
export const userFolders = (): Folders => {
	const {config, data, log} = envPaths('tautop', {suffix: ''});
	return {config, data, log};
};

/** Where what can be made anew is kept, absolute; null where this user has no such folder. */
export const userCacheFolder = (): string | null => {
	const {cache} = envPaths('tautop', {suffix: ''});
	return path.isAbsolute(cache) ? cache : null;
};

/** Where a user's files live. `platform` as in `process.platform`. */
export type Place = {
	readonly folders: Folders;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly home: string;
	readonly platform: NodeJS.Platform;
};

/** The configuration file of the user's own folder. */
export const userConfigPath = (place: Place): string => path.join(place.folders.config, 'config.yaml');

/** The database where neither the file nor `TAUTOP_DB` names one. */
export const defaultDatabasePath = (place: Place): string => path.join(place.folders.data, 'tautop.db');

/** The log where the file names none. */
export const defaultLogPath = (place: Place): string => path.join(place.folders.log, 'tautop.log');

/**
 * The demo's own database; a user id keeps two people on one machine apart. Each zone that its house stands in has a past of its
 * own. `uid` is null on Windows.
 */
export const demoDatabasePath = (uid: number | null, temporaryFolder: string, timeZone: string): string =>
	path.join(temporaryFolder, `tautop-demo-${uid ?? 'user'}`, `${timeZone.replaceAll('/', '-')}.db`);

/** A path as people write it: `~` is the home folder, a relative one counts from `base`. */
export const resolvePath = (written: string, base: string, home: string): string => {
	if (written === '~') return home;
	return /^~[/\\]/.test(written) ? path.join(home, written.slice(2)) : path.resolve(base, written);
};
