import {plural} from '../../canvas/format.ts';
import type {DayAnswer, Play} from '../../domain/plays/play.ts';
import type {Json} from '../../export/json.ts';
import type {TruePeak} from '../../stats/true-peaks.ts';
import {howWord, playTitle} from '../history/columns.ts';
import {type Column, listView} from '../plan/list-view.ts';
import {playerName} from '../plan/player-name.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {personName, sentence} from '../plan/words.ts';
import {clock, highestOf} from './streams.ts';
import {timelineRows} from './timeline.ts';

const columns: readonly Column<Play>[] = [
	{id: 'row_id', value: ({rowId}) => rowId},
	{
		id: 'started',
		heading: 'from',
		value: ({startedAt}) => startedAt,
		show: ({startedAt}, scene) => clock(startedAt, scene),
		align: 'left',
		first: 'up',
	},
	{
		id: 'stopped',
		heading: 'to',
		value: ({stoppedAt}) => stoppedAt,
		show: ({stoppedAt}, scene) => clock(stoppedAt, scene),
		align: 'left',
	},
	{
		id: 'user',
		heading: 'user',
		value: ({user}) => user,
		show: ({user}, {names}) => personName(user, names),
		grows: true,
		atMost: 20,
	},
	{
		id: 'full_title',
		heading: 'title',
		value: ({fullTitle}) => fullTitle,
		show: play => playTitle(play),
		grows: true,
		atMost: 48,
	},
	{
		id: 'transcode_decision',
		heading: 'how',
		value: ({transcodeDecision}) => transcodeDecision,
		show: play => howWord(play.transcodeDecision),
		dropAt: 1,
	},
	{
		id: 'player',
		heading: 'on',
		value: ({player}) => player,
		show: ({player}, {names}) => playerName(player, names),
		dropAt: 2,
		atMost: 20,
	},
];

const transcodeWords = ({most}: TruePeak): string => (most.transcode === 0 ? '' : `${most.transcode} transcode`);

/** "most 7 at once, 21:40, 3 transcode"; '' where there was no stream. */
const peakWords = (data: DayAnswer, scene: Scene): string => {
	const peak = highestOf(data);
	if (!peak) return '';
	return [`most ${peak.most.count} at once`, clock(peak.most.at, scene), transcodeWords(peak)]
		.filter(Boolean)
		.join(', ');
};

/** The same where there is little room: "most 7, 21:40". */
const shortPeak = (data: DayAnswer, scene: Scene): string => {
	const peak = highestOf(data);
	return peak ? `most ${peak.most.count}, ${clock(peak.most.at, scene)}` : '';
};

const highestJson = (data: DayAnswer): Json => {
	const peak = highestOf(data);
	if (!peak) return null;
	const {count, at, directPlay, directStream, transcode} = peak.most;
	return {
		count,
		at,
		direct_play: directPlay,
		direct_stream: directStream,
		transcode,
		most_transcodes: peak.transcodes && {...peak.transcodes},
	};
};

/** Rows of the table that stay below the timeline. */
const tableRows = 5;

const timelineHeight = (data: DayAnswer, {height, form}: Canvas): number =>
	form === 'report' ? data.plays.length + 3 : height - Math.min(tableRows, data.plays.length + 1) - 1;

/** Who watched when on one day: a stream across midnight is on both days. */
export const day = listView<DayAnswer, Play>({
	name: 'day',
	title: 'One day',
	summary: 'the streams of one day, in time',
	takes: {narrowing: true, subject: {usage: 'DATE', kind: 'date'}},
	ask: ({sources, query, signal}) => sources.day({date: query.subject?.id ?? '', where: query.where}, signal),
	coverage: ({coverage}) => coverage,
	rows: ({plays}) => plays,
	key: ({rowId}) => String(rowId),
	columns,
	empty: () => 'Nothing was played on this day.',
	note: (data, rows, scene) =>
		[plural(rows.length, 'stream', 'streams', scene.glyphs), shortPeak(data, scene)].filter(Boolean).join(', '),
	above: (data, _, canvas) => {
		const rows = canvas.height < 12 ? [] : timelineRows(data, canvas, timelineHeight(data, canvas));
		return rows.length === 0 ? [] : [...rows, []];
	},
	enter: play => ({view: 'play', subject: {id: String(play.rowId), name: playTitle(play)}}),
	user: ({userId, user}, {names}) => (userId === null ? null : {id: String(userId), name: personName(user, names)}),
	lead: (data, rows, scene) => sentence(plural(rows.length, 'stream', 'streams', scene.glyphs), peakWords(data, scene)),
	speak: (play, scene) =>
		sentence(
			`${clock(play.startedAt, scene)} to ${clock(play.stoppedAt, scene)}`,
			personName(play.user, scene.names),
			playTitle(play),
		),
	beside: ({from, to}, {query}) => ({date: query.subject?.id ?? null, from, to}),
	behind: data => ({highest: highestJson(data)}),
	jsonName: 'streams',
});
