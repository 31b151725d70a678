import * as z from 'zod';
import {coloredRoles, themeChoices} from '../domain/themes.ts';
import type {ConfigFlags} from './flags.ts';
import {command, duration, noticeRules} from './notice-rules.ts';
import {
	address,
	color,
	cronPattern,
	headers,
	keys,
	listenAddress,
	logLevel,
	secret,
	serverName,
	timeZone,
	yesNo,
} from './values.ts';

/** What goes before the file for a key, and how its value may be shown. */
type KeyWays = {
	/** The variable of the environment that sets it. */
	readonly variable?: string;
	readonly flag?: keyof ConfigFlags;
	/** `whole`: never shown. `values`: of a mapping, the names may be. */
	readonly secret?: 'whole' | 'values';
	/** True: a path, which counts from the folder of where it is written. */
	readonly isPath?: boolean;
};

/** What `config.example.yaml`, messages and help say of a key. `expected` goes on after "must be". */
export type KeyDoc = KeyWays & {readonly expected: string; readonly doc: string};

/** The words of every key, by its schema. */
export const keyDocs = z.registry<KeyDoc>();

const key = <Schema extends z.ZodType>(schema: Schema, expected: string, doc: string, ways: KeyWays = {}): Schema => {
	keyDocs.add(schema, {expected, doc, ...ways});
	return schema;
};

const trueOrFalse = 'true or false';
const text = 'text';
const filePath = 'the path of a file';

const verifyTls = () =>
	key(
		yesNo.default(true),
		trueOrFalse,
		'false: certificates are not checked; a mark on the screen says so all the time. Prefer ca_file.',
	);
const caFile = () =>
	key(z.string().optional(), filePath, 'A PEM file with the certificate to trust beside the usual ones.', {
		isPath: true,
	});
const requestHeaders = () =>
	key(
		headers.default({}),
		'a mapping of header names to values, without line breaks',
		'Sent with every request; for a proxy in front that wants a login. They count as secrets.',
		{secret: 'values'},
	);

const tautulli = z.object({
	enabled: key(yesNo.default(true), trueOrFalse, 'false: Tautulli is not asked, and collecting is skipped.'),
	base_url: key(
		address('tautulli').optional(),
		'the address of Tautulli',
		'As in the browser, with its HTTP root if it has one. Default http://localhost:8181 once there is a key.',
		{variable: 'HSH_TAUTULLI_BASE_URL'},
	),
	api_key: key(
		secret.optional(),
		'text without blanks (put it in quotes)',
		'Tautulli: Settings, Web Interface, API key.',
		{variable: 'HSH_TAUTULLI_API_KEY', secret: 'whole'},
	),
	timeout_seconds: key(
		z.number().positive().max(3600).default(15),
		'a number of seconds above 0 and at most 3600',
		'How long one answer may take; a page of history has at least 60.',
	),
	verify_tls: verifyTls(),
	ca_file: caFile(),
	headers: requestHeaders(),
	grouping: key(
		yesNo.default(true),
		trueOrFalse,
		'true: parts of one play (paused, resumed) count once, as on Tautulli’s own pages.',
	),
	timezone: key(
		timeZone.optional(),
		'a time zone such as Europe/Prague',
		'The zone of the Tautulli server; its days are cut there. Default: the one that its own numbers fit.',
	),
});

const library = z.union([
	z.string().transform(name => ({name, enabled: true})),
	z.object({name: z.string(), enabled: yesNo.default(true)}),
]);

const plex = z.object({
	base_url: key(
		address('plex').optional(),
		'the address of the Plex server',
		'Without base_url and token Plex is not asked.',
		{variable: 'HSH_PLEX_URL'},
	),
	token: key(secret.optional(), 'text without blanks (put it in quotes)', 'The X-Plex-Token of the server’s owner.', {
		variable: 'HSH_PLEX_TOKEN',
		secret: 'whole',
	}),
	libraries: key(
		z.array(library).default([]),
		'a list of libraries, such as `- name: Movies`',
		'Whose collections count. Empty or absent: all of them.',
	),
	verify_tls: verifyTls(),
	ca_file: caFile(),
	headers: requestHeaders(),
});

const collect = z.object({
	scope: key(
		z.enum(['all', 'promoted']).default('all'),
		'all or promoted',
		'all: every collection. promoted: those on the owner’s Home, the friends’ Home or in Recommended.',
	),
	query_days: key(
		z.int().min(1).max(36_500).default(30),
		'a whole number of days from 1 on',
		'total_plays of a snapshot counts this many days.',
	),
	schedule: key(
		cronPattern.optional(),
		'a cron pattern of five fields that comes, such as "0 4 * * *" (every day at four), or @hourly, @daily, @weekly, @monthly, @yearly',
		'When `tautop watch` and the dashboard collect by themselves. Default: only when asked.',
	),
});

const database = z.object({
	path: key(z.string().optional(), filePath, 'The SQLite file. Default: tautop/tautop.db in the user’s data folder.', {
		variable: 'TAUTOP_DB',
		isPath: true,
	}),
});

const keep = z.object({
	minutes_days: key(
		z.int().min(1).max(36_500).default(400),
		'a whole number of days from 1 on',
		'How long each minute’s most streams and rates are kept. Streams themselves are kept for ever.',
	),
});

const metrics = z.object({
	listen: key(
		listenAddress.optional(),
		'a port from 1 to 65535 of this machine, such as 9187, or a host and a port, such as "0.0.0.0:9187"',
		'Where `tautop watch` answers by HTTP: /metrics, /health and /api. Default: nowhere.',
	),
	users: key(yesNo.default(false), trueOrFalse, 'true: the metrics name people.'),
});

const notices = z.object({
	rules: key(
		noticeRules.default([]),
		'a list of rules, such as `- {when: wan, above: 35, for: 5m}`',
		'What is told by itself. Empty: nothing.',
	),
	every: key(
		duration.default('15m'),
		'a time such as 30s, 15m or 2h, at most 24h',
		'A rule tells at most one thing in this time.',
	),
	bell: key(yesNo.default(true), trueOrFalse, 'true: dashboards ring the bell of their terminal.'),
	desktop: key(
		yesNo.default(true),
		trueOrFalse,
		'true: dashboards have the terminal show a notice on the desktop (OSC 9), or tmux a message.',
	),
	run: key(
		command.optional(),
		'a line for the shell, or a list of a program and its arguments',
		'A command that gets each notice as JSON on its standard input. Default: none.',
		{secret: 'whole'},
	),
});

const uploadMbps = () =>
	key(
		z.number().positive().max(1_000_000).optional(),
		'a number of Mb/s above 0',
		'What the line can send. Without it there is no limit to hold rates against.',
	);

const seconds = (initial: number) => z.number().min(1).max(86_400).default(initial);
const secondsExpected = 'a number of seconds from 1 to 86400';

const dashboard = z.object({
	refresh_seconds: key(
		seconds(5),
		secondsExpected,
		'How often who is watching is asked; a little less often while nobody is.',
	),
	graph_refresh_seconds: key(seconds(60), secondsExpected, 'How often the graphs are asked.'),
	days: key(z.int().min(1).max(36_500).default(30), 'a whole number of days from 1 on', 'The window at start.', {
		flag: 'days',
	}),
	y_axis: key(z.enum(['plays', 'duration']).default('plays'), 'plays or duration', 'What graphs count at start.', {
		flag: 'yAxis',
	}),
	panes: key(
		z.array(z.string()).max(7).default([]),
		'a list of up to seven names of views',
		'Which views stand in the six places, and in the seventh of a large screen. Default: now, hours, types, peaks, collections, status, capacity.',
	),
	theme: key(
		z.enum(themeChoices).default('auto'),
		`one of ${themeChoices.join(', ')}`,
		'auto: the terminal is asked for its background. mono: no colours. The others have colours of their own.',
	),
	colors: key(
		z
			.object({
				accent: color.optional(),
				copy: color.optional(),
				transcode: color.optional(),
				bad: color.optional(),
			})
			.default({}),
		`a mapping of ${coloredRoles.join(', ')} to colours such as "#58b8d0"`,
		'Colours in the place of the theme’s: focus, direct stream, transcode, trouble. A faint one is told.',
	),
	names: key(
		z.enum(['full', 'initials', 'none']).default('full'),
		'full, initials or none',
		'How people are named on the screen; for a wall that others see.',
	),
	ascii: key(yesNo.default(false), trueOrFalse, 'true: frames and bars of ASCII alone.', {flag: 'ascii'}),
	mouse: key(yesNo.default(false), trueOrFalse, 'true: the mouse is heard from the start.'),
	allow_stop: key(yesNo.default(false), trueOrFalse, 'true: a stream can be stopped with x, after a question.'),
	upload_mbps: uploadMbps(),
	stop_message: key(
		z.string().optional(),
		text,
		'What the viewer of a stopped stream reads. Default: Plex’s own words.',
	),
	escape_ms: key(
		z.int().min(20).max(2000).default(150),
		'a whole number of milliseconds from 20 to 2000',
		'How long Esc waits for the rest of a sequence before it is a key; more for a slow connection.',
	),
	keys: key(
		keys.default({}),
		'a mapping of actions to keys, such as `collect: C`',
		'Other keys for actions. None may have two meanings: give the action that has it another one.',
	),
});

const logging = z.object({
	level: key(
		logLevel.default('info'),
		'trace, debug, info, warn, error, fatal or silent',
		'In any case; the levels of Python are understood too.',
		{variable: 'TAUTOP_LOG_LEVEL', flag: 'logLevel'},
	),
	file: key(z.string().optional(), filePath, 'Default: tautop/tautop.log in the user’s state folder.', {isPath: true}),
});

/** Every section and key of the file, in the order of the reference. */
export const sections = {tautulli, plex, collect, database, keep, metrics, notices, dashboard, logging} as const;
export type SectionName = keyof typeof sections;

/** What is said of the keys of a section, by name. */
export const docsOf = (name: SectionName): ReadonlyMap<string, KeyDoc> =>
	new Map(
		Object.entries<z.ZodType>(sections[name].shape).flatMap(([key, schema]) => {
			const doc = keyDocs.get(schema);
			return doc ? [[key, doc]] : [];
		}),
	);

/** The variables that set keys of a section. */
export const variablesOf = (name: SectionName): readonly string[] =>
	[...docsOf(name).values()].flatMap(({variable}) => variable ?? []);

/** The variables that hold a secret. */
export const secretVariables: readonly string[] = (['tautulli', 'plex'] as const).flatMap(name =>
	[...docsOf(name).values()].flatMap(({variable, secret}) => (secret === undefined ? [] : (variable ?? []))),
);

/** The list of several servers. */
export const listName = 'servers';

/** What stands at the left margin: the sections, and the list. */
export const topNames: readonly string[] = [...Object.keys(sections), listName];

/** What an entry of the list has of its own, beside sections. */
export const entry = z.object({
	name: key(
		serverName,
		'a short name of letters, digits, - and _',
		'It stands in the header, in `--server` and in the name of its database.',
	),
	upload_mbps: uploadMbps(),
});

/** The sections that an entry of the list has; the others are the same for all servers. `collect` may stand in both places. */
export const entrySections = ['tautulli', 'plex', 'collect', 'database'] as const satisfies readonly SectionName[];

/** All that an entry may hold. */
export const entryKeys: readonly string[] = ['name', ...entrySections, 'upload_mbps'];

/** What the file says, checked, with defaults; names still as written there. */
export type FileSettings = {readonly [Name in SectionName]: z.output<(typeof sections)[Name]>};
