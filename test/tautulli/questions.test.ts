import {expect, test} from 'vitest';
import {readCommands} from '../../source/tautulli/known-commands.ts';
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

test('a stream is ended by its session id, by its key where there is none, and never asked for twice', async () => {
	const {client, server} = await startTautulli({terminate_session: {data: null}});
	await client.terminateSession({sessionKey: '7', sessionId: 'abc', message: 'The server goes down.'});
	await client.terminateSession({sessionKey: '7', sessionId: '', message: null});
	const named = {apikey: apiKey, cmd: 'terminate_session'};
	expect(server.heard.map(({form}) => form)).toEqual([
		{...named, session_id: 'abc', message: 'The server goes down.'},
		{...named, session_key: '7'},
	]);
	const failing = await startTautulli({
		terminate_session: {
			...small('server_status'),
			status: 400,
			body: {
				response: {result: 'error', message: 'Failed to terminate session: No Plex Pass subscription.', data: {}},
			},
		},
	});
	const refused = failing.client.terminateSession({sessionKey: '7', sessionId: 'abc', message: null});
	expect(await failureOf(refused)).toMatchObject({
		code: 'bad-answer',
		message: expect.stringContaining('did not stop the stream: No Plex Pass subscription.'),
		hint: 'Plex ends streams only for servers with Plex Pass.',
	});
	expect(failing.server.heard).toHaveLength(1);
});

test('history is asked oldest first, row by row whatever is set, without live sessions', async () => {
	for (const grouping of [true, false]) {
		const {client, server} = await startTautulli({'*': small('get_history--length0')}, {grouping});
		await client.getHistoryWindow({after: '2026-11-01', before: '2026-11-07', sectionId: '2', start: 0, length: 0});
		expect(server.heard[0]?.form).toEqual({
			apikey: apiKey,
			cmd: 'get_history',
			after: '2026-11-01',
			before: '2026-11-07',
			section_id: '2',
			start: '0',
			length: '0',
			grouping: '0',
			include_activity: '0',
			order_column: 'date',
			order_dir: 'asc',
		});
		expect(server.heard[0]?.headers['accept-encoding']).toBe('gzip');
	}
});

test.each([0, -1, 1.5, Number.NaN])('graphs of %d days are refused: Tautulli would answer for 30', async days => {
	const {client, server} = await startTautulli({});
	const request = {days, yAxis: 'plays'} as const;
	const asked = [
		() => client.getPlaysByDate(request),
		() => client.getPlaysByHourOfDay(request),
		() => client.getPlaysByStreamType(request),
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
