import * as z from 'zod/mini';
import {command, duration, noticeRules} from '../notice-rules.ts';
import {cronPattern, days, hostName, listenAddress, logLevel, yesNo} from '../values.ts';
import {dashboard} from './dashboard.ts';
import {filePath, key, trueOrFalse} from './key.ts';
import {plex, tautulli} from './servers.ts';

const collect = z.object({
	scope: key(
		z._default(z.enum(['all', 'promoted']), 'all'),
		'all or promoted',
		'all: every collection. promoted: those on the owner’s Home, the friends’ Home or in Recommended.',
	),
	query_days: key(
		z._default(days, 30),
		'a whole number of days from 1 on',
		'total_plays of a snapshot counts this many days.',
	),
	schedule: key(
		z.optional(cronPattern),
		'a cron pattern of five fields that comes, such as "0 4 * * *" (every day at four), or @hourly, @daily, @weekly, @monthly, @yearly',
		'When `tautop watch` and the dashboard collect by themselves. Default: only when asked.',
	),
});

const database = z.object({
	path: key(z.optional(z.string()), filePath, 'The SQLite file. Default: tautop/tautop.db in the user’s data folder.', {
		variable: 'TAUTOP_DB',
		isPath: true,
	}),
});

const keep = z.object({
	minutes_days: key(
		z._default(days, 400),
		'a whole number of days from 1 on',
		'How long each minute’s most streams and rates are kept. Streams themselves are kept for ever.',
	),
});

const metrics = z.object({
	listen: key(
		z.optional(listenAddress),
		'a port from 1 to 65535 of this machine, such as 9487, or a host and a port, such as "0.0.0.0:9487"',
		'Where `tautop watch` answers by HTTP: /metrics, /health and /api. Default: nowhere.',
	),
	hosts: key(
		z._default(z.array(hostName), []),
		'a list of names of hosts without a port, such as [tautop.example.org]',
		'By which other names it may be asked, such as that of a proxy in front which passes it on.',
	),
	users: key(z._default(yesNo, false), trueOrFalse, 'true: the metrics name people.'),
});

const notices = z.object({
	rules: key(
		z._default(noticeRules, []),
		'a list of rules, such as `- {when: wan, above: 35, for: 5m}`',
		'What is told by itself. Empty: nothing.',
	),
	every: key(
		z._default(duration, '15m'),
		'a time such as 30s, 15m or 2h, at most 24h',
		'A rule tells at most one thing in this time.',
	),
	bell: key(z._default(yesNo, true), trueOrFalse, 'true: dashboards ring the bell of their terminal.'),
	desktop: key(
		z._default(yesNo, true),
		trueOrFalse,
		'true: dashboards have the terminal show a notice on the desktop (OSC 9), or tmux a message.',
	),
	run: key(
		z.optional(command),
		'a line for the shell, or a list of a program and its arguments',
		'A command that gets each notice as JSON on its standard input. Default: none.',
		{secret: 'whole'},
	),
});

const logging = z.object({
	level: key(
		z._default(logLevel, 'info'),
		'trace, debug, info, warn, error, fatal or silent',
		'In any case; the levels of Python are understood too.',
		{variable: 'TAUTOP_LOG_LEVEL', flag: 'logLevel'},
	),
	file: key(z.optional(z.string()), filePath, 'Default: tautop/tautop.log in the user’s state folder.', {isPath: true}),
});

/** Every section and key of the file, in the order of the reference. */
export const sections = {tautulli, plex, collect, database, keep, metrics, notices, dashboard, logging} as const;
export type SectionName = keyof typeof sections;

/** What the file says, checked, with defaults; names still as written there. */
export type FileSettings = {readonly [Name in SectionName]: z.output<(typeof sections)[Name]>};
