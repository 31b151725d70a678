import type {KeyNames} from '../domain/key-names.ts';
import type {DashboardSettings, PassedOver} from '../domain/settings.ts';
import type {ListenAddress} from './listen-address.ts';
import type {LogLevel} from './log-levels.ts';
import type {NoticesConfig} from './notices.ts';

/** How a server is reached. `headers` are secrets. `baseUrl` has no slash at its end. */
export type ServerConfig = {
	readonly baseUrl: string;
	readonly verifyTls: boolean;
	/** Absolute. */
	readonly caFile: string | null;
	readonly headers: Readonly<Record<string, string>>;
};

export type TautulliConfig = ServerConfig & {
	readonly enabled: boolean;
	/** Secret. `''` only where `enabled` is false. */
	readonly apiKey: string;
	readonly timeoutSeconds: number;
	readonly grouping: boolean;
	/** Null: not configured, so it is found out once the history is mirrored. */
	readonly timezone: string | null;
};

/** Which libraries count, by name. `libraries` empty: all but the disabled ones. */
export type LibraryFilter = {readonly libraries: readonly string[]; readonly disabledLibraries: readonly string[]};

export type PlexConfig = ServerConfig & LibraryFilter & {/** Secret. */ readonly token: string};

/** The libraries stand here too, since they also rule where Tautulli alone lists collections. */
type CollectConfig = LibraryFilter & {
	readonly scope: 'all' | 'promoted';
	readonly queryDays: number;
	/** A cron pattern, or null: only when asked. */
	readonly schedule: string | null;
};

export type DashboardConfig = Pick<
	DashboardSettings,
	| 'refreshSeconds'
	| 'graphRefreshSeconds'
	| 'days'
	| 'yAxis'
	| 'panes'
	| 'theme'
	| 'colors'
	| 'names'
	| 'ascii'
	| 'lookOnly'
	| 'mouse'
	| 'escapeMs'
	| 'keys'
	| 'allowStop'
	| 'stopMessage'
> & {
	/** True: sentences instead of panes, for a screen reader. */
	readonly reader: boolean;
	/** `never` and `always` are what NO_COLOR, FORCE_COLOR and `--no-color` say. */
	readonly color: 'auto' | 'never' | 'always';
	/** Null: no limit is known. */
	readonly uploadMbps: number | null;
};

/** The whole configuration of one server, resolved: paths absolute, units in names, secrets inside. */
export type Config = {
	/** What it is called among several; null: there is no list of them. */
	readonly name: string | null;
	/** The names of all of them in their order; empty without a list. */
	readonly serverNames: readonly string[];
	/** What a command is typed with to be about this one, as ` --server attic`; empty: nothing. */
	readonly commandFlags: string;
	/** What remedies call the keys that come from the environment. */
	readonly keyNames: KeyNames;
	/** Null: nothing is configured. */
	readonly tautulli: TautulliConfig | null;
	/** Null: not or only half configured; collections then come from Tautulli. */
	readonly plex: PlexConfig | null;
	readonly collect: CollectConfig;
	readonly database: {readonly path: string};
	readonly keep: {readonly minutesDays: number};
	/** `listen` null: nowhere. `hosts`: names by which it may be asked, in lower case. */
	readonly metrics: {
		readonly listen: ListenAddress | null;
		readonly hosts: readonly string[];
		readonly users: boolean;
	};
	readonly notices: NoticesConfig;
	readonly dashboard: DashboardConfig;
	readonly logging: {readonly level: LogLevel; readonly file: string};
	/** Sentences without secrets, such as an unknown key. */
	readonly warnings: readonly string[];
	/** Files that were found and configure nothing; their sentences are in no warning. */
	readonly passedOver: readonly PassedOver[];
	/** The file that was read, absolute, or null. */
	readonly file: string | null;
	/** False: no Tautulli settings anywhere, so the dashboard shows the demo. */
	readonly configured: boolean;
};
