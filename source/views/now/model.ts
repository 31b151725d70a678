import {formatClock, formatWhen} from '../../canvas/clock.ts';
import {formatMegabits, plural} from '../../canvas/format.ts';
import {type Row, spreadRow} from '../../canvas/row.ts';
import {scrollTo} from '../../canvas/table/draw.ts';
import {truncate} from '../../canvas/widths.ts';
import {identityOf, type Session} from '../../domain/session.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {blank, cursorIndex} from '../plan/cells.ts';
import type {Canvas, Drawing} from '../plan/scene.ts';
import type {Line, ViewTrouble} from '../plan/view.ts';
import {personName, sentenceRows} from '../plan/words.ts';
import type {Ended, NowData} from './data.ts';
import {fullDetail, shortDetail} from './detail.ts';
import {ordered} from './order.ts';
import {isBefore, quietWords} from './past.ts';
import {streamHeadings, streamRow} from './stream-row.ts';
import {endsAt, howWords} from './words.ts';

/** Cells that a name gets in a sentence, and how many names. */
const nameCells = 12;
const mostNames = 8;

/** "Quiet since 18:41 (nina, Anatomy of a Storm)." */
const sinceWords = ({user, fullTitle, stoppedAt}: Ended, canvas: Canvas): string => {
	const name = truncate(personName(user, canvas.names), 2 * nameCells, canvas.glyphs.cut);
	const title = truncate(shownTitle(fullTitle), 4 * nameCells, canvas.glyphs.cut);
	const since = stoppedAt === null ? 'Quiet' : `Quiet since ${formatWhen(stoppedAt, canvas.now, canvas.zone)}`;
	return ` ${since} (${name}, ${title}).`;
};

const quiet = ({lastPlay, past}: NowData, canvas: Canvas): readonly Row[] => {
	if (past) return sentenceRows([[{text: quietWords(past, canvas)}]], canvas);
	const since = lastPlay === null ? '' : sinceWords(lastPlay, canvas);
	return sentenceRows([[{text: `Nobody is watching.${since}`}]], canvas);
};

const kindNames = ['transcode', 'direct stream', 'direct play', 'not known'] as const;

/** What the hidden streams are: "4 direct play, 1 transcode". */
const kindWords = (sessions: readonly Session[], canvas: Canvas): string =>
	kindNames
		.map(kind => ({kind, count: sessions.filter(session => howWords(session, canvas.glyphs).startsWith(kind)).length}))
		.filter(({count}) => count > 0)
		.map(({kind, count}) => `${count} ${kind}`)
		.join(', ');

const hiddenRow = (hidden: readonly Session[], all: readonly Session[], canvas: Canvas): Row => {
	const ends = all.map(session => endsAt(session, canvas.now)).filter(at => at !== null);
	const last = ends.length === 0 ? '' : `last one ends ${formatClock(Math.max(...ends), canvas.zone)} `;
	const kinds = canvas.width < 60 ? '' : `  ${kindWords(hidden, canvas)}`;
	const more = `${hidden.length} more ${canvas.glyphs.more}${kinds}`;
	return spreadRow([blank(2), {text: more, role: 'dim'}], [{text: last, role: 'dim'}], canvas.width, canvas.glyphs.cut);
};

/** How many rows the details of the selected stream get, of those that the streams leave free. */
const detailRows = (session: Session | undefined, free: number, canvas: Canvas): readonly Row[] => {
	if (!session || free < 1 || canvas.width < 40) return [];
	if (free === 1) return [shortDetail(session, canvas)];
	if (free < 6) return [[], shortDetail(session, canvas)];
	return [[], ...fullDetail(session, canvas)].slice(0, free);
};

/** Streams in the order of trouble; free rows show the selected one, a row too few says what is hidden. */
const listed = (data: NowData, canvas: Canvas): Drawing => {
	const sessions = ordered(data.activity.sessions);
	const keys = sessions.map(identityOf);
	const headings = streamHeadings(canvas);
	if (data.activity.streamCount === 0) return {headings, note: '', rows: quiet(data, canvas), keys};
	if (sessions.length === 0) return {headings, note: '', rows: [], keys};
	const selected = cursorIndex(canvas, keys);
	const overflows = sessions.length > canvas.height;
	const shown = overflows ? Math.max(1, canvas.height - 1) : sessions.length;
	const first = overflows ? scrollTo(Math.max(0, selected), sessions.length, shown) : 0;
	const visible = sessions.slice(first, first + shown);
	const rows = visible.map((session, index) => streamRow(session, first + index === selected, canvas));
	if (overflows) {
		const hidden = sessions.filter(session => !visible.includes(session));
		return {headings, note: '', keys, rows: [...rows, hiddenRow(hidden, sessions, canvas)]};
	}
	const detail = detailRows(sessions[Math.max(0, selected)], canvas.height - rows.length, canvas);
	return {headings, note: '', keys, rows: [...rows, ...detail]};
};

/** The streams, and how many there are that could not be read. */
export const drawNow = (data: NowData, canvas: Canvas): Drawing => {
	const {streamCount, sessions} = data.activity;
	const unread = streamCount - sessions.length;
	if (unread <= 0) return listed(data, canvas);
	const model = listed(data, {...canvas, height: Math.max(1, canvas.height - 1)});
	const words = plural(unread, 'stream', 'streams', canvas.glyphs);
	const row: Row = [blank(2), {text: `${words} that cannot be read   `, role: 'dim'}, {text: 'd', role: 'bold'}];
	return {...model, rows: [...model.rows.slice(0, Math.max(0, canvas.height - 1)), row]};
};

/** As one line: how many, what it costs. */
export const nowLine = ({activity, past}: NowData, {glyphs}: Canvas): Line => {
	if (activity.streamCount === 0) {
		const words = past === null ? 'nobody is watching' : isBefore(past) ? 'not known' : 'nobody was watching';
		return {body: [{text: words}], note: ''};
	}
	const streams = plural(activity.streamCount, 'stream', 'streams', glyphs);
	const transcodes = activity.transcodeCount === 0 ? '' : `  ${activity.transcodeCount} transcode`;
	const {total} = activity.bandwidthKbps;
	return {body: [{text: `${streams}${transcodes}`}], note: total === null ? '' : `${formatMegabits(total)} Mb/s`};
};

/** " (marta, jon, 2 more)", each name short enough to leave room for the others; '' where nobody was there. */
const whoWords = (sessions: readonly Session[], canvas: Canvas): string => {
	if (sessions.length === 0) return '';
	const names = sessions.map(({user}) => truncate(personName(user, canvas.names), nameCells, canvas.glyphs.cut));
	const more = names.length > mostNames ? [`${names.length - mostNames} more`] : [];
	return ` (${[...names.slice(0, mostNames), ...more].join(', ')})`;
};

/**
 * Plex away while Tautulli answers: who is watching is not known, and old rows would say that it is.
 * Every other trouble leaves the streams on the screen, as old.
 */
export const plexAway = (data: NowData | null, {error, since}: ViewTrouble, canvas: Canvas): readonly Row[] | null => {
	if (error.server !== 'plex' || error.code === 'unauthorized') return null;
	const why = canvas.servers.plex.state === 'up' ? 'Tautulli cannot reach Plex' : 'Tautulli answers, Plex does not';
	const lines: Row[] = [[{text: `Who is watching is not known: ${why}.`}]];
	if (data) {
		const {activity} = data;
		const who = whoWords(activity.sessions, canvas);
		const transcodes = activity.transcodeCount === 0 ? '' : `, ${activity.transcodeCount} transcode`;
		const streams = plural(activity.streamCount, 'stream', 'streams', canvas.glyphs);
		lines.push([
			{text: `At ${formatWhen(since, canvas.now, canvas.zone)}:  ${streams}${transcodes}${who}`, role: 'dim'},
		]);
	}
	lines.push([
		{text: 'r', role: 'bold'},
		{text: '  ask again now     '},
		{text: 'd', role: 'bold'},
		{text: '  details'},
	]);
	return sentenceRows(lines, canvas);
};
