import {describe, expect, test} from 'vitest';
import * as z from 'zod';
import {isDoubted} from '../../source/domain/doubt.ts';
import {readRecording, startTautulli} from './recorded.ts';

const envelope = z.object({
	response: z.object({data: z.looseObject({data: z.array(z.record(z.string(), z.unknown()))})}),
});

const recording = readRecording('dirty', 'get_history--some-odd-rows');
const rows = envelope.parse(recording.body).response.data.data;

/** A page with these rows, all of a window. */
const page = (data: readonly unknown[]) => ({
	data: {draw: 1, recordsTotal: data.length, recordsFiltered: data.length, data},
});

const ask = async (data: readonly unknown[]) => {
	const {client} = await startTautulli({get_history: page(data)});
	return await client.getHistoryWindow({start: 0, length: 2000});
};

describe('odd rows', () => {
	test('as a real Tautulli sends them: all are kept, and each is told with its number and what it lacks', async () => {
		const {client} = await startTautulli({get_history: recording});
		const {plays, unread, odd} = await client.getHistoryWindow({start: 0, length: 2000});
		expect({rows: plays.length, unread}).toEqual({rows: rows.length, unread: 0});
		const found = new Map(plays.map(play => [play.rowId, play]));
		expect(found.get(405)).toMatchObject({stoppedAt: null, startedAt: 1_793_689_068});
		expect(found.get(409)).toMatchObject({startedAt: null, stoppedAt: 1_790_616_071});
		expect(found.get(413)).toMatchObject({userId: null, userKnown: false, pausedSeconds: 98});
		expect(found.get(417)).toMatchObject({referenceId: null});
		expect(found.get(437)).toMatchObject({pausedSeconds: 1632});
		const told = new Map(odd.map(sentence => [Number(/^Row (\d+) /.exec(sentence)?.[1]), sentence]));
		expect(told.get(405)).toContain('has no end');
		expect(told.get(409)).toContain('has no start');
		expect(told.get(413)).toContain('has no user');
		expect(told.get(417)).toContain('has no group');
		expect(told.get(455)).toContain('has no key');
		expect(told.size).toBe(12);
	});

	const [first = {}, second = {}, third = {}] = rows.filter(
		({started, user_id}) => started !== null && user_id !== null,
	);

	test.each([
		['user_id', 'abc', {userId: null}],
		['started', 'yesterday', {startedAt: null}],
		['started', 1e17, {startedAt: null}],
		['stopped', {}, {stoppedAt: null}],
		['reference_id', '', {referenceId: null}],
		['paused_counter', null, {pausedSeconds: 0}],
		['rating_key', null, {ratingKey: ''}],
		['media_type', null, {mediaType: ''}],
		['friendly_name', 7, {userKnown: false}],
	])('%s that is %j costs that field alone', async (field, value, expected) => {
		const {plays, unread} = await ask([first, {...second, [field]: value}, third]);
		expect(unread).toBe(0);
		expect(plays[1]).toMatchObject(expected);
	});

	test('numbers that come as texts are numbers', async () => {
		const texts = Object.entries(first).map(([name, value]) => [name, typeof value === 'number' ? `${value}` : value]);
		const {plays} = await ask([first, second]);
		expect((await ask([Object.fromEntries(texts), second])).plays).toEqual(plays);
	});

	test.each([[null], ['row'], [[]], [{...second, row_id: null}], [{...second, row_id: 'x'}]])(
		'a row that is %j is left out, and told',
		async odd => {
			const {plays, unread, odd: told} = await ask([first, odd, third]);
			expect(plays).toHaveLength(2);
			expect(unread).toBe(1);
			expect(told).toContain("A row of Tautulli's history has no row number, so it is left out.");
		},
	);

	test('a page of nothing but such rows is a bad answer, and a doubt', async () => {
		const many = Array.from({length: 30}, (_, index) => ({...first, row_id: index + 1, reference_id: index + 1}));
		const broken: ReadonlyArray<readonly unknown[]> = [
			[null],
			[{...first, row_id: null}, {}],
			many.map(row => Object.fromEntries(Object.keys(row).map(name => [name, null]))),
			many.map(row => ({...row, user_id: null})),
			many.map(row => ({...row, reference_id: 'none'})),
		];
		for (const data of broken) {
			const error: unknown = await ask(data).catch((reason: unknown) => reason);
			expect(error).toMatchObject({code: 'bad-answer', server: 'tautulli'});
			expect(isDoubted(error)).toBe(true);
		}
	});
});

describe('a page that is not what was asked for', () => {
	const two = [rows[0], rows[1]];

	test.each([
		['whose query failed', {...page([]).data, draw: 0}, 'server-error', 'could not read its history'],
		['of another question', {...page(two).data, draw: 2}, 'bad-answer', 'draw is 2'],
		['of more rows than there are', {...page(two).data, recordsTotal: 1}, 'bad-answer', '2 of 1 rows match'],
		['with a row less', {...page(two).data, data: [rows[0]]}, 'bad-answer', '1 rows instead of 2'],
		['with a row twice', page([rows[0], rows[0]]).data, 'bad-answer', 'a row came twice'],
		['without its rows', {...page([]).data, data: undefined}, 'bad-answer', 'cannot be right at data'],
	])('%s is an error, no history', async (_, data, code, words) => {
		const {client} = await startTautulli({get_history: {data}});
		const asked = client.getHistoryWindow({start: 0, length: 2000});
		await expect(asked).rejects.toMatchObject({code, message: expect.stringContaining(words)});
	});
});

describe('the tables that a history is held against', () => {
	const table = (data: readonly unknown[]) => ({data: {draw: 1, recordsTotal: 9, recordsFiltered: data.length, data}});
	const users = table([
		{plays: 40, last_seen: 1000},
		{plays: 0, last_seen: null},
		{plays: 3, last_seen: 5000},
	]);
	const libraries = table([
		{section_id: 1, plays: 30, last_accessed: 5000},
		{section_id: 2, plays: 25, last_accessed: 4000},
		{section_id: 2, plays: 25, last_accessed: 4000},
		{section_id: 3, plays: 0, last_accessed: null},
	]);

	test('tell at least how many rows there are, each section once, and the newest starts', async () => {
		const {client, server} = await startTautulli({get_users_table: users, get_libraries_table: libraries});
		expect(await client.getPlayTable()).toEqual({plays: 55, newestStarts: [5000, 4000, 1000]});
		expect(server.heard.map(({form}) => form.grouping)).toEqual(['0', '0']);
	});

	test('that failed are no zero', async () => {
		const failed = {data: {draw: 0, recordsTotal: 0, recordsFiltered: 0, data: []}};
		const {client} = await startTautulli({get_users_table: users, get_libraries_table: failed});
		await expect(client.getPlayTable()).rejects.toMatchObject({code: 'server-error'});
	});

	test.each(['get_users_table', 'get_libraries_table'])('with a number missing in %s are no zero', async command => {
		const holed = {data: {draw: 1, recordsTotal: 2, recordsFiltered: 2, data: [{plays: 3}, {plays: null}]}};
		const {client} = await startTautulli({get_users_table: users, get_libraries_table: libraries, [command]: holed});
		await expect(client.getPlayTable()).rejects.toMatchObject({
			code: 'bad-answer',
			message: expect.stringContaining(`left out a number of plays in its answer to ${command}.`),
		});
	});
});
