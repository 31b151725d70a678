import path from 'node:path';
import {AppError} from '../domain/app-error.ts';
import type {Config, DashboardConfig} from './config.ts';
import {keyNamesOf} from './key-names.ts';
import {type LogLevel, logLevels} from './log-levels.ts';
import {noticesOf} from './notices.ts';
import {type Parts, pathInFile} from './parts.ts';
import {defaultDatabasePath, defaultLogPath, resolvePath} from './paths.ts';
import {configError, type Problem} from './problem.ts';
import {filterOf, plexOf, tautulliOf} from './servers.ts';
import {parseLogLevel} from './values.ts';

/** The configuration without what is to be said of it, and what is missing in it. */
export type Resolved = {
	readonly config: Omit<Config, 'warnings' | 'passedOver' | 'serverNames' | 'commandFlags'>;
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
};

/** NO_COLOR (https://no-color.org) counts when not empty; FORCE_COLOR as Node reads it. */
const colorOf = ({flags, env}: Parts): DashboardConfig['color'] => {
	if (flags.noColor || env.NO_COLOR) return 'never';
	if (env.FORCE_COLOR === undefined) return 'auto';
	return env.FORCE_COLOR === '0' || env.FORCE_COLOR === 'false' ? 'never' : 'always';
};

const dashboardOf = (parts: Parts): DashboardConfig => {
	const {flags, env} = parts;
	const section = parts.settings.dashboard;
	return {
		refreshSeconds: section.refresh_seconds,
		graphRefreshSeconds: section.graph_refresh_seconds,
		days: flags.days ?? section.days,
		yAxis: flags.yAxis ?? section.y_axis,
		panes: section.panes,
		theme: section.theme,
		colors: section.colors,
		names: section.names,
		ascii: flags.ascii ?? section.ascii,
		lookOnly: flags.lookOnly ?? false,
		escapeMs: section.escape_ms,
		keys: section.keys,
		reader: flags.reader ?? env.INK_SCREEN_READER === 'true',
		color: colorOf(parts),
		mouse: section.mouse,
		allowStop: section.allow_stop,
		stopMessage: section.stop_message ?? null,
		uploadMbps: section.upload_mbps ?? null,
	};
};

const levelOf = ({flags, environment, settings}: Parts): LogLevel => {
	const remedy = `Use one of ${logLevels.join(', ')}.`;
	if (flags.logLevel !== undefined) {
		const level = parseLogLevel(flags.logLevel);
		if (!level) throw new AppError('usage', '--log-level names no level.', {hint: remedy});
		return level;
	}
	const setting = environment.get('TAUTOP_LOG_LEVEL');
	if (!setting) return settings.logging.level;
	const level = parseLogLevel(setting.value);
	if (!level) throw configError([{where: setting.name, sentence: 'names no level.', remedy}]);
	return level;
};

const databaseOf = (parts: Parts): string => {
	const setting = parts.environment.get('TAUTOP_DB');
	if (setting) return resolvePath(setting.value, parts.cwd, parts.home);
	const {settings, besides, name} = parts;
	const written = settings.database.path;
	if (written !== undefined) return pathInFile(written, parts);
	return besides === null ? defaultDatabasePath(parts) : path.join(path.dirname(besides), `tautop-${name}.db`);
};

/** Puts flags, environment, file and defaults together. Throws for a wrong variable or flag. */
export const resolveConfig = (parts: Parts): Resolved => {
	const {settings, file} = parts;
	const tautulli = tautulliOf(parts);
	const plex = plexOf(parts);
	const config = {
		name: parts.name,
		keyNames: keyNamesOf(parts.environment),
		tautulli: tautulli.config,
		plex: plex.config,
		collect: {
			...filterOf(settings.plex),
			scope: settings.collect.scope,
			queryDays: settings.collect.query_days,
			schedule: settings.collect.schedule ?? null,
		},
		database: {path: databaseOf(parts)},
		keep: {minutesDays: settings.keep.minutes_days},
		metrics: {
			listen: settings.metrics.listen ?? null,
			hosts: settings.metrics.hosts,
			users: settings.metrics.users,
		},
		notices: noticesOf(parts),
		dashboard: dashboardOf(parts),
		logging: {
			level: levelOf(parts),
			file: settings.logging.file === undefined ? defaultLogPath(parts) : pathInFile(settings.logging.file, parts),
		},
		file: file?.path ?? null,
		configured: tautulli.config !== null,
	};
	return {
		config,
		problems: [...tautulli.problems, ...plex.problems],
		warnings: [...tautulli.warnings, ...plex.warnings],
	};
};
