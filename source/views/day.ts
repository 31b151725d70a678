import {formatClock} from '../canvas/clock.ts';
import {plural} from '../canvas/format.ts';
import type {Row} from '../canvas/row.ts';
import {padEnd} from '../canvas/widths.ts';
import type {DayAnswer, Play} from '../domain/plays/play.ts';
import {sweepPeaks} from '../stats/concurrency.ts';
import {howWord, playTitle} from './history/columns.ts';
import {type Column, listView} from './plan/list-view.ts';
import type {Canvas, Scene} from './plan/scene.ts';
import {personName, sentence} from './plan/words.ts';

/** The pattern of a bar by how the stream was played. */
const patternOf = ({transcodeDecision}: Play, canvas: Canvas): string => {
	if (transcodeDecision === 'transcode') return canvas.glyphs.shades[1];
	return transcodeDecision === 'copy' ? canvas.glyphs.shades[2] : canvas.glyphs.shades[3];
};

/** The part of the day that its streams fill, in whole hours. */
const frameOf = ({plays, from, to}: DayAnswer): {readonly from: number; readonly to: number} => {
	const first = Math.max(from, Math.min(...plays.map(({startedAt}) => startedAt ?? to)));
	const last = Math.min(to, Math.max(...plays.map(({stoppedAt}) => stoppedAt ?? from)));
	const start = from + Math.floor((first - from) / 3600) * 3600;
	return {from: start, to: Math.max(start + 3600, from + Math.ceil((last - from) / 3600) * 3600)};
};

const nameCells = 12;

const place = (at: number, frame: {readonly from: number; readonly to: number}, cells: number): number =>
	Math.max(0, Math.min(cells, Math.round(((at - frame.from) / (frame.to - frame.from)) * cells)));

/** A bar a stream, in time: who, from when to when, how. */
const timeline = (data: DayAnswer, canvas: Canvas, height: number): readonly Row[] => {
	const cells = canvas.width - nameCells - 4;
	if (cells < 20 || data.plays.length === 0) return [];
	const frame = frameOf(data);
	const hours = Math.round((frame.to - frame.from) / 3600);
	const every = Math.max(1, Math.ceil((hours * 7) / cells));
	let axis = '';
	for (let hour = 0; hour < hours; hour += every) {
		const at = place(frame.from + hour * 3600, frame, cells);
		const words = formatClock(frame.from + hour * 3600, canvas.graphZone ?? canvas.zone);
		if (at >= axis.length && at + words.length <= cells + 1) axis += `${' '.repeat(at - axis.length)}${words} `;
	}
	const heading: Row = [{text: `${' '.repeat(nameCells + 3)}${axis.trimEnd()}`, role: 'dim'}];
	const bars = data.plays.slice(0, Math.max(1, height - 1)).map((play): Row => {
		const start = play.startedAt ?? frame.from;
		const [one, two] = [place(start, frame, cells), place(play.stoppedAt ?? start, frame, cells)];
		const name = padEnd(personName(play.user, canvas.names), nameCells, canvas.glyphs.cut);
		return [
			{text: `  ${name} `},
			{text: ' '.repeat(one)},
			{text: patternOf(play, canvas).repeat(Math.max(1, two - one))},
		];
	});
	return [heading, ...bars].slice(0, height);
};

const clock = (at: number | null, {graphZone, zone}: Scene): string =>
	at === null ? '' : formatClock(at, graphZone ?? zone);

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
	{id: 'player', heading: 'on', value: ({player}) => player, dropAt: 2, atMost: 20},
];

const peakWords = ({plays, from}: DayAnswer, scene: Scene): string => {
	const spans = plays.flatMap(({startedAt, stoppedAt}) =>
		startedAt === null || stoppedAt === null ? [] : [{startedAt: Math.max(from, startedAt), stoppedAt}],
	);
	const peak = sweepPeaks(spans).all;
	return peak ? `most ${peak.count} at once, ${clock(peak.startedAt, scene)}` : '';
};

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
		[plural(rows.length, 'stream', 'streams', scene.glyphs), peakWords(data, scene)].filter(Boolean).join(', '),
	above: (data, _, canvas) =>
		canvas.height < 12
			? []
			: [
					...timeline(
						data,
						canvas,
						Math.min(data.plays.length + 1, Number.isFinite(canvas.height) ? Math.floor(canvas.height / 2) : 30),
					),
					[],
				],
	enter: play => ({view: 'play', subject: {id: String(play.rowId), name: playTitle(play)}}),
	user: ({userId, user}, {names}) => (userId === null ? null : {id: String(userId), name: personName(user, names)}),
	lead: (data, rows, scene) => sentence(plural(rows.length, 'stream', 'streams', scene.glyphs), peakWords(data, scene)),
	speak: (play, scene) =>
		sentence(
			`${clock(play.startedAt, scene)} to ${clock(play.stoppedAt, scene)}`,
			personName(play.user, scene.names),
			playTitle(play),
		),
	beside: (_, {query}) => ({date: query.subject?.id ?? null}),
	jsonName: 'streams',
});
