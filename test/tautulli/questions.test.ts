import {expect, test} from 'vitest';
import {readCommands} from '../../source/tautulli/commands.ts';
import {failureOf} from '../helpers/errors.ts';
import {apiKey, readRecording, startTautulli} from './recorded.ts';

const small = (name: string) => readRecording('small', name);

test('the key travels in the body of a POST, below the base path, and in no URL', async () => {
	const {client, server} = await startTautulli({'*': small('server_status')}, {prefix: '/tautulli'});
	await client.getServerStatus();
	expect(server.heard[0]).toMatchObject({
		method: 'POST',
		url: '/tautulli/api/v2',
		form: {apikey: apiKey, cmd: 'server_status'},
	});
	expect(JSON.stringify(server.heard[0]?.headers)).not.toContain(apiKey);
});

test('only reads can be called', () => {
	expect(readCommands.filter(command => !/^(?:get_|server_status$)/.test(command))).toEqual([]);
});

test('history is asked grouped or not as set, newest first, without live sessions', async () => {
	for (const grouping of [true, false]) {
		const {client, server} = await startTautulli({'*': small('get_history--length0')}, {grouping});
		await client.getHistory({start: 50, length: 25});
		expect(server.heard[0]?.form).toEqual({
			apikey: apiKey,
			cmd: 'get_history',
			start: '50',
			length: '25',
			grouping: grouping ? '1' : '0',
			include_activity: '0',
			order_column: 'date',
			order_dir: 'desc',
		});
		expect(server.heard[0]?.headers['accept-encoding']).toBe('gzip');
	}
});

test('a history page before the start, or of negative length, is refused without asking', async () => {
	const {client, server} = await startTautulli({});
	expect((await failureOf(client.getHistory({start: -1, length: 25}))).code).toBe('usage');
	expect((await failureOf(client.getHistory({start: 0, length: -1}))).code).toBe('usage');
	expect(server.heard).toEqual([]);
});

test.each([0, -1, 1.5, Number.NaN])('graphs of %d days are refused: Tautulli would answer for 30', async days => {
	const {client, server} = await startTautulli({});
	const request = {days, yAxis: 'plays'} as const;
	const asked = [
		() => client.getPlaysByDate(request),
		() => client.getPlaysByHourOfDay(request),
		() => client.getPlaysByStreamType(request),
		() => client.getConcurrentStreams(days),
		() => client.getHighestStreams(days),
		() => client.getHomeStats({...request, limit: 5}),
	];
	for (const ask of asked) expect((await failureOf(ask())).code).toBe('usage');
	expect(server.heard).toEqual([]);
});

test('windows other than those asked are a bad answer', async () => {
	const {client} = await startTautulli({get_item_watch_time_stats: small('get_item_watch_time_stats--collection')});
	const asked = client.getItemStats({ratingKey: '900042', days: [1, 7, 30, 90]});
	expect((await failureOf(asked)).code).toBe('bad-answer');
});

test('tables are read to their end, page by page', async () => {
	const rows = Array.from({length: 1203}, (_, index) => ({
		ratingKey: index + 1,
		title: `No ${index}`,
		subtype: 'movie',
	}));
	const {client, server} = await startTautulli({
		get_collections_table: ({form}) => {
			const start = Number(form.start);
			const data = rows.slice(start, start + Math.min(Number(form.length), 500));
			return {draw: 1, recordsFiltered: rows.length, recordsTotal: rows.length, data};
		},
	});
	const collections = await client.getCollections({sectionId: '1', name: 'Movies', type: 'movie', count: 1});
	expect(collections.map(({ratingKey}) => ratingKey)).toEqual(rows.map(({ratingKey}) => String(ratingKey)));
	expect(server.heard.map(({form}) => form.start)).toEqual(['0', '500', '1000']);
});

test('user statistics of all time come from the table alone, sorted', async () => {
	const {client, commands} = await startTautulli({get_users_table: small('get_users_table')});
	const users = await client.getUserStats(0);
	expect(users.slice(0, 2)).toEqual([
		{userId: 1000005, friendlyName: 'Anna', plays: 387, playedSeconds: 978_625},
		expect.objectContaining({userId: 1000014, plays: 258}),
	]);
	expect(users.map(({plays}) => plays)).toEqual(users.map(({plays}) => plays).toSorted((one, two) => two - one));
	expect(users.map(({userId}) => userId)).not.toContain(0);
	expect(commands()).toEqual(['get_users_table']);
});

test('user statistics of a window ask only for users who may have played in it', async () => {
	const now = 1_795_322_000;
	const {client, server} = await startTautulli(
		{
			get_users_table: small('get_users_table'),
			get_user_watch_time_stats: ({form}) => {
				const plays = form.user_id === '1000045' ? 0 : Number(form.user_id) % 7;
				return [{query_days: 1, total_plays: plays, total_time: plays * 60}];
			},
		},
		{now},
	);
	const users = await client.getUserStats(1);
	const asked = server.heard.flatMap(({form}) => (form.user_id === undefined ? [] : [form.user_id]));
	// Nina (1000098) was last seen five days before; Local (0) never played.
	expect(asked.toSorted()).toEqual(
		[
			'1000005',
			'1000014',
			'1000024',
			'1000035',
			'1000045',
			'1000054',
			'1000069',
			'1000073',
			'1000087',
			'1000106',
		].toSorted(),
	);
	expect(users.every(({plays}) => plays > 0)).toBe(true);
	expect(users.map(({userId}) => userId)).not.toContain(1000045);
	expect(server.mostAtOnce()).toBeLessThanOrEqual(2);
});

test('user statistics fail whole when one user cannot be read, and stop asking', async () => {
	const {client, server} = await startTautulli(
		{get_users_table: small('get_users_table'), get_user_watch_time_stats: small('error--wrong-apikey')},
		{now: 1_795_322_000},
	);
	expect((await failureOf(client.getUserStats(30))).code).toBe('unauthorized');
	expect(server.heard.length).toBeLessThanOrEqual(4);
});
