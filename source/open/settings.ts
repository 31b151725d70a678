import type {Config} from '../config/config.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import type {ServerZone} from '../domain/zone.ts';

/** How the engine came to its configuration. */
export type Mode = {
	readonly demo: boolean;
	/** True: the demo was not asked for, there is just nothing configured. */
	readonly unconfigured: boolean;
};

/** What the dashboard may know of the configuration: nothing secret. */
export const dashboardSettings = (
	config: Config,
	mode: Mode,
	warnings: readonly string[],
	odd: readonly string[],
	zone: ServerZone | null,
): DashboardSettings => ({
	...mode,
	tautulliUrl: config.tautulli?.baseUrl ?? '',
	plexConfigured: config.plex !== null,
	unverifiedTls: config.tautulli?.verifyTls === false || config.plex?.verifyTls === false,
	timezone: zone === null || zone.trust === 'presumed' ? null : zone.name,
	queryDays: config.collect.queryDays,
	scope: config.collect.scope,
	refreshSeconds: config.dashboard.refreshSeconds,
	graphRefreshSeconds: config.dashboard.graphRefreshSeconds,
	days: config.dashboard.days,
	yAxis: config.dashboard.yAxis,
	panes: config.dashboard.panes,
	theme: config.dashboard.theme,
	names: config.dashboard.names,
	ascii: config.dashboard.ascii,
	lookOnly: config.dashboard.lookOnly,
	escapeMs: config.dashboard.escapeMs,
	keys: config.dashboard.keys,
	logFile: config.logging.level === 'silent' ? null : config.logging.file,
	warnings: [...config.warnings, ...warnings],
	passedOver: config.passedOver,
	odd,
});
