import type {Config} from '../config/config.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import type {ServerZone} from '../domain/zone.ts';

/** How the engine came to its configuration. */
export type Mode = {
	readonly demo: boolean;
	/** True: the demo was not asked for, there is just nothing configured. */
	readonly unconfigured: boolean;
};

/** What each screen has of its own where several share an engine: how it looks, and what its own files and flags said. */
export type ScreenSettings = Pick<
	DashboardSettings,
	| 'server'
	| 'servers'
	| 'commandFlags'
	| 'refreshSeconds'
	| 'graphRefreshSeconds'
	| 'days'
	| 'yAxis'
	| 'uploadMbps'
	| 'panes'
	| 'theme'
	| 'colors'
	| 'names'
	| 'ascii'
	| 'lookOnly'
	| 'mouse'
	| 'escapeMs'
	| 'keys'
	| 'warnings'
	| 'passedOver'
>;

export const screenSettings = ({
	name,
	serverNames,
	commandFlags,
	dashboard,
	warnings,
	passedOver,
}: Config): ScreenSettings => ({
	server: name,
	servers: serverNames,
	commandFlags,
	refreshSeconds: dashboard.refreshSeconds,
	graphRefreshSeconds: dashboard.graphRefreshSeconds,
	days: dashboard.days,
	yAxis: dashboard.yAxis,
	uploadMbps: dashboard.uploadMbps,
	panes: dashboard.panes,
	theme: dashboard.theme,
	colors: dashboard.colors,
	names: dashboard.names,
	ascii: dashboard.ascii,
	lookOnly: dashboard.lookOnly,
	mouse: dashboard.mouse,
	escapeMs: dashboard.escapeMs,
	keys: dashboard.keys,
	warnings,
	passedOver,
});

/** What the dashboard may know of the configuration: nothing secret. */
export const dashboardSettings = (
	config: Config,
	mode: Mode,
	warnings: readonly string[],
	odd: readonly string[],
	zone: ServerZone | null,
): DashboardSettings => ({
	...mode,
	...screenSettings(config),
	tautulliUrl: config.tautulli?.baseUrl ?? '',
	plexConfigured: config.plex !== null,
	unverifiedTls: config.tautulli?.verifyTls === false || config.plex?.verifyTls === false,
	timezone: zone === null || zone.trust === 'presumed' ? null : zone.name,
	allowStop: config.dashboard.allowStop,
	stopMessage: config.dashboard.stopMessage,
	queryDays: config.collect.queryDays,
	scope: config.collect.scope,
	logFile: config.logging.level === 'silent' ? null : config.logging.file,
	warnings: [...config.warnings, ...warnings],
	odd,
});
