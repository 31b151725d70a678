import {formatDayClock} from '../../canvas/clock.ts';
import {formatMegabits, plural} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import type {CapacityAnswer} from '../../domain/streams/capacity.ts';
import {columnsFor, minuteColumns} from '../../stats/streams/minute-columns.ts';
import {dayName} from '../peaks/words.ts';
import {listView} from '../plan/list-view.ts';
import type {Canvas} from '../plan/scene.ts';
import {sentence, windowWords} from '../plan/words.ts';
import {rateRows, scaleCells} from './chart.ts';
import {columns, type Day, means, namesOf, ofLimit, percentOf, placeOf} from './columns.ts';
import {drawCapacity, enterColumn} from './picture.ts';
import {limitWords, nowKbps, nowRow} from './words.ts';

const daysOf = ({days, limitKbps}: CapacityAnswer): readonly Day[] => days.map(day => ({...day, limitKbps}));

const unknownWords = 'Nothing is known of what went out: it is seen while a dashboard is open.';

/** Minutes of a report. */
const printedMinutes = 180;

/** The last three hours in a report, where anything of them is known. */
const reportRows = (data: CapacityAnswer, canvas: Canvas): readonly Row[] => {
	const {count, minutes} = columnsFor(printedMinutes, canvas.width - scaleCells - 1, printedMinutes);
	const shown = minuteColumns(data, count, minutes);
	const isSeen = shown.some(({highest}) => highest !== null);
	const chart = isSeen ? rateRows({...data, columns: shown, height: 7, selected: -1}, false, canvas) : [];
	return [...chart, nowRow(data, canvas, '', canvas.width - 2), []];
};

/** Is the upload enough: the highest of each day, and who it was. */
export const capacity = listView<CapacityAnswer, Day>({
	name: 'capacity',
	title: 'Capacity',
	summary: 'is the upload enough: the highest rate of each day, and who it was',
	help: 'The rate is that of streams over the internet (WAN), as Plex reckons it. Days from before tautop was open come from Plex’s own statistics (a part of Plex Pass): they are means of an hour or a day, which hide its highest moment.',
	takes: {window: 'any', past: true},
	running: true,
	ask: ({sources, query, signal}) => sources.capacity({window: query.window}, signal),
	rows: daysOf,
	key: ({date}) => date,
	columns,
	ranked: () => 'highest_kbps',
	empty: () => unknownWords,
	note: (data, _, scene) => `WAN, ${limitWords(data)}, ${windowWords(scene.query.window, scene)}`,
	above: (data, _, canvas) => reportRows(data, canvas),
	picture: {draw: drawCapacity, enter: enterColumn},
	line: (data, _, canvas) => ({body: nowRow(data, canvas, '', canvas.width).slice(1), note: limitWords(data)}),
	enter: ({at, date, seconds}) =>
		seconds === 86_400
			? {view: 'day', subject: {id: date, name: dayName(date)}}
			: {view: 'now', window: {days: 30, at: seconds === 60 ? at + 59 : at + 1800}},
	lead: (data, rows, scene) => {
		const [highest] = data.days;
		const share = highest && data.limitKbps !== null ? `${ofLimit(highest.kbps, data.limitKbps)} of the limit` : '';
		return sentence(
			`Most over the internet in ${windowWords(scene.query.window, scene)}: ${formatMegabits(highest?.kbps ?? 0)} Mb/s`,
			share,
			plural(rows.length, 'day', 'days', scene.glyphs),
		);
	},
	speak: (day, scene) =>
		sentence(
			`${formatDayClock(day.at, placeOf(scene))}: ${formatMegabits(day.kbps)} Mb/s`,
			means[day.seconds],
			day.minutesOver ? `${day.minutesOver} minutes over 80 %` : '',
			day.streams === null ? '' : plural(day.streams, 'stream', 'streams', scene.glyphs),
			day.transcoded ? `${day.transcoded} transcode` : '',
			namesOf(day, scene),
		),
	beside: (data, scene) => ({
		...('from' in scene.query.window ? scene.query.window : {window_days: scene.query.window.days}),
		limit_mbps: data.limitKbps === null ? null : data.limitKbps / 1000,
		now_kbps: nowKbps(data, scene),
		over_since: data.overSince,
		seen_from: data.seenFrom,
	}),
	jsonName: 'days',
	json: day => ({
		date: day.date,
		highest_kbps: day.kbps,
		at: day.at,
		percent: percentOf(day),
		minutes_over: day.minutesOver,
		streams: day.streams,
		transcoded: day.transcoded,
		who: day.who,
		source: day.source,
		seconds: day.seconds,
	}),
	behind: ({recent, recentFrom}) => ({
		minutes: recent.flatMap((wanKbps, index) =>
			wanKbps === null || index < recent.length - printedMinutes
				? []
				: [{at: recentFrom + index * 60, wan_kbps: wanKbps}],
		),
	}),
});
