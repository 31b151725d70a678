import {streamTypes} from '../domain/media.ts';
import {type Graph, seriesValues, sumOf} from '../domain/plays/graph.ts';
import {handful} from '../domain/plays/handful.ts';
import {percentages} from './percentages.ts';

/** Direct play, direct stream, transcode. */
export type WayCounts = readonly [directPlay: number, directStream: number, transcode: number];

/** Some days in a row, usually one, and what was played on them. */
export type ShareColumn = {
	/** YYYY-MM-DD, both inside. */
	readonly from: string;
	readonly to: string;
	readonly counts: WayCounts;
	/** The part of each, which add up to 1; null: under ten plays, which have no share. */
	readonly shares: WayCounts | null;
};

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + Math.max(0, count), 0);

/** How it was played on each day. What is not known counts as nothing. */
const countsByDay = (graph: Graph): readonly WayCounts[] => {
	const [play, stream, transcode] = streamTypes.map(name => seriesValues(graph, name));
	return graph.categories.map((_, day) => [play?.[day] ?? 0, stream?.[day] ?? 0, transcode?.[day] ?? 0]);
};

const added = (days: readonly WayCounts[]): WayCounts => [
	sumOf(days.map(([play]) => play)),
	sumOf(days.map(([, stream]) => stream)),
	sumOf(days.map(([, , transcode]) => transcode)),
];

export type ShareDays = {
	/** By date and decision, in what is counted. */
	readonly graph: Graph;
	/** The same in plays: ten of them make a share. */
	readonly plays: Graph;
	/** What runs now: part of the last day. Null: the last day is over, or something else is counted. */
	readonly running: WayCounts | null;
};

/** The days as at most `most` columns, the last of which ends with the last day; each with the shares of all its plays together. */
export const shareColumns = ({graph, plays, running}: ShareDays, most: number): readonly ShareColumn[] => {
	const dates = graph.categories;
	const withRunning = (days: readonly WayCounts[]): readonly WayCounts[] =>
		days.map((day, index) => (running && index === days.length - 1 ? added([day, running]) : day));
	const counts = withRunning(countsByDay(graph));
	const played = withRunning(countsByDay(plays));
	const size = Math.max(1, Math.ceil(dates.length / Math.max(1, most)));
	const columns = Math.ceil(dates.length / size);
	return Array.from({length: columns}, (_, column): ShareColumn => {
		const to = dates.length - (columns - 1 - column) * size;
		const from = Math.max(0, to - size);
		const own = added(counts.slice(from, to));
		const whole = sum(own);
		const isHandful = sum(added(played.slice(from, to))) < handful || whole === 0;
		const share = (count: number): number => Math.max(0, count) / whole;
		return {
			from: dates[from] ?? '',
			to: dates[to - 1] ?? '',
			counts: own,
			shares: isHandful ? null : [share(own[0]), share(own[1]), share(own[2])],
		};
	});
};

/** By how many points the percentages of these parts differ from those before: they add up to 0. */
export const pointsOf = (now: readonly number[], before: readonly number[]): readonly number[] => {
	const then = percentages(before);
	return percentages(now).map((percent, index) => percent - (then[index] ?? 0));
};
