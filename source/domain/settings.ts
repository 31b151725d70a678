import type {YAxis} from './media.ts';
import type {Days} from './period.ts';

/** What the dashboard needs to know of the configuration; no secrets. */
export type DashboardSettings = {
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
	readonly theme: 'auto' | 'dark' | 'light';
	readonly names: 'full' | 'initials' | 'none';
	readonly ascii: boolean;
	readonly lookOnly: boolean;
	/** Keys remapped by the user: action name to key. */
	readonly keys: Readonly<Record<string, string>>;
	/** Sentences for the status line, such as an unknown key in the configuration. */
	readonly warnings: readonly string[];
	/** Odd things that servers have answered so far: sentences, told once each. More of them come as events. */
	readonly odd: readonly string[];
};
