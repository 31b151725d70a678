import {drawChart} from '../canvas/chart.ts';
import {formatClock, formatDay, formatDayClock} from '../canvas/clock.ts';
import {formatMegabits, formatShare, plural} from '../canvas/format.ts';
import {maxOf} from '../canvas/resample.ts';
import type {Row} from '../canvas/row.ts';
import {type CapacityAnswer, type CapacityDay, overShare} from '../domain/streams/capacity.ts';
import {type Column, listView} from './plan/list-view.ts';
import type {Canvas, Scene} from './plan/scene.ts';
import {personName, sentence, windowWords} from './plan/words.ts';

/** A day, with the limit that it is held against. */
type Day = CapacityDay & {readonly limitKbps: number | null};

/** Percent of the limit as it stands in JSON; null: there is none. */
const percentOf = ({kbps, limitKbps}: Pick<Day, 'kbps' | 'limitKbps'>): number | null =>
	limitKbps === null ? null : Math.round((100 * kbps) / limitKbps);

const ofLimit = (kbps: number, limitKbps: number): string =>
	kbps > limitKbps ? `${Math.round((100 * kbps) / limitKbps)} %` : formatShare(kbps, limitKbps);

/** Plex has no minutes: an hour's mean hides its highest moment. */
const means: Readonly<Record<Day['seconds'], string>> = {60: '', 3600: 'hour’s mean', 86400: 'day’s mean'};

/** "9, 4 transcode", of any network. */
const streamWords = ({streams, transcoded}: Day): string =>
	streams === null ? '' : [String(streams), transcoded ? `${transcoded} transcode` : ''].filter(Boolean).join(', ');

const namesOf = ({who}: Day, {names}: Pick<Scene, 'names'>): string =>
	who
		.map(name => personName(name, names))
		.filter(Boolean)
		.join(', ');

const columns: readonly Column<Day>[] = [
	{
		id: 'date',
		heading: 'day',
		value: ({date}) => date,
		show: ({at, seconds}, {zone}) => (seconds === 86_400 ? formatDay(at, zone) : formatDayClock(at, zone)),
		align: 'left',
	},
	{
		id: 'highest_kbps',
		heading: 'Mb/s',
		value: ({kbps}) => kbps,
		show: ({kbps}) => formatMegabits(kbps),
		first: 'down',
	},
	{
		id: 'percent',
		heading: 'of limit',
		value: percentOf,
		show: ({kbps, limitKbps}) => (limitKbps === null ? '' : ofLimit(kbps, limitKbps)),
		align: 'right',
		when: rows => rows.some(({limitKbps}) => limitKbps !== null),
	},
	{
		id: 'minutes_over',
		heading: 'over 80 %',
		value: ({minutesOver}) => minutesOver,
		show: ({minutesOver}, {glyphs}) => (minutesOver === null ? glyphs.none : `${minutesOver} min`),
		align: 'right',
		when: rows => rows.some(({minutesOver}) => minutesOver !== null),
	},
	{id: 'at', value: ({at}) => at},
	{
		id: 'streams',
		heading: 'streams',
		value: ({streams}) => streams,
		show: streamWords,
		align: 'left',
		dropAt: 3,
	},
	{id: 'transcoded', value: ({transcoded}) => transcoded},
	{id: 'who', heading: 'who', value: ({who}) => who.join(', '), show: namesOf, grows: true, atMost: 48, dropAt: 2},
	{
		id: 'source',
		heading: 'from',
		value: ({source}) => source,
		show: ({source, seconds}) => (source === 'plex' ? `Plex, ${seconds === 3600 ? 'hour' : 'day'}` : ''),
		dropAt: 1,
		when: rows => rows.some(({source}) => source === 'plex'),
	},
	{id: 'seconds', value: ({seconds}) => seconds},
];

/** What goes out now; null: not known. Of a past moment only what was seen is known. */
const nowKbps = ({recent}: CapacityAnswer, {live, query: {window}}: Scene): number | null => {
	const isPast = 'from' in window || window.at !== undefined;
	return isPast || !live ? (recent.at(-1) ?? recent.at(-2) ?? null) : live.bandwidthKbps.wan;
};

/** What a transcode over the internet takes, of those that run; null: none does. */
const transcodeKbps = ({live}: Scene): number | null => {
	const rates = (live?.sessions ?? []).flatMap(({transcodeDecision, location, bandwidthKbps}) =>
		transcodeDecision === 'transcode' && location === 'wan' && bandwidthKbps !== null ? [bandwidthKbps] : [],
	);
	return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
};

/** "now 38.9 (97 %), over 32 since 20:43   room 1.1, a transcode takes 6.1". */
const nowWords = (data: CapacityAnswer, scene: Scene): string => {
	const now = nowKbps(data, scene);
	if (now === null) return 'what goes out now is not known';
	const {limitKbps, overSince} = data;
	if (limitKbps === null) return `now ${formatMegabits(now)} Mb/s   dashboard.upload_mbps says what the line can send`;
	const mark = formatMegabits(limitKbps * overShare);
	const over =
		overSince === null || now <= limitKbps * overShare
			? ''
			: `, over ${mark} since ${formatClock(overSince, scene.zone)}`;
	const takes = transcodeKbps(scene);
	const room = `room ${formatMegabits(Math.max(0, limitKbps - now))}`;
	return [
		`now ${formatMegabits(now)} (${ofLimit(now, limitKbps)})${over}`,
		takes === null ? room : `${room}, a transcode takes ${formatMegabits(takes)}`,
	].join('   ');
};

/** The row of columns that the limit lies in has a line where nothing else is. */
const withLimit = (rows: readonly Row[], share: number, canvas: Canvas): readonly Row[] => {
	const plot = rows.length - 1;
	const at = Math.min(plot - 1, Math.floor((1 - share) * plot));
	return rows.map((row, index) =>
		index === at
			? row.map((span, part) => (part === 0 ? span : {...span, text: span.text.replaceAll(' ', canvas.glyphs.limit)}))
			: row,
	);
};

const clockLabels = ({recentFrom}: CapacityAnswer, {zone}: Scene, step: number) =>
	[0, 60, 120, 179].map(minute => ({
		at: Math.floor(minute * step),
		text: formatClock(recentFrom + minute * 60, zone),
	}));

/** The last three hours, where anything of them is known. */
const chartRows = (data: CapacityAnswer, canvas: Canvas): readonly Row[] => {
	const {recent, limitKbps} = data;
	const height = Math.min(canvas.form === 'report' ? 7 : 10, Math.floor(canvas.height / 2));
	if (height < 4 || recent.every(value => value === null)) return [];
	const max = Math.max(limitKbps ?? 0, maxOf(recent), 1);
	const {rows} = drawChart({
		values: recent,
		labels: step => clockLabels(data, canvas, step),
		width: canvas.width - 1,
		height,
		max,
		label: formatMegabits,
		gutter: 5,
		glyphs: canvas.glyphs,
	});
	return limitKbps === null ? rows : withLimit(rows, limitKbps / max, canvas);
};

const limitWords = ({limitKbps}: CapacityAnswer): string =>
	limitKbps === null ? 'no limit known' : `limit ${formatMegabits(limitKbps)} Mb/s`;

const daysOf = ({days, limitKbps}: CapacityAnswer): readonly Day[] => days.map(day => ({...day, limitKbps}));

const unknownWords = 'Nothing is known of what went out: it is seen while a dashboard is open.';

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
	above: (data, _, canvas) => [
		...chartRows(data, canvas),
		[{text: ` ${nowWords(data, canvas)}`}],
		...(canvas.height >= 12 ? [[]] : []),
	],
	enter: ({at, date, seconds}) =>
		seconds === 86_400
			? {view: 'day', subject: {id: date, name: date}}
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
			`${formatDayClock(day.at, scene.zone)}: ${formatMegabits(day.kbps)} Mb/s`,
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
			wanKbps === null ? [] : [{at: recentFrom + index * 60, wan_kbps: wanKbps}],
		),
	}),
});
