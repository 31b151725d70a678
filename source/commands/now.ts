import {progressBar} from '../canvas/bars.ts';
import {formatClock} from '../canvas/clock.ts';
import {formatMegabits, plural} from '../canvas/format.ts';
import {table} from '../canvas/old-table.ts';
import type {Row, Span} from '../canvas/row.ts';
import type {Activity, Session} from '../domain/session.ts';
import type {Command} from './command.ts';
import {outputFlags} from './flags.ts';
import {type Frame, formatOf, printReport} from './report.ts';
import {withSources} from './with-sources.ts';
import {decisionName, numericKey, titleCells} from './words.ts';

const columns = [
	'session_key',
	'user',
	'full_title',
	'media_type',
	'rating_key',
	'state',
	'progress_percent',
	'transcode_decision',
	'bandwidth_kbps',
	'player',
] as const;

const entryOf = (session: Session) => ({
	session_key: session.sessionKey,
	user: session.user,
	full_title: session.fullTitle,
	media_type: session.mediaType,
	rating_key: numericKey(session.ratingKey),
	state: session.state,
	progress_percent: session.progressPercent,
	transcode_decision: session.transcodeDecision,
	bandwidth_kbps: session.bandwidthKbps,
	player: session.player,
});

const stateMark = ({state}: Session, {glyphs}: Frame): Row => {
	if (state === 'buffering') return [{text: glyphs.buffering, role: 'warn'}];
	return state === 'paused' ? [{text: glyphs.paused, role: 'dim'}] : [{text: glyphs.playing, role: 'accent'}];
};

const howOf = ({transcodeDecision, transcodeSpeed}: Session, {glyphs}: Frame): Row => {
	if (transcodeSpeed === null) return [{text: decisionName(transcodeDecision)}];
	const text = `${decisionName(transcodeDecision)} ${transcodeSpeed.toFixed(1)}${glyphs.times}`;
	return [transcodeSpeed < 1 ? {text, role: 'warn'} : {text}];
};

/** The clock time at which it ends if nobody pauses; paused streams say so. */
const endOf = ({state, viewOffsetMs, durationMs}: Session, {now, zone}: Frame): string => {
	if (state === 'paused') return 'paused';
	if (viewOffsetMs === null || durationMs === null || durationMs <= 0) return '';
	return formatClock(now + Math.max(0, durationMs - viewOffsetMs) / 1000, zone);
};

const header = (activity: Activity, {glyphs}: Frame): Row => {
	const {total, wan} = activity.bandwidthKbps;
	const spans: Span[] = [{text: plural(activity.streamCount, 'stream', 'streams', glyphs), role: 'title'}];
	if (activity.transcodeCount > 0) spans.push({text: `   ${activity.transcodeCount} transcode`});
	if (total !== null) spans.push({text: `   ${formatMegabits(total)} Mb/s`});
	if (wan !== null && wan > 0) spans.push({text: `   WAN ${formatMegabits(wan)}`});
	return spans;
};

const draw = (activity: Activity, frame: Frame): Row[] => {
	const {width, glyphs} = frame;
	const {streamCount, sessions} = activity;
	if (streamCount === 0) return [[{text: 'Nobody is watching.'}]];
	const unread = streamCount - sessions.length;
	const foot: Row[] =
		unread > 0 ? [[{text: `${plural(unread, 'stream', 'streams', glyphs)} that cannot be read.`, role: 'dim'}]] : [];
	const rows = sessions.map(session => [
		stateMark(session, frame),
		session.user,
		...titleCells(session),
		session.progressPercent === null ? '' : progressBar(session.progressPercent / 100, 7, glyphs),
		howOf(session, frame),
		session.location.toUpperCase(),
		session.bandwidthKbps === null ? '' : formatMegabits(session.bandwidthKbps),
		endOf(session, frame),
	]);
	const looks = [
		{heading: ''},
		{heading: 'user', atMost: 12},
		{heading: 'title', flexible: true},
		{heading: '', dropAt: 0},
		{heading: '', dropAt: 3},
		{heading: 'how', dropAt: 1},
		{heading: 'net', dropAt: 4},
		{heading: 'Mb/s', align: 'right', dropAt: 2},
		{heading: 'ends', align: 'right'},
	] as const;
	return [header(activity, frame), [], ...table(looks, rows, width, glyphs), ...foot];
};

/** `tautop now`: who is watching. An unreachable Plex is a failure, never "nobody". */
export const now: Command = {
	name: 'now',
	summary: 'who is watching',
	usage: '',
	args: {min: 0, max: 0},
	flags: outputFlags,
	run: async context => {
		formatOf(context);
		return await withSources(context, async ({sources}, settings) => {
			const activity = await sources.activity(null, context.signal);
			const sessions = activity.sessions.map(entryOf);
			printReport(context, settings, {
				json: {stream_count: activity.streamCount, bandwidth_kbps: {...activity.bandwidthKbps}, sessions},
				table: {columns, rows: sessions.map(entry => columns.map(name => entry[name]))},
				draw: frame => draw(activity, frame),
			});
			return 0;
		});
	},
};
