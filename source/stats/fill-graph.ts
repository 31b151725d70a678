import {type Graph, sumSeries, totalSeries} from '../domain/graph.ts';
import type {YAxis} from '../domain/media.ts';
import type {BucketCount} from '../domain/play-count.ts';
import {dayText} from '../domain/zone.ts';

/** A place on the axis of a graph: the bucket that SQL counts by, and what stands there. */
export type Category = {readonly bucket: number | string; readonly label: string};

/** A row of a graph: the kind that SQL counts by, and Tautulli's name of it. */
export type SeriesKind = {readonly kind: string; readonly name: string};

/** Tautulli's series of media, in its order. It shows those that it has a library for. */
export const mediaSeries: readonly SeriesKind[] = [
	{kind: 'episode', name: 'TV'},
	{kind: 'movie', name: 'Movies'},
	{kind: 'track', name: 'Music'},
	{kind: 'live', name: 'Live TV'},
];

export const streamSeries: readonly SeriesKind[] = [
	{kind: 'direct play', name: 'Direct Play'},
	{kind: 'copy', name: 'Direct Stream'},
	{kind: 'transcode', name: 'Transcode'},
];

const range = (length: number): number[] => Array.from({length}, (_, index) => index);

/** The dates up to today (days since 1970 by the local calendar), oldest first. */
export const dateCategories = (today: number, days: number): Category[] =>
	range(days).map(index => {
		const day = today - days + 1 + index;
		return {bucket: day, label: dayText(day)};
	});

export const hourCategories: readonly Category[] = range(24).map(hour => ({
	bucket: hour,
	label: String(hour).padStart(2, '0'),
}));

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** From Sunday on, or from the given weekday. */
export const weekdayCategories = (first = 0): Category[] =>
	range(7).map(index => {
		const bucket = (index + first) % 7;
		return {bucket, label: weekdays[bucket] ?? ''};
	});

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The months up to the one that a local day lies in, oldest first. */
export const monthCategories = (today: number, count: number): Category[] => {
	const [year = 0, month = 1] = dayText(today).split('-').map(Number);
	return range(count).map(index => {
		const total = year * 12 + month - 1 - (count - 1 - index);
		const [inYear, inMonth] = [Math.floor(total / 12), total % 12];
		return {
			bucket: `${inYear}-${String(inMonth + 1).padStart(2, '0')}`,
			label: `${months[inMonth]} ${inYear}`,
		};
	});
};

/** Plays of months are counted from the first second (UTC) of the month so many months before now. */
export const monthsSince = (now: number, count: number): number => {
	const date = new Date(now * 1000);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - count, 1) / 1000;
};

/** Puts counted buckets on an axis, with zeros where there is nothing. Buckets outside the axis are left out. */
export const fillGraph = (
	categories: readonly Category[],
	kinds: readonly SeriesKind[],
	counts: readonly BucketCount[],
	yAxis: YAxis,
): Graph => {
	const measured = ({plays, playedSeconds}: BucketCount): number => (yAxis === 'plays' ? plays : playedSeconds);
	const values = new Map(counts.map(count => [`${count.bucket}/${count.kind}`, measured(count)]));
	return {
		categories: categories.map(({label}) => label),
		series: kinds.map(({kind, name}) => ({
			name,
			values: categories.map(({bucket}) => values.get(`${bucket}/${kind}`) ?? 0),
		})),
	};
};

/** The same with Tautulli's sum of all series behind them, as its date graph has it. */
export const withTotal = ({categories, series}: Graph): Graph => ({
	categories,
	series: [
		...series,
		{
			name: totalSeries,
			values: sumSeries({categories, series}),
		},
	],
});
