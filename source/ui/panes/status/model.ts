import type {Run} from '../../../domain/run.ts';
import {formatClock, formatDay, formatWhen} from '../../../draw/clock.ts';
import {formatBytes, formatCount, formatSpan} from '../../../draw/format.ts';
import {type Row, spreadRow} from '../../../draw/row.ts';
import {blank, left} from '../../components/cells.ts';
import type {Brief, Frame, PaneModel} from '../../components/pane.ts';
import type {StatusData} from './data.ts';
import {collectedWords, nextWords, plexSpans, serverSpans} from './words.ts';

const fact = (name: string, words: Row, frame: Frame): Row => [left(name, 11, frame.glyphs, 'dim'), ...words];

/** The version without its build, which says nothing to people. */
const withVersion = (row: Row, version: string | null, frame: Frame): Row => {
	const short = /^\d+(\.\d+){0,2}/.exec(version ?? '')?.[0] ?? '';
	return spreadRow(row, [{text: short, role: 'dim'}], frame.width, frame.glyphs.cut);
};

/** The last run as "20:52, 36 of 36". */
const lastRun = ({local}: StatusData, frame: Frame): string => {
	const {last, lastCollected, lastFailed} = local.collector;
	if (last === null) return 'nothing yet';
	const when = formatWhen(last, frame.now, frame.zone);
	if (lastCollected === null) return when;
	return `${when}, ${lastCollected} of ${lastCollected + (lastFailed ?? 0)}`;
};

const facts = (data: StatusData, frame: Frame): readonly Row[] => {
	const {servers, away, local} = data;
	const {database} = local;
	const bytes = frame.width < 44 ? '' : `, ${formatBytes(database.bytes)}`;
	const snapshots = `${formatCount(database.snapshots, frame.glyphs)} snapshots${bytes}`;
	return [
		withVersion(
			fact('Tautulli', serverSpans(servers.tautulli, away.tautulli, frame), frame),
			servers.tautulli.version,
			frame,
		),
		withVersion(fact('Plex', plexSpans(data, frame), frame), servers.plex?.version ?? null, frame),
		fact('Database', [{text: snapshots}], frame),
		fact('Collected', [{text: lastRun(data, frame)}], frame),
		fact('Next', [{text: nextWords(data, frame)}], frame),
		...(local.demo ? [fact('Demo', [{text: 'add a config.yaml'}], frame)] : []),
	];
};

/** The clock today, the day before: an event's line has no room for both. */
const eventTime = (at: number, {now, zone}: Frame): string =>
	formatDay(at, zone) === formatDay(now, zone) ? formatClock(at, zone) : formatDay(at, zone);

const eventRows = ({events}: StatusData, frame: Frame): readonly Row[] =>
	events.map(({at, text}): Row => [{text: eventTime(at, frame).padEnd(6), role: 'dim'}, {text: ` ${text}`}]);

const runWords = ({status, collected, failed, startedAt, endedAt, reason}: Run): string =>
	[
		status,
		`${collected} collected`,
		failed === 0 ? '' : `${failed} failed`,
		endedAt === null ? '' : `in ${formatSpan(endedAt - startedAt)}`,
		reason ?? '',
	]
		.filter(Boolean)
		.join('   ');

const heading = (text: string): Row => [{text, role: 'bold'}];

const zoomedRows = (data: StatusData, frame: Frame): readonly Row[] => {
	const runs = data.runs.map(
		(run): Row => [
			left(formatWhen(run.startedAt, frame.now, frame.zone), 14, frame.glyphs, 'dim'),
			{text: runWords(run)},
		],
	);
	const names = [data.servers.tautulli.name, data.servers.plex?.name ?? ''].filter(Boolean);
	const rest = Math.max(3, frame.height - 12);
	return [
		[],
		...facts(data, frame),
		fact('File', [{text: data.local.database.path, role: 'dim'}], frame),
		...(names.length > 0 ? [fact('Name', [{text: [...new Set(names)].join(', ')}], frame)] : []),
		[],
		heading('Runs'),
		...(runs.length === 0 ? [[{text: 'none yet', role: 'dim' as const}]] : runs.slice(0, Math.floor(rest / 2))),
		[],
		heading('Events'),
		...(data.events.length === 0 ? [[{text: 'none yet', role: 'dim' as const}]] : eventRows(data, frame)),
	].map((row): Row => [blank(1), ...row]);
};

/** Are both servers, the database and the collector well; what happened last. Zoomed: runs and events. */
export const statusModel = (data: StatusData, frame: Frame): PaneModel => {
	const base = {headings: [], note: '', keys: []};
	if (frame.zoomed) return {...base, rows: zoomedRows(data, {...frame, width: frame.width - 2})};
	const rows = facts(data, frame);
	return {...base, rows: data.events.length === 0 ? rows : [...rows, [], ...eventRows(data, frame)]};
};

/** As one line: both servers, when it collected and will. */
export const statusBrief = (data: StatusData, frame: Frame): Brief => {
	const {servers, away} = data;
	const gap = frame.width < 60 ? '  ' : '   ';
	return {
		body: [
			{text: 'Tautulli '},
			...serverSpans(servers.tautulli, away.tautulli, frame),
			{text: `${gap}Plex `},
			...plexSpans(data, frame),
		],
		note: collectedWords(data, frame),
	};
};
