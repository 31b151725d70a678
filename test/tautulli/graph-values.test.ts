import {expect, test} from 'vitest';
import {failureOf} from '../helpers/errors.ts';
import {readRecording, startTautulli} from './recorded.ts';

const month = {days: 30, yAxis: 'plays'} as const;
const categories = ['2026-11-20', '2026-11-21', '2026-11-22'];
const movies = {name: 'Movies', data: [1, 2, 3]};

const read = async (series: readonly unknown[]) => {
	const {client, odds} = await startTautulli({get_plays_by_date: {data: {categories, series}}});
	return {asked: client.getPlaysByDate(month), odds};
};

test.each([
	['null', null],
	['a word', 'many'],
	['a list', [1]],
	['an object', {}],
	['NaN as text', 'NaN'],
	['nothing', ''],
	['more than can be counted', 1e300],
])('a value that is %s is not known, which is no 0', async (_, value) => {
	const {asked, odds} = await read([{name: 'TV', data: [4, value, '6']}, movies]);
	expect((await asked).series).toEqual([
		{name: 'TV', values: [4, null, 6]},
		{name: 'Movies', values: [1, 2, 3]},
	]);
	expect(odds).toEqual([expect.stringMatching(/sent no number for TV, 2026-11-21 \(1 of 3; get_plays_by_date\)\.$/)]);
});

test.each([
	['too short', [1]],
	['too long', [1, 2, 3, 4]],
	['no list', 'none'],
])('a series that is %s is not known as a whole', async (_, data) => {
	const {asked, odds} = await read([{name: 'TV', data}, movies]);
	expect((await asked).series[0]).toEqual({name: 'TV', values: [null, null, null]});
	expect(odds).toEqual([expect.stringContaining('no number for TV, 2026-11-20 (3 of 3;')]);
});

test('a series without a name is left out and told', async () => {
	const {asked, odds} = await read([{data: [9, 9, 9]}, movies]);
	expect((await asked).series).toEqual([{name: 'Movies', values: [1, 2, 3]}]);
	expect(odds).toEqual([expect.stringContaining('sent a series that cannot be read (get_plays_by_date)')]);
});

test('a resolution that is none, and numbers of it that are none, leave the others as they are', async () => {
	const series = [
		{name: 'Direct Play', data: [4, 'many', 6]},
		{name: 'Direct Stream', data: [1, 2, '3']},
		{name: 'Transcode', data: [7]},
	];
	const {client, odds} = await startTautulli({'*': {data: {categories: ['4k', null, 'sd'], series}}});
	const {source} = await client.getResolutions({days: 30, measure: 'plays', users: []});
	expect(source).toEqual([
		{resolution: '4k', directPlay: 4, directStream: 1, transcode: null},
		{resolution: '', directPlay: null, directStream: 2, transcode: null},
		{resolution: 'sd', directPlay: 6, directStream: 3, transcode: null},
	]);
	expect(odds.toSorted()).toEqual([
		expect.stringMatching(/Direct Play, {2}\(1 of 3; get_plays_by_source_resolution\)\.$/),
		expect.stringMatching(/Direct Play, {2}\(1 of 3; get_plays_by_stream_resolution\)\.$/),
		expect.stringMatching(/Transcode, 4k \(3 of 3; get_plays_by_source_resolution\)\.$/),
		expect.stringMatching(/Transcode, 4k \(3 of 3; get_plays_by_stream_resolution\)\.$/),
	]);
});

test('a graph without a single number is a bad answer', async () => {
	const {asked} = await read([{name: 'TV', data: [null, null, null]}]);
	expect((await failureOf(asked)).code).toBe('bad-answer');
});

test('a graph of a million dates is a bad answer', async () => {
	const data = {categories: Array.from({length: 300_000}, () => 1), series: []};
	const {client} = await startTautulli({get_plays_by_date: {data}});
	expect((await failureOf(client.getPlaysByDate(month))).code).toBe('bad-answer');
});

test('a command that a server does not know, or fails at, says nothing of Plex', async () => {
	for (const name of ['error--unknown-cmd', 'plex-down--get_collections_table']) {
		const {client} = await startTautulli({'*': readRecording('small', name)});
		const error = await failureOf(client.getPlaysByDate(month));
		expect(`${error.message} ${error.hint}`).not.toContain('Plex');
	}
});
