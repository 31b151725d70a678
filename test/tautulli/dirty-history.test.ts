import {expect, test} from 'vitest';
import {sumOf} from '../../source/domain/plays/graph.ts';
import {readRecording, startTautulli} from './recorded.ts';

/** A history with rows that other tools brought in: without start, user or reference, with pauses longer than the play. */
const dirty = (name: string) => readRecording('dirty', name);
const plays = {days: 60, yAxis: 'plays'} as const;

test('rows that lack something are on the page with all others', async () => {
	const {client} = await startTautulli({get_history: dirty('get_history--odd-rows')});
	const page = await client.getHistoryWindow({start: 0, length: 1000});
	expect([page.recordsFiltered, page.plays.length, page.unread]).toEqual([486, 486, 0]);
	const fields = ['startedAt', 'stoppedAt', 'userId', 'referenceId'] as const;
	expect(fields.map(field => page.plays.filter(play => play[field] === null).length)).toEqual([4, 4, 4, 4]);
});

test('of tables and graphs nothing is lost', async () => {
	const {client, odds} = await startTautulli({
		get_users: dirty('get_users'),
		get_users_table: dirty('get_users_table'),
		get_libraries_table: dirty('get_libraries_table'),
		get_plays_by_date: dirty('get_plays_by_date'),
		get_plays_by_hourofday: dirty('get_plays_by_hourofday'),
		get_plays_by_stream_type: dirty('get_plays_by_stream_type'),
	});
	expect(await client.getUsers()).toHaveLength(6);
	expect(await client.getLiveTv()).toMatchObject({type: 'live'});
	expect(await client.getPlayTable()).toEqual({
		plays: 408,
		newestStarts: [1_795_553_322, 1_795_538_802, 1_795_473_000],
	});
	const total = (await client.getPlaysByDate(plays)).series.find(({name}) => name === 'Total');
	expect(sumOf(total?.values ?? [])).toBe(382);
	expect(sumOf((await client.getPlaysByHourOfDay(plays)).series.flatMap(({values}) => values))).toBe(424);
	const {series} = await client.getPlaysByStreamType(plays);
	expect(series.map(({name, values}) => [name, sumOf(values)])).toEqual([
		['Direct Play', 227],
		['Direct Stream', 45],
		['Transcode', 114],
	]);
	expect(odds).toEqual([]);
});
