import {expect, test} from 'vitest';
import {withDemo} from '../running.ts';

const {demo, ask, wait} = withDemo();

const call = async (path: string, init: RequestInit = {}) => {
	const response = await fetch(`${demo().tautulliUrl}${path}`, init);
	return {status: response.status, body: JSON.parse(await response.text())};
};

const envelope = (message: string | null) => ({response: {result: 'error', message, data: {}}});

test.each([
	['a wrong key', '/api/v2?cmd=arnold&apikey=wrong', 'Invalid apikey'],
	['an empty key', '/api/v2?cmd=arnold&apikey=', 'Invalid apikey'],
	['no key', '/api/v2?cmd=arnold', 'Parameter apikey is required'],
])('%s is refused with 400', async (_, path, message) => {
	expect(await call(path)).toEqual({status: 400, body: envelope(message)});
});

test('no command and an unknown command are told before the key is looked at', async () => {
	const none = await call('/api/v2');
	const unknown = await call('/api/v2?cmd=get_nothing&apikey=wrong');
	expect([none.status, none.body.response.message]).toEqual([
		400,
		expect.stringMatching(/^Parameter cmd is required\. Possible commands are: arnold, /),
	]);
	expect([unknown.status, unknown.body.response.message]).toEqual([
		400,
		expect.stringMatching(/^Unknown command: get_nothing\. Possible commands are: arnold, /),
	]);
});

test.each([
	['get_item_watch_time_stats', 400, null],
	['get_item_user_stats', 400, null],
	['get_user_watch_time_stats', 400, null],
])('%s without its argument is 400 without a message', async (cmd, status, message) => {
	expect(await ask(cmd)).toEqual({status, result: 'error', message, data: {}});
});

test.each([
	['get_history', {length: 'abc'}],
	['get_collections_table', {section_id: 77}],
])('%s crashes on %j', async (cmd, params) => {
	expect(await ask(cmd, params)).toMatchObject({status: 500, message: 'Check the logs for errors'});
});

test('home stats refuse dates', async () => {
	expect(await ask('get_home_stats', {after: '2026-11-01'})).toMatchObject({status: 400, message: null});
});

test('old endpoints point to the new one, other paths are not found, pages need no key', async () => {
	expect(await call('/api/v1?cmd=arnold')).toEqual({status: 200, body: envelope('Please use the /api/v2 endpoint.')});
	expect(await call('/nothing')).toEqual({
		status: 404,
		body: {status: '404 Not Found', message: "The path '/nothing' was not found.", error: true},
	});
	expect(await call('/status')).toEqual({status: 200, body: {result: 'success', message: 'Ok'}});
	expect(await call('/server_status')).toEqual({status: 200, body: {result: 'success', connected: true}});
});

test('the key is taken from the query and from a form body, and a body of JSON is ignored', async () => {
	const {apiKey} = demo();
	const form = new URLSearchParams({apikey: apiKey});
	const json = {method: 'POST', body: JSON.stringify({apikey: apiKey}), headers: {'Content-Type': 'application/json'}};
	expect((await call(`/api/v2/?cmd=arnold&apikey=${apiKey}`)).status).toBe(200);
	expect((await call('/api/v2?cmd=arnold', {method: 'POST', body: form})).status).toBe(200);
	expect((await call('/api/v2?cmd=arnold', json)).body).toEqual(envelope('Parameter apikey is required'));
	expect(apiKey).toHaveLength(32);
});

test('while Plex is away, what asks it is empty and the own database goes on', async () => {
	const collections = await ask('get_collections_table', {section_id: 1, search: 'Staff Picks'});
	const key = /"ratingKey":(\d+)/.exec(JSON.stringify(collections.data))?.[1] ?? '';
	demo().plexDown(30);
	const stats = {rating_key: key, media_type: 'collection', query_days: '30'};
	expect((await ask('get_activity')).data).toEqual({});
	expect((await ask('get_libraries')).data).toEqual([]);
	expect((await ask('get_metadata', {rating_key: key})).data).toEqual({});
	expect((await ask('get_children_metadata', {rating_key: key})).data).toEqual({children_count: 0, children_list: []});
	expect((await ask('get_item_watch_time_stats', stats)).data).toEqual([
		{query_days: 30, total_time: 0, total_plays: 0},
	]);
	expect((await ask('get_collections_table', {section_id: 1})).status).toBe(500);
	expect(JSON.stringify((await ask('get_history', {length: 1})).data)).toContain('"draw":1');
	await expect(fetch(`${demo().plexUrl}/identity`)).rejects.toThrow();
	wait(31);
	expect((await ask('get_activity')).data).toHaveProperty('stream_count');
	expect((await ask('get_item_watch_time_stats', stats)).data).not.toMatchObject([{total_plays: 0}]);
});
