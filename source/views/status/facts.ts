import {formatMonth, formatWhen} from '../../canvas/clock.ts';
import {formatBytes, formatCount} from '../../canvas/format.ts';
import {type Row, rowWidth, type Span, spreadRow} from '../../canvas/row.ts';
import {textWidth} from '../../canvas/widths.ts';
import type {ServerName} from '../../domain/app-error.ts';
import {blank, left} from '../plan/cells.ts';
import type {Canvas} from '../plan/scene.ts';
import type {StatusData} from './data.ts';
import {connectForms, disagreement, nextWords, serverSpans, warningSpan} from './words.ts';

/** Cells of the name of a fact. */
const factCells = 11;

export const fact = (name: string, words: Row, canvas: Canvas): Row => [
	left(name, factCells, canvas.glyphs, 'dim'),
	...words,
];

/** Whether Plex tells what happens as it happens; null: nobody listens, or there is nothing to hear. */
const listeningSpan = ({local: {listening}}: StatusData, {servers}: Canvas): Span | null =>
	listening === null || servers.plex.state !== 'up'
		? null
		: {text: listening ? '   listening' : '   polling', role: 'dim'};

/** A server's version without the build, which says nothing to people; '' where it is not known. */
export const versionOf = (name: ServerName, {servers}: Canvas): string => {
	const found = servers[name];
	return /^\d+(\.\d+){0,2}/.exec(found.state === 'up' ? (found.version ?? '') : '')?.[0] ?? '';
};

/** How a server is, and its version. */
const server = (name: ServerName, title: string, canvas: Canvas, more: Span | null = null): Row => {
	const short = canvas.form === 'pane' ? '' : versionOf(name, canvas);
	const bare = fact(title, serverSpans(name, canvas), canvas);
	const whole = more ? [...bare, more] : bare;
	const row = rowWidth(whole) + textWidth(short) < canvas.width ? whole : bare;
	return spreadRow(row, [{text: short, role: 'dim'}], canvas.width, canvas.glyphs.cut);
};

/** The last run as "20:52, 36 of 36". */
const lastRun = ({local}: StatusData, canvas: Canvas): string => {
	const {last, lastCollected, lastFailed} = local.collector;
	if (last === null) return 'nothing yet';
	const when = formatWhen(last, canvas.now, canvas.zone);
	if (lastCollected === null) return when;
	return `${when}, ${lastCollected} of ${lastCollected + (lastFailed ?? 0)}`;
};

/** How many plays are mirrored, and how far back; while the first fill goes on, that is not yet all. */
const historyRows = ({local: {history}}: StatusData, canvas: Canvas): readonly Row[] => {
	if (!history || history.plays === 0) return [];
	const {ok, waiting} = canvas.glyphs;
	const plays = formatCount(history.plays, canvas.glyphs);
	const to =
		history.oldest === null || canvas.width < 33 ? '' : `, to ${formatMonth(history.oldest, canvas.graphZone)}`;
	const words = `${plays}${to}`;
	const mark: Span = history.complete ? {text: ok} : {text: waiting, role: 'dim'};
	return [fact('History', [mark, {text: ` ${words}`}], canvas)];
};

/** When a number was last compared with Tautulli's own, and where it differed; null: never yet. */
const checkedSpan = ({local: {audit}}: StatusData, canvas: Canvas): Span | null => {
	const {checkedAt, difference} = audit;
	if (checkedAt === null) return null;
	const when = formatWhen(checkedAt, canvas.now, canvas.zone);
	return difference === null ? {text: `checked ${when}`} : {text: `checked ${when}, a number differs`, role: 'bad'};
};

/** How much is stored; where the database is not open, that nothing is kept, and where to read why. */
const databaseWords = ({local: {database}}: StatusData, {width, glyphs}: Canvas): Row => {
	const {bytes, snapshots, trouble} = database;
	if (trouble || bytes === null || snapshots === null) {
		return [
			{text: `${glyphs.bad} nothing is kept`, role: 'bad'},
			{text: '  d', role: 'bold'},
		];
	}
	return [{text: `${formatCount(snapshots, glyphs)} snapshots${width < 44 ? '' : `, ${formatBytes(bytes)}`}`}];
};

/** What is going on, in the most words that fit; else the last run and the next one. */
const runRows = (data: StatusData, canvas: Canvas): readonly Row[] => {
	const room = canvas.width - factCells;
	const {work} = canvas.standing;
	const doing = work.find(row => rowWidth(row) <= room) ?? work.at(-1);
	if (doing) return [fact('Work', doing, canvas)];
	if (data.local.database.trouble) return [];
	const [last, next] = [lastRun(data, canvas), `next ${nextWords(data, canvas)}`];
	if (data.local.collector.next !== null && textWidth(last) + textWidth(next) + 3 <= room) {
		return [fact('Collected', [{text: `${last}   ${next}`}], canvas)];
	}
	return [fact('Collected', [{text: last}], canvas), fact('Next', [{text: nextWords(data, canvas)}], canvas)];
};

export const facts = (data: StatusData, canvas: Canvas): readonly Row[] => {
	const other = disagreement(canvas);
	const checked = checkedSpan(data, canvas);
	return [
		server('tautulli', 'Tautulli', canvas, checked && {...checked, text: `   ${checked.text}`}),
		server('plex', 'Plex', canvas, listeningSpan(data, canvas)),
		...(other ? [fact('', [blank(2), other], canvas)] : []),
		fact('Database', databaseWords(data, canvas), canvas),
		...runRows(data, canvas),
		...historyRows(data, canvas),
		...(data.local.demo ? [fact('Demo', [{text: connectForms(canvas)[0] ?? ''}], canvas)] : []),
		...standingRows(canvas),
	];
};

/** What stands until somebody mends it: calm lines, but always there. */
const standingRows = (canvas: Canvas): readonly Row[] => {
	const warning = warningSpan(canvas);
	const {unverifiedTls, clock} = canvas.standing;
	return [
		...(clock === null ? [] : [[{text: `${canvas.glyphs.warn} clock: ${clock}`, role: 'bold' as const}]]),
		...(unverifiedTls ? [[{text: `${canvas.glyphs.warn} certificates are not checked`, role: 'bold' as const}]] : []),
		...(warning ? [[warning, {text: '   d', role: 'bold' as const}, {text: ' shows them'}]] : []),
	];
};
