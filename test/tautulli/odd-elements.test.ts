import {expect, test} from 'vitest';
import {createTransport} from '../../source/http/transport.ts';
import type {TautulliClient} from '../../source/tautulli/client.ts';
import {createTautulli} from '../../source/tautulli/create.ts';
import type {HistoryMirrorClient} from '../../source/tautulli/mirror-client.ts';
import {failureOf} from '../helpers/errors.ts';
import {sendText, startLoopback} from '../helpers/loopback.ts';
import {apiKey, startTautulli} from './recorded.ts';

type Client = TautulliClient & HistoryMirrorClient;

const library = {sectionId: '1', name: 'Movies', type: 'movie', count: 1};
const page = {draw: 1, recordsTotal: 3, recordsFiltered: 3};
const activity = {
	stream_count: '3',
	stream_count_direct_play: 3,
	stream_count_direct_stream: 0,
	stream_count_transcode: 0,
	total_bandwidth: 9000,
	lan_bandwidth: 9000,
	wan_bandwidth: 0,
};

type ListCase = readonly [
	name: string,
	command: string,
	answer: (list: readonly unknown[]) => unknown,
	good: (id: number) => object,
	odd: unknown,
	named: string,
	ask: (client: Client) => Promise<readonly unknown[]>,
];

const lists: readonly ListCase[] = [
	[
		'a session without key and id',
		'get_activity',
		sessions => ({...activity, sessions}),
		id => ({session_key: id}),
		{title: 'Harbour Lights'},
		'session that cannot be read (get_activity), left out: title Harbour Lights. session_key: an id was expected.',
		async client => (await client.getActivity()).sessions,
	],
	[
		'a library without its number',
		'get_libraries',
		data => data,
		id => ({section_id: id, count: '3'}),
		{section_name: 'Films'},
		'library that cannot be read (get_libraries), left out: section_name Films. section_id: an id was expected.',
		client => client.getLibraries(),
	],
	[
		'a user that is a word',
		'get_users',
		data => data,
		id => ({user_id: id}),
		'user',
		'user that cannot be read (get_users), left out: number 2.',
		client => client.getUsers(),
	],
	[
		'a row of a table that is null',
		'get_collections_table',
		data => ({...page, data}),
		id => ({ratingKey: id}),
		null,
		'collection that cannot be read (get_collections_table), left out: number 2.',
		client => client.getCollections(library),
	],
	[
		'a member that is a list',
		'get_children_metadata',
		data => ({children_list: data}),
		id => ({rating_key: String(id)}),
		[1, 2],
		'item that cannot be read (get_children_metadata), left out: number 2.',
		client => client.getChildren('1', 'collection'),
	],
	[
		'a user without a number',
		'get_users',
		data => data,
		id => ({user_id: id}),
		{friendly_name: 'marta', user_id: 'x'},
		'user that cannot be read (get_users), left out: friendly_name marta. user_id: a number was expected.',
		client => client.getUsers(),
	],
	[
		'a name of a library without its number',
		'get_library_names',
		data => data,
		id => ({section_id: id}),
		{section_name: 'Films'},
		'library that cannot be read (get_library_names), left out: section_name Films. section_id: an id was expected.',
		client => client.getSectionIds(),
	],
];

test.each(lists)('%s costs itself and is told', async (_, command, answer, good, odd, named, ask) => {
	const {client, odds} = await startTautulli({[command]: {data: answer([good(1), odd, good(3)])}});
	expect(await ask(client)).toHaveLength(2);
	expect(odds).toHaveLength(1);
	expect(odds[0]).toContain(named);
});

test.each(lists)('%s: where all are so, the answer is bad', async (_, command, answer, _good, odd, _named, ask) => {
	const {client, odds} = await startTautulli({[command]: {data: answer([odd, odd])}});
	expect(await failureOf(ask(client))).toMatchObject({code: 'bad-answer', server: 'tautulli'});
	expect(odds).toEqual([]);
});

test('of many odd elements only the number and the first are told', async () => {
	const users = [{user_id: 1}, ...Array.from({length: 5000}, (_, index) => ({friendly_name: `user ${index}`}))];
	const {client, odds} = await startTautulli({get_users: {data: users}});
	expect(await client.getUsers()).toHaveLength(1);
	expect(odds).toEqual([
		expect.stringMatching(
			/sent 5000 of 5001 users that cannot be read \(get_users\), left out\. The first is friendly_name user 0\./,
		),
	]);
});

test('odd rows on the pages of a table are told once, and read over', async () => {
	const rows = Array.from({length: 1203}, (_, index) => (index >= 1000 ? {} : {ratingKey: index + 1}));
	const {client, odds} = await startTautulli({
		get_collections_table: ({form}) => ({
			draw: 1,
			recordsFiltered: rows.length,
			data: rows.slice(Number(form.start), Number(form.start) + Number(form.length)),
		}),
	});
	expect(await client.getCollections(library)).toHaveLength(1000);
	expect(odds).toEqual([expect.stringContaining('203 of 1203 collections')]);
});

test('a table that ends before its own count is a bad answer: what is missing would be taken for gone', async () => {
	const {client} = await startTautulli({
		get_collections_table: ({form}) => ({
			draw: 1,
			recordsFiltered: 9,
			data: form.start === '0' ? [{ratingKey: 1}] : [],
		}),
	});
	expect((await failureOf(client.getCollections(library))).message).toMatch(/lists only 1 of 9 collections/);
});

test.each([1, 12, 30])('%d MB of {} as sessions are one bad answer', async megabytes => {
	const elements = Math.floor((megabytes * 1_000_000) / 3);
	const sessions = `[${'{},'.repeat(elements)}{}]`;
	const body = `{"response":{"result":"success","message":null,"data":{"stream_count":"1","sessions":${sessions}}}}`;
	const server = await startLoopback((_, response) => sendText(response, 'application/json', body));
	const transport = createTransport({
		server: 'tautulli',
		baseUrl: server.url,
		timeoutSeconds: 60,
		pause: async () => {},
	});
	const odds: string[] = [];
	const client = createTautulli({transport, apiKey, grouping: true, odd: sentence => odds.push(sentence)});
	const error = await failureOf(client.getActivity()).finally(() => transport.close());
	expect(error.code).toBe('bad-answer');
	expect(error.message.length).toBeLessThan(200);
	expect(odds).toEqual([]);
});

test.each([
	['an empty answer', [], 'not-found'],
	['a window without a time', [{query_days: 30, total_plays: 2, total_time: null}], 'bad-answer'],
	['another window', [{query_days: 7, total_plays: 2, total_time: 1}], 'bad-answer'],
	['an object', {}, 'bad-answer'],
])('%s is no number of plays of an item', async (_, data, code) => {
	const {client} = await startTautulli({get_item_watch_time_stats: {data}});
	expect(await failureOf(client.getItemStats({ratingKey: '1', days: [30]}))).toMatchObject({code, server: 'tautulli'});
});

test.each([
	['get_activity', activity, (client: Client) => client.getActivity()],
	['get_collections_table', page, (client: Client) => client.getCollections(library)],
	['get_users_table', page, (client: Client) => client.getPlayTable()],
	['get_plays_by_date', {}, (client: Client) => client.getPlaysByDate({days: 30, yAxis: 'plays'})],
])('%s without its list says what is missing', async (command, answer, ask) => {
	const {client} = await startTautulli({[command]: {data: answer}});
	const error = await failureOf(ask(client));
	expect(error).toMatchObject({code: 'bad-answer'});
	expect(error.message).toMatch(/a list was expected\.$/);
});
