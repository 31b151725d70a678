import {expect, test} from 'vitest';
import {durationText} from '../../../source/demo/tautulli/duration-text.ts';
import {askTiny, bert, episode, play, tinyWorld} from '../tiny-world.ts';

const noon = '2026-03-20T12:00:00';
const rows = () =>
	tinyWorld([
		play('2026-03-10T10:00:00', 900),
		play('2026-03-12T10:00:00', 900, {item: episode}),
		play('2026-03-14T10:00:00', 950, {user: bert, decision: 'copy'}),
		play('2026-03-16T10:00:00', 960, {item: episode, user: bert, decision: 'transcode'}),
		play('2026-03-20T11:55:00', 900, {user: bert}),
	]);

type Page = {
	readonly recordsTotal: number;
	readonly recordsFiltered: number;
	readonly draw: number;
	readonly data: readonly {readonly [field: string]: string | number | null}[];
	readonly total_duration: string;
	readonly filter_duration: string;
};

const history = (params: Readonly<Record<string, string | number>> = {}): Page =>
	JSON.parse(JSON.stringify(askTiny(rows(), noon, 'get_history', params)));

const titles = (params: Readonly<Record<string, string | number>>): unknown[] =>
	history({include_activity: 0, ...params}).data.map(row => `${row.friendly_name} ${row.media_type}`);

test('running streams come first, without ids, and count as filtered but not in the total', () => {
	const {data, recordsTotal, recordsFiltered} = history();
	expect([recordsTotal, recordsFiltered]).toEqual([4, 5]);
	expect(data[0]).toMatchObject({row_id: null, group_ids: null, state: 'playing', session_key: 5, duration: 300});
	expect(history({include_activity: 0})).toMatchObject({recordsTotal: 4, recordsFiltered: 4});
});

test.each([
	[{user_id: 2}, ['Bert episode', 'Bert movie']],
	[{user: 'anna,bert', media_type: 'movie'}, ['Bert movie', 'Anna movie']],
	[{rating_key: 10}, ['Bert movie', 'Anna movie']],
	[{rating_key: 20}, []],
	[{parent_rating_key: 21}, ['Bert episode', 'Anna episode']],
	[{grandparent_rating_key: 20}, ['Bert episode', 'Anna episode']],
	[{rating_key: 90, media_type: 'collection'}, ['Bert episode', 'Anna episode']],
	[{section_id: 1}, ['Bert movie', 'Anna movie']],
	[{transcode_decision: 'copy,transcode'}, ['Bert episode', 'Bert movie']],
	[{guid: 'plex://ep'}, ['Bert episode', 'Anna episode']],
	[{search: 'SHOW'}, ['Bert episode', 'Anna episode']],
	[{after: '2026-03-14'}, ['Bert episode', 'Bert movie']],
	[{before: '2026-03-12'}, ['Anna episode', 'Anna movie']],
	[{start_date: '2026-03-12'}, ['Anna episode']],
	[{after: 'notadate'}, []],
	[
		{order_column: 'friendly_name,date', order_dir: 'asc,desc', length: 3},
		['Anna episode', 'Anna movie', 'Bert episode'],
	],
	[{order_dir: 'asc', start: 1, length: 2}, ['Anna episode', 'Bert movie']],
	[{length: -1}, ['Bert episode', 'Bert movie', 'Anna episode']],
	[{start: 50}, []],
])('%j finds %j', (params, found) => {
	expect(titles(params)).toEqual(found);
});

test('the probe of a mirror counts the whole history and matches nothing', () => {
	expect(history({length: 0, grouping: 0, include_activity: 0, reference_id: 999_999_999})).toEqual({
		recordsFiltered: 0,
		recordsTotal: 4,
		data: [],
		draw: 1,
		filter_duration: '0',
		total_duration: '0',
	});
});

test('more than a thousand values fail silently', () => {
	const many = Array.from({length: 1001}, (_, index) => index).join(',');
	expect(history({reference_id: many})).toMatchObject({recordsTotal: 0, draw: 0, data: []});
});

test('durations cover all matching rows, and the page', () => {
	expect(history({include_activity: 0, length: 1})).toMatchObject({
		total_duration: '1 hr 1 min 50 secs',
		filter_duration: '16 mins',
	});
});

test.each([
	[0, '0'],
	[59, '59 secs'],
	[3012, '50 mins 12 secs'],
	[90_061, '1 day 1 hr 1 min 1 sec'],
	[1_089_240, '12 days 14 hrs 34 mins'],
])('%i seconds are %s', (seconds, text) => {
	expect(durationText(seconds)).toBe(text);
});
