import {expect, test} from 'vitest';
import {AppError, type ErrorCode} from '../../source/domain/app-error.ts';
import type {Graph, Peaks} from '../../source/domain/graph.ts';
import {type PeakSources, peaksOf, typesOf} from '../../source/open/server-peaks.ts';

const dates = ['2026-11-21', '2026-11-22'];
const plays: Graph = {categories: dates, series: [{name: 'Transcode', values: [3, 4]}]};
const streams: Graph = {categories: dates, series: [{name: 'Concurrent Streams', values: [1, 2]}]};
const own: Peaks = {
	categories: dates,
	series: [{name: 'Concurrent Streams', values: [7, 8]}],
	highest: {'Concurrent Streams': {count: 9, startedAt: 1, stoppedAt: 2}},
};
const records = {'Concurrent Streams': {count: 2, startedAt: 3, stoppedAt: 4}};
const query = {days: 2, yAxis: 'plays'} as const;

const failing = (code: ErrorCode) => async (): Promise<never> => {
	throw new AppError(code, 'Tautulli failed.', {server: 'tautulli'});
};

const start = (given: Partial<PeakSources['tautulli']>, mirror: Peaks | null) => {
	const odds: string[] = [];
	const sources: PeakSources = {
		tautulli: {
			getPlaysByStreamType: async () => plays,
			getConcurrentStreams: async () => streams,
			getHighestStreams: async () => records,
			...given,
		},
		ownPeaks: () => mirror,
		odd: sentence => odds.push(sentence),
	};
	return {odds, types: () => typesOf(sources, query), peaks: () => peaksOf(sources, query)};
};

test('types: the most streams at once stand beside the plays', async () => {
	const {types, odds} = start({}, null);
	expect((await types()).series.at(-1)).toEqual({name: 'Concurrent Streams', values: [1, 2]});
	expect(odds).toEqual([]);
});

test('types: around midnight a date that only one of the graphs has keeps its plays', async () => {
	const {types} = start(
		{getConcurrentStreams: async () => ({...streams, categories: ['2026-11-22', '2026-11-23']})},
		null,
	);
	expect(await types()).toEqual({
		categories: dates,
		series: [...plays.series, {name: 'Concurrent Streams', values: [null, 1]}],
	});
});

test.each<ErrorCode>(['server-error', 'bad-answer', 'timeout'])('types stand while the peaks fail (%s)', async code => {
	const fails = {getConcurrentStreams: failing(code)};
	const counted = start(fails, own);
	expect((await counted.types()).series.at(-1)?.values).toEqual([7, 8]);
	expect(counted.odds).toEqual([
		'Tautulli failed. The most streams at once are counted from the mirrored history instead.',
	]);
	const unknown = start(fails, null);
	expect(await unknown.types()).toEqual({
		...plays,
		series: [...plays.series, {name: 'Concurrent Streams', values: [null, null]}],
	});
	expect(unknown.odds).toEqual(['Tautulli failed. The most streams at once are not known.']);
});

test('types: a cancelled question is cancelled', async () => {
	const {types, odds} = start({getConcurrentStreams: failing('cancelled')}, own);
	await expect(types()).rejects.toMatchObject({code: 'cancelled'});
	expect(odds).toEqual([]);
});

test.each<ErrorCode>(['server-error', 'bad-answer'])(
	'peaks: the mirror stands in for a graph that fails (%s)',
	async code => {
		const fails = {getConcurrentStreams: failing(code)};
		const {peaks, odds} = start(fails, own);
		expect(await peaks()).toEqual({...own, highest: records});
		expect(odds).toEqual(['Tautulli failed. The peaks are counted from the mirrored history instead.']);
		await expect(start(fails, null).peaks()).rejects.toMatchObject({code});
	},
);

test.each<ErrorCode>(['unreachable', 'timeout', 'server-error', 'bad-answer', 'unauthorized'])(
	'peaks: a server that is away as a whole is an error, not a number of ours (%s)',
	async code => {
		const {peaks} = start({getConcurrentStreams: failing(code), getHighestStreams: failing(code)}, own);
		await expect(peaks()).rejects.toMatchObject({code});
	},
);

test('peaks: records that fail cost the records alone', async () => {
	const fails = {getHighestStreams: failing('server-error')};
	const counted = start(fails, own);
	expect(await counted.peaks()).toEqual({...streams, highest: own.highest});
	const unknown = start(fails, null);
	expect(await unknown.peaks()).toEqual({...streams, highest: null});
	expect(unknown.odds).toEqual(['Tautulli failed. The records are not known.']);
});
