import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {tempFolder} from './temp-folder.ts';

/** A config.yaml of one test with everything that the program writes beside it. */
export type Configuration = {
	readonly folder: string;
	/** For `--config`. */
	readonly file: string;
	readonly database: string;
	readonly log: string;
};

type Server = {readonly url: string; readonly secret: string};

export type Settings = {
	readonly tautulli: Server;
	readonly plex?: Server;
	/** Further keys of `tautulli`. */
	readonly timeoutSeconds?: number;
	readonly dashboard?: Readonly<Record<string, unknown>>;
	/** Further sections. */
	readonly sections?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	readonly logLevel?: string;
	/** Absent: a file in the folder. */
	readonly logFile?: string;
};

/** Writes it into a folder that is removed when the test ends. JSON is YAML. */
export const writeConfiguration = ({
	tautulli,
	plex,
	timeoutSeconds,
	dashboard,
	sections,
	logLevel,
	logFile,
}: Settings): Configuration => {
	const folder = tempFolder();
	const file = path.join(folder, 'config.yaml');
	const database = path.join(folder, 'data', 'tautop.db');
	const log = logFile ?? path.join(folder, 'log', 'tautop.log');
	const values = {
		tautulli: {
			base_url: tautulli.url,
			api_key: tautulli.secret,
			timezone: 'UTC',
			...(timeoutSeconds === undefined ? {} : {timeout_seconds: timeoutSeconds}),
		},
		...(plex ? {plex: {base_url: plex.url, token: plex.secret}} : {}),
		database: {path: database},
		...sections,
		dashboard: {refresh_seconds: 1, graph_refresh_seconds: 60, ...dashboard},
		logging: {file: log, level: logLevel ?? 'info'},
	};
	mkdirSync(path.dirname(file), {recursive: true});
	writeFileSync(file, `${JSON.stringify(values, null, 2)}\n`, {mode: 0o600});
	return {folder, file, database, log};
};
