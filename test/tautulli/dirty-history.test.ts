import {expect, test} from 'vitest';
import {sumOf} from '../../source/domain/graph.ts';
import {failureOf} from '../helpers/errors.ts';
import {readRecording, startTautulli} from './recorded.ts';

/** A history with rows that other tools brought in: without start, user or reference, with pauses longer than the play. */
const dirty = (name: string) => readRecording('dirty', name);
const plays = {days: 60, yAxis: 'plays'} as const;

test('rows without a start are told, all others are on the page', async () => {
	const {client, odds} = await startTautulli({get_history: dirty('get_history--odd-rows')});
	const page = await client.getHistory({start: 0, length: 1000});
	expect([page.recordsFiltered, page.sent, page.plays.length]).toEqual([486, 486, 482]);
	expect(odds).toEqual([
		expect.stringMatching(
			/sent 4 of 486 history rows that cannot be read \(get_history\), left out\. The first is row_id 409\. started: /,
		),
	]);
	expect(page.plays.filter(({userId}) => userId === null)).toHaveLength(4);
	expect(page.plays.filter(({referenceId}) => referenceId === null)).toHaveLength(4);
	expect(Math.min(...page.plays.map(({playedSeconds}) => playedSeconds ?? 0))).toBeLessThan(0);
});

test('a graph that fails on such rows costs itself alone', async () => {
	const {client} = await startTautulli({
		get_plays_by_stream_type: dirty('get_plays_by_stream_type'),
		get_concurrent_streams_by_stream_type: dirty('get_concurrent_streams_by_stream_type'),
	});
	expect(await failureOf(client.getConcurrentStreams(60))).toMatchObject({code: 'server-error', server: 'tautulli'});
	const {series} = await client.getPlaysByStreamType(plays);
	expect(series.map(({name, values}) => [name, sumOf(values)])).toEqual([
		['Direct Play', 227],
		['Direct Stream', 45],
		['Transcode', 114],
	]);
});

test('of tables and graphs only the user without a number is lost', async () => {
	const {client, odds} = await startTautulli({
		get_users: dirty('get_users'),
		get_users_table: dirty('get_users_table'),
		get_libraries_table: dirty('get_libraries_table'),
		get_home_stats: dirty('get_home_stats--top_users'),
		get_plays_by_date: dirty('get_plays_by_date'),
		get_plays_by_hourofday: dirty('get_plays_by_hourofday'),
	});
	expect(await client.getUsers()).toHaveLength(6);
	expect((await client.getUserStats(0)).every(({plays: count}) => count > 0)).toBe(true);
	expect(await client.getLiveTv()).toMatchObject({type: 'live'});
	expect((await client.getHomeStats({...plays, limit: 100})).length).toBeGreaterThan(0);
	const total = (await client.getPlaysByDate(plays)).series.find(({name}) => name === 'Total');
	expect(sumOf(total?.values ?? [])).toBe(382);
	expect(sumOf((await client.getPlaysByHourOfDay(plays)).series.flatMap(({values}) => values))).toBe(424);
	expect(odds).toEqual([expect.stringContaining('left out: user admin_anna. user_id: a number was expected.')]);
});
