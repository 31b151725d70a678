import type {YAxis} from './media.ts';
import type {Days} from './period.ts';
import type {OwnColors, ThemeChoice} from './themes.ts';

/** A configuration file that was found, and that configures nothing here. */
export type PassedOver = {
	/** Its name without the folder. */
	readonly name: string;
	/** Sentences without secrets: the file and why, then each name in it that may have meant something. */
	readonly sentences: readonly string[];
	/** False: it is another program's, and no reason for alarm. */
	readonly meant: boolean;
};

/** What the dashboard needs to know of the configuration; no secrets. */
export type DashboardSettings = {
	/** What this server is called among several; null: there is no list of them. */
	readonly server: string | null;
	/** The names of all of them in their order; empty without a list. */
	readonly servers: readonly string[];
	/** What a command is typed with to be about this server, as ` --server attic`; empty: nothing. */
	readonly commandFlags: string;
	readonly demo: boolean;
	/** True: nothing is configured, so this is the demo. */
	readonly unconfigured: boolean;
	/** Tautulli's address as configured, without credentials. */
	readonly tautulliUrl: string;
	readonly plexConfigured: boolean;
	/** Marks that must stand on the screen while certificates are not checked. */
	readonly unverifiedTls: boolean;
	/** The zone that graphs are cut in, or null: not known, say "server time". */
	readonly timezone: string | null;
	readonly queryDays: Days;
	readonly scope: 'all' | 'promoted';
	readonly refreshSeconds: number;
	readonly graphRefreshSeconds: number;
	readonly days: Days;
	readonly yAxis: YAxis;
	/** What the line can send, in Mb/s; null: not known. */
	readonly uploadMbps: number | null;
	/** The names of the views in the places, the one without a digit last; fewer leave the others as they are. */
	readonly panes: readonly string[];
	readonly theme: ThemeChoice;
	/** Colours in the place of the theme's. */
	readonly colors: OwnColors;
	readonly names: 'full' | 'initials' | 'none';
	readonly ascii: boolean;
	readonly lookOnly: boolean;
	/** True: a stream can be stopped, after a question. */
	readonly allowStop: boolean;
	/** What its viewer reads; null: Plex's own words. */
	readonly stopMessage: string | null;
	/** The mouse is heard from the start. */
	readonly mouse: boolean;
	/** How long an Esc waits for the rest of a sequence, in milliseconds. */
	readonly escapeMs: number;
	/** Keys remapped by the user: action name to key. */
	readonly keys: Readonly<Record<string, string>>;
	/** Where the log is written; null: nowhere. */
	readonly logFile: string | null;
	/** Sentences for the status line, such as an unknown key in the configuration. */
	readonly warnings: readonly string[];
	readonly passedOver: readonly PassedOver[];
	/** Odd things that servers have answered so far: sentences, told once each. More of them come as events. */
	readonly odd: readonly string[];
};

/** What is told without being asked for: the warnings, and the files that were meant for us and configure nothing. */
export const standingWarnings = ({
	warnings,
	passedOver,
}: Pick<DashboardSettings, 'warnings' | 'passedOver'>): readonly string[] => [
	...warnings,
	...passedOver.filter(({meant}) => meant).flatMap(({sentences}) => sentences),
];
