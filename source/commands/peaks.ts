import {formatCategory, formatClock, formatWhen} from '../canvas/clock.ts';
import {columnChart} from '../canvas/column-chart.ts';
import {formatCount} from '../canvas/format.ts';
import {maxOf} from '../canvas/resample.ts';
import type {Row} from '../canvas/row.ts';
import {sparkline} from '../canvas/sparkline.ts';
import {concurrentSeries, isNothing, type Peaks, seriesValues, type TruePeakDays} from '../domain/graph.ts';
import type {Days} from '../domain/period.ts';
import type {Command} from './command.ts';
import {daysOf} from './flag-values.ts';
import {daysFlag, outputFlags} from './flags.ts';
import {graphJson, graphTable} from './graph-report.ts';
import {type Frame, formatOf, printReport} from './report.ts';
import {withSources} from './with-sources.ts';
import {titleRows, windowName} from './words.ts';

const highestJson = ({highest: records}: Peaks) =>
	records &&
	Object.fromEntries(
		Object.entries(records).map(([name, {count, startedAt, stoppedAt}]) => [
			name,
			{count, started: startedAt, stopped: stoppedAt},
		]),
	);

const record = (peaks: Peaks, name: string, {now, zone}: Frame): string => {
	if (peaks.highest === null) return 'record not known';
	const highest = peaks.highest[name];
	if (!highest) return 'no record';
	return `most ${highest.count}, ${formatWhen(highest.startedAt, now, zone)} to ${formatClock(highest.stoppedAt, zone)}`;
};

const multiple = (peaks: Peaks, name: string, title: string, max: number, frame: Frame): Row[] => [
	[{text: title, role: 'bold'}, {text: `   ${record(peaks, name, frame)}`}],
	...columnChart({
		values: seriesValues(peaks, name),
		categories: peaks.categories.map(formatCategory),
		width: frame.width,
		height: 5,
		glyphs: frame.glyphs,
		max,
		label: value => formatCount(value, frame.glyphs),
		every: Math.ceil(peaks.categories.length / 5),
	}),
];

const trueJson = (own: TruePeakDays | null) =>
	own && {
		categories: own.categories,
		counts: own.counts,
		at: own.at,
		hours: {counts: own.hours.map(hour => hour?.count ?? 0), at: own.hours.map(hour => hour?.at ?? null)},
	};

/** The day with the most streams, by the mirror, and how busy each hour was at most. */
const trueRows = (own: TruePeakDays | null, {now, zone, glyphs}: Frame): Row[] => {
	const most = Math.max(0, ...(own?.counts ?? []).map(count => count ?? 0));
	const at = own?.at[own.counts.indexOf(most)];
	if (!own || at === undefined || at === null) return [];
	const hours = own.hours.map(hour => hour?.count ?? 0);
	const busiest = String(hours.indexOf(maxOf(hours))).padStart(2, '0');
	return [
		[{text: `By the mirror, with streams across midnight on both days: most ${most}, ${formatWhen(at, now, zone)}.`}],
		[{text: `by hour  ${sparkline(hours, maxOf(hours), glyphs)}  most at ${busiest}:00`}],
	];
};

const draw = (peaks: Peaks, own: TruePeakDays | null, days: Days, frame: Frame): Row[] => {
	const head = titleRows('Most streams at once', `${windowName(days)}, ${frame.zoneName}`, frame);
	const all = seriesValues(peaks, concurrentSeries);
	const max = maxOf(all);
	if (isNothing(peaks)) return [...head, [{text: 'There was no stream.'}]];
	return [
		...head,
		...multiple(peaks, concurrentSeries, 'all streams', max, frame),
		[],
		...multiple(peaks, 'Transcode', 'transcodes, on the same scale', max, frame),
		[],
		...trueRows(own, frame),
		[{text: 'Columns count by the day a stream began; the record counts across midnight.', role: 'dim'}],
	];
};

/** `tautop peaks`: how busy the server is at most. */
export const peaks: Command = {
	name: 'peaks',
	summary: 'most streams at once, by date, and the highest of all',
	usage: '',
	args: {min: 0, max: 0},
	flags: [daysFlag, ...outputFlags],
	run: async context => {
		formatOf(context);
		const days = daysOf(context);
		return await withSources(context, async ({sources}, settings) => {
			const [found, own] = await Promise.all([
				sources.peaks({days}, context.signal),
				sources.truePeaks({days}, context.signal),
			]);
			printReport(context, settings, {
				json: {...graphJson(found), highest: highestJson(found), true_peaks: trueJson(own)},
				table: graphTable('date', found),
				draw: frame => draw(found, own, days, frame),
			});
			return 0;
		});
	},
};
