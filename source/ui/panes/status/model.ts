import {formatClock, formatDay, formatMonth, formatWhen} from '../../../canvas/clock.ts';
import {formatBytes, formatCount, formatSpan} from '../../../canvas/format.ts';
import {type Row, rowWidth, type Span, spreadRow} from '../../../canvas/row.ts';
import {textWidth} from '../../../canvas/widths.ts';
import {wrapWords} from '../../../canvas/wrap.ts';
import type {ServerName} from '../../../domain/app-error.ts';
import type {Run} from '../../../domain/run.ts';
import {blank, left} from '../../components/cells.ts';
import type {Brief, Frame, PaneModel} from '../../components/pane.ts';
import type {StatusData} from './data.ts';
import {collectedWords, disagreement, nextWords, serverSpans, warningSpan} from './words.ts';

const fact = (name: string, words: Row, frame: Frame): Row => [left(name, 11, frame.glyphs, 'dim'), ...words];

/** How a server is, and its version without the build, which says nothing to people. */
const server = (name: ServerName, title: string, frame: Frame): Row => {
	const found = frame.servers[name];
	const version = found.state === 'up' ? (found.version ?? '') : '';
	const short = /^\d+(\.\d+){0,2}/.exec(version)?.[0] ?? '';
	const row = fact(title, serverSpans(name, frame), frame);
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

/** How many plays are mirrored, and how far back; while the first fill goes on, that is not yet all. */
const historyRows = ({local: {history}}: StatusData, frame: Frame): readonly Row[] => {
	if (!history || history.plays === 0) return [];
	const {ok, waiting} = frame.glyphs;
	const plays = formatCount(history.plays, frame.glyphs);
	const to = history.oldest === null || frame.width < 33 ? '' : `, to ${formatMonth(history.oldest, frame.graphZone)}`;
	const words = `${plays}${to}`;
	const mark: Span = history.complete ? {text: ok, role: 'accent'} : {text: waiting, role: 'dim'};
	return [fact('History', [mark, {text: ` ${words}`}], frame)];
};

/** How much is stored; where the database is not open, that nothing is kept, and where to read why. */
const databaseWords = ({local: {database}}: StatusData, {width, glyphs}: Frame): Row => {
	const {bytes, snapshots, trouble} = database;
	if (trouble || bytes === null || snapshots === null) {
		return [
			{text: `${glyphs.bad} nothing is kept`, role: 'bad'},
			{text: '  d', role: 'accent'},
		];
	}
	return [{text: `${formatCount(snapshots, glyphs)} snapshots${width < 44 ? '' : `, ${formatBytes(bytes)}`}`}];
};

const facts = (data: StatusData, frame: Frame): readonly Row[] => {
	const {local} = data;
	const other = disagreement(frame);
	return [
		server('tautulli', 'Tautulli', frame),
		server('plex', 'Plex', frame),
		...(other ? [fact('', [blank(2), other], frame)] : []),
		...historyRows(data, frame),
		fact('Database', databaseWords(data, frame), frame),
		...(local.database.trouble ? [] : [fact('Collected', [{text: lastRun(data, frame)}], frame)]),
		fact('Next', [{text: nextWords(data, frame)}], frame),
		...(local.demo ? [fact('Demo', [{text: 'add a config.yaml'}], frame)] : []),
		...standingRows(frame),
	];
};

/** What stands until somebody mends it: calm lines, but always there. */
const standingRows = (frame: Frame): readonly Row[] => {
	const warning = warningSpan(frame);
	const {unverifiedTls, clock = null} = frame.standing;
	return [
		...(clock === null ? [] : [[{text: `${frame.glyphs.warn} clock: ${clock}`, role: 'warn' as const}]]),
		...(unverifiedTls ? [[{text: `${frame.glyphs.warn} certificates are not checked`, role: 'warn' as const}]] : []),
		...(warning ? [[warning, {text: '   d', role: 'accent' as const}, {text: ' shows them'}]] : []),
	];
};

/** The clock today, the day before: an event's line has no room for both. */
const eventTime = (at: number, {now, zone}: Frame): string =>
	formatDay(at, zone) === formatDay(now, zone) ? formatClock(at, zone) : formatDay(at, zone);

/** Cells of the time before an event. */
const timeCells = 7;

/** A long event goes on under itself; some of them end like sentences, here none does. */
const eventRows = ({events}: StatusData, frame: Frame): readonly Row[] =>
	events.flatMap(({at, text}) =>
		wrapWords(text.replace(/\.$/, ''), Math.max(8, frame.width - timeCells)).map((words, line): Row => {
			const time = line === 0 ? eventTime(at, frame) : '';
			return [{text: time.padEnd(timeCells), role: 'dim'}, {text: words}];
		}),
	);

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
	const {name} = frame.servers;
	const rest = Math.max(3, frame.height - 12);
	return [
		[],
		...facts(data, frame),
		fact('File', [{text: data.local.database.path, role: 'dim'}], frame),
		...(name === '' ? [] : [fact('Name', [{text: name}], frame)]),
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

/** Cells of a line that its title, its gaps and its ends take. */
const ruleCells = 19;

/** As one line: both servers, when it collected and will. */
export const statusBrief = (data: StatusData, frame: Frame): Brief => {
	const gap = frame.width < 60 ? '  ' : '   ';
	const other = frame.width < 60 ? null : disagreement(frame);
	const warning = warningSpan(frame);
	const body = [
		{text: 'Tautulli '},
		...serverSpans('tautulli', frame),
		{text: `${gap}Plex `},
		...serverSpans('plex', frame),
		...(other ? [{text: ', '}, other] : []),
		...(warning ? [{text: gap}, warning] : []),
	];
	const room = frame.width - rowWidth(body) - ruleCells;
	return {body, note: collectedWords(data, frame).find(words => textWidth(words) <= room) ?? ''};
};
