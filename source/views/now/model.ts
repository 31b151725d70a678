import {formatClock} from '../../canvas/clock.ts';
import {formatMegabits, plural} from '../../canvas/format.ts';
import {type Row, spreadRow} from '../../canvas/row.ts';
import {scrollTo} from '../../canvas/table/draw.ts';
import {identityOf, type Session} from '../../domain/session.ts';
import {altered} from '../plan/altered.ts';
import {blank, cursorIndex} from '../plan/cells.ts';
import {selectedIndex} from '../plan/own.ts';
import type {Canvas, Drawing} from '../plan/scene.ts';
import type {Line} from '../plan/view.ts';
import {causeWords} from '../streams/why.ts';
import {belowStreams} from './below.ts';
import {streamHeadings, widths} from './columns.ts';
import type {NowData} from './data.ts';
import {shortDetail} from './detail.ts';
import {notesOf} from './notes.ts';
import {ordered} from './order.ts';
import {isBefore, isUnseen} from './past.ts';
import {quietRows} from './quiet.ts';
import {needsOf, streamRow} from './stream-row.ts';
import type {Strip} from './strip.ts';
import {howName, zoneOf} from './words.ts';

const kindNames = ['transcode', 'direct stream', 'direct play', 'not known'] as const;

/** What the hidden streams are: "4 direct play, 1 transcode". */
const kindWords = (sessions: readonly Session[]): string =>
	kindNames
		.map(kind => ({kind, count: sessions.filter(session => howName(session) === kind).length}))
		.filter(({count}) => count > 0)
		.map(({kind, count}) => `${count} ${kind}`)
		.join(', ');

/** "last one ends 23:20"; '' where nobody can tell. */
const lastWords = ({notes}: NowData, canvas: Canvas): string => {
	const ends = [...notes.values()].flatMap(({endsAt}) => endsAt ?? []);
	return ends.length === 0 ? '' : `last one ends ${formatClock(Math.max(...ends), zoneOf(canvas))}`;
};

const hiddenRow = (hidden: readonly Session[], data: NowData, canvas: Canvas): Row => {
	const {width, glyphs} = canvas;
	const kinds = width < 60 ? '' : `  ${kindWords(hidden)}`;
	const more = `${hidden.length} more ${glyphs.more}${kinds}`;
	const last = width < 40 ? '' : `${lastWords(data, canvas)} `;
	return spreadRow(
		[blank(width < 70 ? 1 : 2), {text: more, role: 'dim'}],
		[{text: last, role: 'dim'}],
		width,
		glyphs.cut,
	);
};

const stripOf = (data: NowData, canvas: Canvas): Strip | null =>
	data.strip && {
		answer: data.strip,
		now: data.past ? null : data.activity,
		starts: data.starts,
		last: data.past ? '' : lastWords(data, canvas),
	};

/** What a report says below each stream that is not played as it is, where its row has no room for that. */
const reportRows = (session: Session, row: Row, data: NowData, canvas: Canvas): readonly Row[] =>
	canvas.width >= widths.why || canvas.width < 40 || causeWords(session, canvas.glyphs.arrow).length === 0
		? [row]
		: [row, shortDetail(session, notesOf(data.notes, session), canvas)];

/** What a blank of a past stream means. */
const unseenRows = ({past}: NowData, canvas: Canvas): readonly Row[] =>
	past && isUnseen(past)
		? [
				[
					blank(canvas.width < 70 ? 1 : 4),
					{text: `${canvas.glyphs.none} not seen by us, from history only`, role: 'dim'},
				],
			]
		: [];

const quiet = (data: NowData, canvas: Canvas): readonly Row[] => {
	const rows = quietRows(data, canvas);
	if (canvas.form === 'report') return rows;
	return [...rows, ...belowStreams(null, [], stripOf(data, canvas), canvas.height - rows.length, canvas)];
};

/** Streams in the order of trouble; free rows show the selected one and the strip, a row too few says what is hidden. */
const listed = (data: NowData, canvas: Canvas): Drawing => {
	const sessions = ordered(data.activity.sessions);
	const keys = sessions.map(identityOf);
	const needs = needsOf(sessions, canvas);
	const base = {headings: streamHeadings(canvas, needs), note: '', keys};
	if (data.activity.streamCount === 0) return {...base, rows: quiet(data, canvas)};
	if (sessions.length === 0) return {...base, rows: []};
	const selected = cursorIndex(canvas, keys);
	const rowOf = (session: Session, index: number): Row =>
		streamRow(session, notesOf(data.notes, session), index === selected, needs, canvas);
	const foot = unseenRows(data, canvas);
	if (canvas.form === 'report') {
		const rows = sessions.flatMap((session, index) => reportRows(session, rowOf(session, index), data, canvas));
		return {...base, rows: [...rows, ...foot]};
	}
	const {height} = canvas;
	if (sessions.length > height) {
		const shown = Math.max(1, height - 1);
		const first = scrollTo(Math.max(0, selected), sessions.length, shown);
		const visible = sessions.slice(first, first + shown);
		const hidden = sessions.filter(session => !visible.includes(session));
		const rows = visible.map((session, index) => rowOf(session, first + index));
		return {...base, rows: [...rows, hiddenRow(hidden, data, canvas)]};
	}
	const free = height - sessions.length - foot.length;
	const all = sessions.map(session => ({session, notes: notesOf(data.notes, session)}));
	const chosen = all[selectedIndex(canvas.own.selection, keys)] ?? null;
	const others = all.filter(each => each !== chosen);
	const below = belowStreams(chosen, others, stripOf(data, canvas), free, canvas);
	return {...base, rows: [...sessions.map(rowOf), ...(free < 0 ? [] : foot), ...below]};
};

/** The streams, and how many there are that could not be read. */
export const drawNow = (data: NowData, canvas: Canvas): Drawing => {
	const {streamCount, sessions} = data.activity;
	const unread = streamCount - sessions.length;
	if (unread <= 0) return listed(data, canvas);
	const model = listed(data, altered(canvas, {height: Math.max(1, canvas.height - 1)}));
	const words = plural(unread, 'stream', 'streams', canvas.glyphs);
	const row: Row = [blank(2), {text: `${words} that cannot be read   `, role: 'dim'}, {text: 'd', role: 'bold'}];
	const [rows, below] = [model.rows.slice(0, sessions.length), model.rows.slice(sessions.length)];
	return {...model, rows: [...rows.slice(0, Math.max(0, canvas.height - 1)), row, ...below].slice(0, canvas.height)};
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
