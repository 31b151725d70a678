import path from 'node:path';

/** What decides where a user's files live. `platform` as in `process.platform`. */
export type Place = {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly home: string;
	readonly platform: NodeJS.Platform;
};

/** The three folders that tautop keeps files in, absolute. */
export type Folders = {readonly config: string; readonly data: string; readonly log: string};

const macFolders = (home: string): Folders => {
	const library = path.join(home, 'Library');
	return {
		config: path.join(library, 'Preferences', 'tautop'),
		data: path.join(library, 'Application Support', 'tautop'),
		log: path.join(library, 'Logs', 'tautop'),
	};
};

const windowsFolders = ({env, home}: Place): Folders => {
	const roaming = env.APPDATA || path.join(home, 'AppData', 'Roaming');
	const local = env.LOCALAPPDATA || path.join(home, 'AppData', 'Local');
	return {
		config: path.join(roaming, 'tautop', 'Config'),
		data: path.join(local, 'tautop', 'Data'),
		log: path.join(local, 'tautop', 'Log'),
	};
};

const xdgFolders = ({env, home}: Place): Folders => {
	// The XDG specification says that a relative path is to be ignored.
	const base = (name: string, ...fallback: string[]): string => {
		const given = env[name];
		return path.join(given && path.isAbsolute(given) ? given : path.join(home, ...fallback), 'tautop');
	};
	return {
		config: base('XDG_CONFIG_HOME', '.config'),
		data: base('XDG_DATA_HOME', '.local', 'share'),
		log: base('XDG_STATE_HOME', '.local', 'state'),
	};
};

/**
 * The user's folders, the same as env-paths gives (a test compares them). Not env-paths itself, because that reads the
 * process's own environment at import, while here everything comes in from outside.
 */
export const userFolders = (place: Place): Folders => {
	if (place.platform === 'darwin') return macFolders(place.home);
	if (place.platform === 'win32') return windowsFolders(place);
	return xdgFolders(place);
};

/** The configuration file of the user's own folder. */
export const userConfigPath = (place: Place): string => path.join(userFolders(place).config, 'config.yaml');

/** The database where neither the file nor `TAUTOP_DB` names one. */
export const defaultDatabasePath = (place: Place): string => path.join(userFolders(place).data, 'tautop.db');

/** The log where the file names none. */
export const defaultLogPath = (place: Place): string => path.join(userFolders(place).log, 'tautop.log');

/** The demo's own database; a user id keeps two people on one machine apart. `uid` is null on Windows. */
export const demoDatabasePath = (uid: number | null, temporaryFolder: string): string =>
	path.join(temporaryFolder, `tautop-demo-${uid ?? 'user'}`, 'tautop.db');

/** A path as people write it: `~` is the home folder, a relative one counts from `base`. */
export const resolvePath = (written: string, base: string, home: string): string => {
	if (written === '~') return home;
	return /^~[/\\]/.test(written) ? path.join(home, written.slice(2)) : path.resolve(base, written);
};
