import {secondsPerDay, type Window} from '../../domain/period.ts';
import {concurrentSeries, type Graph} from '../../domain/plays/graph.ts';
import {handful} from '../../domain/plays/handful.ts';
import type {Coverage, PlayCount, PlayCounts} from '../../domain/plays/plays.ts';
import type {WhyCounts} from '../../domain/streams/why.ts';
import {graphOf, measured} from '../../stats/graph-of.ts';
import {pointsOf} from '../../stats/stream-shares.ts';
import type {Scene} from '../plan/scene.ts';
import type {Asking} from '../plan/view.ts';
import {askWhy} from '../streams/why.ts';

/** One way to play and what it came to. */
type Part = {readonly id: string; readonly name: string; readonly value: number};

/** Transcodes of somebody, in what is counted. */
type Who = {readonly name: string; readonly value: number};

export type Types = {
	/** Direct play, direct stream, transcode: each group of plays once, so that they add up. */
	readonly parts: readonly Part[];
	/** Plays in all: under ten of them nothing has a share. */
	readonly plays: number;
	/** The same parts in the window before, which is as long; null: not known, or a handful. */
	readonly before: readonly number[] | null;
	/** By date, as Tautulli draws it. */
	readonly graph: Graph;
	/** The same in plays, whatever is counted. */
	readonly playGraph: Graph;
	/** The most streams at once a day. */
	readonly most: readonly (number | null)[];
	/** Why it was transcoded, of what tautop saw; null: nobody can say. */
	readonly why: WhyCounts | null;
	/** Whose transcodes they were, the most first, and how many people there are. */
	readonly who: {readonly first: readonly Who[]; readonly people: number};
	readonly coverage: Coverage;
};

export const ways = [
	{id: 'direct play', name: 'direct play', short: 'play'},
	{id: 'copy', name: 'direct stream', short: 'stream'},
	{id: 'transcode', name: 'transcode', short: 'transcode'},
] as const;

const mostPeople = 20;

const shifted = (date: string, days: number): string =>
	new Date(Date.parse(`${date}T00:00:00Z`) - days * secondsPerDay * 1000).toISOString().slice(0, 10);

/** How many days a window has; 0: all time. */
const daysOf = (window: Window): number => {
	if ('days' in window) return window.days;
	return Math.round((Date.parse(window.to) - Date.parse(window.from)) / 1000 / secondsPerDay) + 1;
};

/** The window just before one that begins at `from` (Unix seconds), as long as it; null: nothing is before all time. */
export const windowBefore = (window: Window, from: number): Window | null => {
	const days = daysOf(window);
	if (days <= 0) return null;
	if ('days' in window) return {days, at: from - 1};
	return {from: shifted(window.from, days), to: shifted(window.from, 1)};
};

const partsOf = ({rows}: PlayCounts, amountOf: (row: PlayCount) => number): readonly number[] =>
	ways.map(({id}) => {
		const row = rows.find(each => each.key === id);
		return row ? amountOf(row) : 0;
	});

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + Math.max(0, value), 0);

const askBefore = async ({sources, query, signal}: Asking, now: PlayCounts): Promise<readonly number[] | null> => {
	const window = now.coverage.knownFrom === null ? windowBefore(query.window, now.span.from) : null;
	if (!window) return null;
	const {where, measure} = query;
	const before = await sources.plays({by: 'decision', split: 'nothing', window, where, measure}, signal);
	if (before.coverage.knownFrom !== null || sum(partsOf(before, ({plays}) => plays)) < handful) return null;
	return partsOf(before, row => measured(row, measure));
};

const askWho = async ({sources, query, signal}: Asking): Promise<Types['who']> => {
	const {window, where, measure} = query;
	if (where.decision?.every(({id}) => id !== 'transcode')) return {first: [], people: 0};
	const decision = [{id: 'transcode', name: 'transcode'}];
	const found = await sources.plays(
		{by: 'user', split: 'nothing', window, where: {...where, decision}, measure, limit: mostPeople},
		signal,
	);
	return {first: found.rows.map(row => ({name: row.name, value: measured(row, measure)})), people: found.names};
};

/** What it costs, and why: of a window, and beside it the window before. */
export const askTypes = async (asking: Asking): Promise<Types> => {
	const {sources, query, signal} = asking;
	const {window, where, measure} = query;
	const [totals, dates, peaks, why, who] = await Promise.all([
		sources.plays({by: 'decision', split: 'nothing', window, where, measure}, signal),
		sources.plays({by: 'date', split: 'decision', window, where, measure}, signal),
		sources.peaks({window, where}, signal),
		askWhy(asking),
		askWho(asking),
	]);
	const values = partsOf(totals, row => measured(row, measure));
	return {
		parts: ways.map(({id, name}, index) => ({id, name, value: values[index] ?? 0})),
		plays: sum(partsOf(totals, ({plays}) => plays)),
		before: await askBefore(asking, totals),
		graph: graphOf(dates, {by: 'date', split: 'decision', measure}),
		playGraph: graphOf(dates, {by: 'date', split: 'decision', measure: 'plays'}),
		most: peaks.series.find(({name}) => name === concurrentSeries)?.values ?? [],
		why,
		who,
		coverage: totals.coverage,
	};
};

export const wholeOf = ({parts}: Types): number => sum(parts.map(({value}) => value));

/** A share of a handful is told as counts. */
export const isHandful = ({plays}: Types): boolean => plays < handful;

/** By how many points each part differs from the window before; null: there is nothing to compare with. */
export const pointsFor = (data: Types): readonly number[] | null =>
	data.before === null || isHandful(data)
		? null
		: pointsOf(
				data.parts.map(({value}) => value),
				data.before,
			);

/** "the 30 days before", "the day before". */
export const beforeWords = ({query}: Scene): string => {
	const days = daysOf(query.window);
	return days === 1 ? 'the day before' : `the ${days} days before`;
};
