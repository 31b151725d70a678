import {describe, expect, test} from 'vitest';
import {askTiny, bert, episode, play, tinyWorld} from '../tiny-world.ts';

/** The answer as a client reads it. */
const plain = (answer: unknown) => JSON.parse(JSON.stringify(answer));

const noon = '2026-03-20T12:00:00';

describe('windows', () => {
	const world = tinyWorld([
		play('2026-03-18T12:00:00', 900, {item: episode}),
		play('2026-03-19T11:45:00', 900, {item: episode}),
		play('2026-03-20T10:00:00', 900, {item: episode, paused: 60}),
	]);

	test('count by when a play stopped, in rolling seconds, and 0 days are all time', () => {
		expect(askTiny(world, noon, 'get_item_watch_time_stats', {rating_key: 22, query_days: '1,2,0,7'})).toEqual([
			{query_days: 1, total_time: 1800, total_plays: 2},
			{query_days: 2, total_time: 2700, total_plays: 3},
			{query_days: 0, total_time: 2700, total_plays: 3},
			{query_days: 7, total_time: 2700, total_plays: 3},
		]);
	});

	test.each([20, 21, 22])('item stats take the key of any level: %i', key => {
		expect(askTiny(world, noon, 'get_item_watch_time_stats', {rating_key: key, query_days: '7'})).toEqual([
			{query_days: 7, total_time: 2700, total_plays: 3},
		]);
	});

	test('a collection counts its members, and nothing without its media type', () => {
		const params = {rating_key: 90, query_days: '7'};
		expect(askTiny(world, noon, 'get_item_watch_time_stats', {...params, media_type: 'collection'})).toEqual([
			{query_days: 7, total_time: 2700, total_plays: 3},
		]);
		expect(askTiny(world, noon, 'get_item_watch_time_stats', params)).toEqual([
			{query_days: 7, total_time: 0, total_plays: 0},
		]);
	});

	test('garbage in query_days is all time, an unknown key zeros, a key of letters nothing', () => {
		expect(askTiny(world, noon, 'get_item_watch_time_stats', {rating_key: 22, query_days: 'x'})).toEqual([
			{query_days: 0, total_time: 2700, total_plays: 3},
		]);
		expect(askTiny(world, noon, 'get_item_watch_time_stats', {rating_key: 999, query_days: '1'})).toEqual([
			{query_days: 1, total_time: 0, total_plays: 0},
		]);
		expect(askTiny(world, noon, 'get_item_watch_time_stats', {rating_key: 'abc'})).toEqual([]);
	});
});

describe('groups', () => {
	const world = tinyWorld([
		play('2026-03-18T23:50:00', 300),
		play('2026-03-19T20:00:00', 300, {fromSeconds: 300, decision: 'transcode'}),
		play('2026-03-19T22:00:00', 400, {fromSeconds: 600}),
		play('2026-03-19T23:00:00', 200),
		play('2026-03-20T01:00:00', 300, {user: bert}),
	]);
	const ids = (params: Readonly<Record<string, string | number>>) =>
		askTiny(world, noon, 'get_history', {include_activity: 0, ...params});

	test('a play joins the last of the same user and item, unless that was watched or the place went back', () => {
		const {data} = plain(ids({grouping: 0, order_column: 'nosuch'}));
		const [first, second, third, fourth, fifth] = data.map((row: {row_id: number}) => row.row_id);
		expect(data.map((row: {reference_id: number}) => row.reference_id)).toEqual([first, first, first, fourth, fifth]);
		expect([second, third].every(id => id > first)).toBe(true);
	});

	test('a grouped row sums, spans from first start to last stop, and is otherwise the most complete row', () => {
		const {data, recordsTotal, recordsFiltered} = plain(ids({grouping: 1}));
		expect([recordsTotal, recordsFiltered]).toEqual([5, 3]);
		const group = data.find((row: {group_count: number}) => row.group_count === 3);
		expect(group).toMatchObject({
			date: Date.UTC(2026, 2, 19, 22) / 1000,
			started: Date.UTC(2026, 2, 18, 23, 50) / 1000,
			stopped: Date.UTC(2026, 2, 19, 22, 6, 40) / 1000,
			duration: 1000,
			percent_complete: 100,
			watched_status: 1,
			transcode_decision: 'direct play',
		});
		expect(group.group_ids.split(',')).toHaveLength(3);
	});

	test('a graph counts a group once in each bucket it has a row in', () => {
		const graph = (grouping: number) => plain(askTiny(world, noon, 'get_plays_by_date', {time_range: 3, grouping}));
		expect(graph(1).series[1].data).toEqual([1, 2, 1]);
		expect(graph(0).series[1].data).toEqual([1, 3, 1]);
	});

	test('the stream type of a group is that of its first row in the bucket', () => {
		expect(askTiny(world, noon, 'get_plays_by_stream_type', {time_range: 3})).toEqual({
			categories: ['2026-03-18', '2026-03-19', '2026-03-20'],
			series: [
				{name: 'Direct Play', data: [1, 1, 1]},
				{name: 'Direct Stream', data: [0, 0, 0]},
				{name: 'Transcode', data: [0, 1, 0]},
			],
		});
	});
});

describe('days and hours', () => {
	test('are those of the start, in the zone of the server', () => {
		const world = tinyWorld([play('2026-03-20T03:30:00', 900)], 'America/New_York');
		expect(askTiny(world, noon, 'get_plays_by_date', {time_range: 2})).toEqual({
			categories: ['2026-03-19', '2026-03-20'],
			series: [
				{name: 'TV', data: [0, 0]},
				{name: 'Movies', data: [1, 0]},
				{name: 'Music', data: [0, 0]},
				{name: 'Total', data: [1, 0]},
			],
		});
		const hours = plain(askTiny(world, noon, 'get_plays_by_hourofday'));
		expect(hours.series[1].data.indexOf(1)).toBe(23);
	});

	test.each([
		['0', 30],
		['', 30],
		['x', 30],
		['-3', 0],
		['7', 7],
	])('a time_range of "%s" shows %i days', (text, days) => {
		const graph = askTiny(tinyWorld([]), noon, 'get_plays_by_date', {time_range: text});
		expect(graph).toHaveProperty('categories.length', days);
	});

	test('any y_axis but plays means seconds', () => {
		const world = tinyWorld([play('2026-03-20T10:00:00', 900, {paused: 30})]);
		const graph = plain(askTiny(world, noon, 'get_plays_by_date', {time_range: 1, y_axis: 'x'}));
		expect(graph.series[1].data).toEqual([900]);
	});
});

describe('streams at once', () => {
	const world = tinyWorld([
		play('2026-03-18T23:30:00', 3600, {decision: 'transcode'}),
		play('2026-03-18T23:40:00', 3000, {user: bert}),
		play('2026-03-19T00:10:00', 600, {item: episode}),
		play('2026-03-19T00:20:00', 300, {item: episode, user: bert}),
	]);

	test('the graph counts each start date alone, and a stop comes before a start of the same second', () => {
		expect(askTiny(world, noon, 'get_concurrent_streams_by_stream_type', {time_range: 2})).toMatchObject({
			categories: ['2026-03-19', '2026-03-20'],
			series: [
				{name: 'Direct Play', data: [1, 0]},
				{name: 'Direct Stream', data: [0, 0]},
				{name: 'Transcode', data: [0, 0]},
				{name: 'Max. Concurrent Streams', data: [1, 0]},
			],
		});
	});

	test('the home page crosses midnight, and its times are strings', () => {
		expect(askTiny(world, noon, 'get_home_stats', {stat_id: 'most_concurrent'})).toMatchObject({
			stat_id: 'most_concurrent',
			rows: [
				{
					title: 'Concurrent Streams',
					count: 3,
					started: String(Date.UTC(2026, 2, 19, 0, 20) / 1000),
					stopped: String(Date.UTC(2026, 2, 19, 0, 25) / 1000),
				},
				{title: 'Concurrent Transcodes', count: 1},
				{title: 'Concurrent Direct Plays', count: 2},
			],
		});
	});
});

test('plays shorter than two minutes leave no row', () => {
	const world = tinyWorld([play('2026-03-20T10:00:00', 119), play('2026-03-20T11:00:00', 120)]);
	expect(askTiny(world, noon, 'get_history', {length: 0})).toMatchObject({recordsTotal: 1});
});
