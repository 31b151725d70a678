import type {AtOnce, PeakRecord, Since} from '../../domain/plays/at-once.ts';
import {concurrentSeries, type Graph, type PeaksAnswer, type TruePeakDays} from '../../domain/plays/graph.ts';
import type {Json} from '../../export/json.ts';
import {atLeast} from '../../stats/at-least.ts';
import {graphJson} from '../plan/graph-view.ts';
import {dayNames, hourKeys} from './words.ts';

type Document = {readonly [key: string]: Json};

const highestJson = ({highest}: PeaksAnswer): Json =>
	highest &&
	Object.fromEntries(
		Object.entries(highest).map(([name, {count, startedAt, stoppedAt}]) => [
			name,
			{count, started: startedAt, stopped: stoppedAt},
		]),
	);

/** How the streams of each first moment were played. */
const partsJson = (moments: ReadonlyArray<AtOnce | null>): Document => ({
	direct_play: moments.map(moment => moment?.directPlay ?? 0),
	direct_stream: moments.map(moment => moment?.directStream ?? 0),
	transcode: moments.map(moment => moment?.transcode ?? 0),
});

const ats = (moments: ReadonlyArray<Since | null>): Json => moments.map(moment => moment?.at ?? null);

const ownJson = (own: TruePeakDays): Json => ({
	categories: own.categories,
	counts: own.counts,
	at: ats(own.most),
	...partsJson(own.most),
	most_transcodes: own.transcodes.map(moment => moment?.count ?? 0),
	most_transcodes_at: ats(own.transcodes),
	hours: {
		counts: own.hours.map(hour => hour?.count ?? 0),
		at: ats(own.hours),
		...partsJson(own.hours),
		usual: own.usualHours,
	},
});

const sinceJson = (since: Since | null): Json => since && {count: since.count, at: since.at};

const recordJson = (record: PeakRecord | null): Json =>
	record && {count: record.count, at: record.at, before: sinceJson(record.before)};

/** Every number of the peaks: those of Tautulli's graph, then our own. */
export const peaksJson = (found: PeaksAnswer): Document => {
	const {usual, streams, transcodes} = found.records;
	return {
		...graphJson(found),
		highest: highestJson(found),
		true_peaks: ownJson(found.own),
		at_least: atLeast(found.own).map(({streams: count, seconds, days}) => ({
			streams: count,
			minutes: Math.round(seconds / 60),
			days,
		})),
		usual: usual && {weekday: dayNames[usual.weekday] ?? '', count: usual.count, days: usual.days},
		records: {[concurrentSeries]: recordJson(streams), Transcode: recordJson(transcodes)},
	};
};

/** The most in each hour of the day, with what is usual. */
export const hoursGraph = ({own: {hours, usualHours}}: PeaksAnswer): Graph => ({
	categories: hourKeys,
	series: [
		{name: concurrentSeries, values: hours.map(hour => hour?.count ?? 0)},
		{name: 'Direct Play', values: hours.map(hour => hour?.directPlay ?? 0)},
		{name: 'Direct Stream', values: hours.map(hour => hour?.directStream ?? 0)},
		{name: 'Transcode', values: hours.map(hour => hour?.transcode ?? 0)},
		{name: 'Usual', values: usualHours},
	],
});

export const hoursJson = (found: PeaksAnswer): Document => ({
	...graphJson(hoursGraph(found)),
	at: ats(found.own.hours),
});
