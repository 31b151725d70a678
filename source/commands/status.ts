import {formatWhen} from '../canvas/clock.ts';
import {formatBytes, plural} from '../canvas/format.ts';
import type {Row, Span} from '../canvas/row.ts';
import {asTyped} from '../domain/command-flags.ts';
import {formatSpan} from '../domain/duration.ts';
import type {LocalStatus} from '../domain/status.ts';
import type {DataTable} from '../export/data-table.ts';
import {aboutRows} from './about-server.ts';
import type {Command} from './command.ts';
import {serversExitCode, serversJson, serversRows, serversTable} from './health.ts';
import {outputFlags} from './line/flags.ts';
import {type Frame, formatOf, printReport} from './run/report.ts';
import {withSources} from './run/with-sources.ts';

const historyJson = (history: LocalStatus['history']) =>
	history && {
		plays: history.plays,
		oldest: history.oldest,
		complete: history.complete,
		synced_at: wholeSeconds(history.syncedAt),
	};

/** The store keeps parts of seconds, which no other time in the output has. */
const wholeSeconds = (at: number | null): number | null => (at === null ? null : Math.floor(at));

const localJson = ({database, collector, demo, history, listening}: LocalStatus) => ({
	database: {
		path: database.path,
		bytes: database.bytes,
		snapshots: database.snapshots,
		newest: database.newest,
		trouble: database.trouble && {message: database.trouble.message, hint: database.trouble.hint},
		warnings: database.warnings,
	},
	collector: {running: collector.running, last: collector.last, next: collector.next},
	demo,
	listening,
	history: historyJson(history),
});

/** Facts under stable names, one a line, since servers and stores have no columns in common. */
const factTable = (servers: DataTable, {database, collector, demo, history, listening}: LocalStatus): DataTable => ({
	columns: ['name', 'value'],
	rows: [
		...servers.rows.flatMap(([server, ...values]) =>
			values.map((value, index) => [`${server}.${servers.columns[index + 1]}`, value]),
		),
		['database.path', database.path],
		['database.bytes', database.bytes],
		['database.snapshots', database.snapshots],
		['database.newest', database.newest],
		['database.trouble', database.trouble?.message ?? null],
		['collector.running', collector.running],
		['collector.last', collector.last],
		['collector.next', collector.next],
		['demo', demo],
		['listening', listening],
		['history.plays', history?.plays ?? null],
		['history.oldest', history?.oldest ?? null],
		['history.complete', history?.complete ?? null],
		['history.synced_at', wholeSeconds(history?.syncedAt ?? null)],
	],
});

const collectorText = ({collector, database}: LocalStatus, {now, zone}: Frame): string => {
	if (database.trouble) return 'not known';
	const {running, reading, last, lastCollected, lastFailed, next} = collector;
	const failed = lastFailed !== null && lastFailed > 0 ? `, ${lastFailed} failed` : '';
	const facts = [
		running ? 'collecting now' : reading ? 'reading the history now' : '',
		last === null ? 'never collected' : `collected ${lastCollected ?? 0}${failed}, ${formatWhen(last, now, zone)}`,
		next === null ? 'no schedule' : `next ${formatWhen(next, now, zone)}, in ${formatSpan(next - now)}`,
	];
	return facts.filter(fact => fact !== '').join('   ');
};

const historyText = ({history, database}: LocalStatus, {now, zone, glyphs, commandFlags}: Frame): string => {
	if (database.trouble) return 'not known';
	if (history === null) return asTyped('not read yet: tautop sync', commandFlags);
	const {plays, oldest, complete, syncedAt} = history;
	const back = oldest === null ? '' : ` back to ${formatWhen(oldest, now, zone)}`;
	const state = complete ? '' : ', older ones are still missing';
	const synced = syncedAt === null ? '' : `   synced ${formatWhen(syncedAt, now, zone)}`;
	return `${plural(plays, 'play', 'plays', glyphs)}${back}${state}${synced}`;
};

const databaseRow = ({database}: LocalStatus, frame: Frame): Row => {
	const {bytes, snapshots, newest, trouble} = database;
	const name: Span = {text: 'Database   ', role: 'bold'};
	if (trouble || bytes === null || snapshots === null) return [name, {text: 'not open: nothing is kept', role: 'bad'}];
	const at = newest === null ? '' : `, newest ${formatWhen(newest, frame.now, frame.zone)}`;
	return [name, {text: `${plural(snapshots, 'snapshot', 'snapshots', frame.glyphs)}${at}   ${formatBytes(bytes)}`}];
};

const localRows = (local: LocalStatus, frame: Frame): Row[] => {
	const rows: Row[] = [
		databaseRow(local, frame),
		[{text: `           ${local.database.path}`, role: 'dim'}],
		[{text: 'Collector  ', role: 'bold'}, {text: collectorText(local, frame)}],
		[{text: 'History    ', role: 'bold'}, {text: historyText(local, frame)}],
	];
	return local.demo
		? [...rows, [], [{text: 'This is the demo: servers and numbers are made up.', role: 'bold'}]]
		: rows;
};

/** `tautop status`: both servers, the database and the collector. The exit code is that of `ping`. */
export const status: Command = {
	name: 'status',
	summary: 'both servers, the database and the collector',
	examples: {
		'tautop status': 'on this terminal',
		'tautop status --json': 'for a script or a monitor; the exit code tells too',
	},
	usage: '',
	args: {min: 0, max: 0},
	flags: outputFlags,
	asksEngine: true,
	run: async context => {
		formatOf(context);
		return await withSources(context, async ({sources}, settings) => {
			const [servers, local] = await Promise.all([
				sources.servers(null, context.signal),
				sources.local(null, context.signal),
			]);
			printReport(context, settings, {
				json: {server: settings.server, ...serversJson(servers), ...localJson(local)},
				table: factTable(serversTable(servers), local),
				draw: frame => [
					...aboutRows(settings.server, settings.servers),
					...serversRows(servers, frame),
					...localRows(local, frame),
				],
			});
			return serversExitCode(servers);
		});
	},
};
