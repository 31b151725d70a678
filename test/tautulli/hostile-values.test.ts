import {expect, test} from 'vitest';
import {commandOf} from '../../source/commands/views/view-command.ts';
import type {HistoryAnswer} from '../../source/domain/plays/play.ts';
import {answerHistory} from '../../source/open/plays/answer-history.ts';
import type {PlaySources} from '../../source/open/plays/answer-plays.ts';
import {createHeldColumns} from '../../source/open/plays/held-columns.ts';
import {history as historyView} from '../../source/views/history/index.ts';
import {libraries as librariesView} from '../../source/views/libraries.ts';
import {now as nowView} from '../../source/views/now/index.ts';
import {fakeNow, fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';
import {tempStore} from '../helpers/temp-store.ts';
import {fakeCanvas, tell, textOf} from '../views/scene.ts';
import {startTautulli} from './recorded.ts';

const [now, history, libraries] = [commandOf(nowView), commandOf(historyView), commandOf(librariesView)];

const hostile: readonly unknown[] = [
	null,
	'',
	'abc',
	'NaN',
	-1,
	'-5',
	0,
	1e15,
	'1e15',
	1e300,
	'Infinity',
	true,
	[],
	[7],
	{},
	{value: 1},
	'2026-11-22',
];

const nonsense = /null|undefined|NaN|Infinity|Invalid|\[object|-\d+\.\d/;

const numbers = [
	'user_id',
	'media_index',
	'parent_media_index',
	'year',
	'progress_percent',
	'view_offset',
	'duration',
	'transcode_speed',
	'transcode_throttled',
	'live',
	'bandwidth',
	'bitrate',
	'stream_bitrate',
] as const;

const texts = [
	'session_id',
	'friendly_name',
	'rating_key',
	'full_title',
	'state',
	'transcode_decision',
	'location',
	'video_full_resolution',
] as const;

const counts = {
	stream_count: '2',
	stream_count_direct_play: 1,
	stream_count_direct_stream: 0,
	stream_count_transcode: 1,
	total_bandwidth: 9000,
	lan_bandwidth: 9000,
	wan_bandwidth: 0,
};

const session = {
	session_key: '7',
	friendly_name: 'marta',
	media_type: 'episode',
	grandparent_title: 'Harbour Lights',
	full_title: 'Harbour Lights - Part 5',
	state: 'playing',
	view_offset: '60000',
	duration: '120000',
	transcode_decision: 'transcode',
	transcode_speed: '3.4',
};

test.each(hostile)('%j in any field of a session shows the session, and no nonsense', async value => {
	// A text may be any text: as one, "NaN" is a name.
	const fields = typeof value === 'string' ? numbers : [...numbers, ...texts];
	const sessions = fields.map((field, index) => ({...session, session_key: String(index + 1), [field]: value}));
	const {client, odds} = await startTautulli({
		get_activity: {data: {...counts, stream_count: String(fields.length), sessions}},
	});
	const activity = await client.getActivity();
	expect(activity.sessions).toHaveLength(fields.length);
	expect(odds).toEqual([]);
	const open = () => fakeSources({activity: async () => activity});
	for (const flags of [{}, {plain: true}]) {
		expect((await runFake(now, {tty: true, columns: 160, flags, open: open()})).stdout).not.toMatch(nonsense);
	}
	for (let index = 0; index < activity.sessions.length; index += 1) {
		const one = {...activity, sessions: activity.sessions.slice(index, index + 1), streamCount: 1};
		const told = await tell(nowView, {activity: async () => one});
		for (const width of [36, 60, 120]) {
			const {rows} = told.draw(fakeCanvas({width, height: 20, form: 'page'}));
			expect(textOf(rows).join('\n')).not.toMatch(nonsense);
		}
	}
});

test.each(hostile)('%j for any number beside the sessions is not taken for one', async value => {
	for (const field of ['stream_count', 'stream_count_transcode', 'total_bandwidth', 'wan_bandwidth'] as const) {
		const {client} = await startTautulli({
			get_activity: {data: {...counts, [field]: value, sessions: [session, {...session, session_key: '8'}]}},
		});
		const activity = await client.getActivity();
		expect(activity.streamCount).toBeGreaterThanOrEqual(2);
		const {stdout} = await runFake(now, {tty: true, open: fakeSources({activity: async () => activity})});
		expect(stdout).not.toMatch(nonsense);
	}
});

const row = {
	row_id: 1,
	reference_id: 1,
	started: 1_795_377_000,
	stopped: 1_795_377_800,
	paused_counter: 0,
	user_id: 5,
	friendly_name: 'marta',
	media_type: 'movie',
	rating_key: 7,
	full_title: 'A',
};

const asked = {window: {days: 0}, where: {}, sort: 'started', reverse: false, limit: 100, start: 0} as const;

/** What the mirror answers about a history with these rows, and how many of them it could not keep. */
const mirrored = async (data: readonly object[]): Promise<{history: HistoryAnswer; unread: number}> => {
	const {client} = await startTautulli({
		get_history: {data: {draw: 1, recordsTotal: data.length, recordsFiltered: data.length, data}},
	});
	const {plays, unread} = await client.getHistoryWindow({start: 0, length: 100});
	const {store} = tempStore();
	const {serverId} = store.mirror.servers.begin('plex', fakeNow);
	store.mirror.plays.save(serverId, plays);
	store.mirror.servers.markCompared(serverId, fakeNow, 0);
	const now = () => fakeNow;
	const sources: PlaySources = {
		mirrored: {current: () => store},
		history: {zone: () => ({name: 'UTC', trust: 'presumed'}), grouping: false, isZoneAwaited: () => false},
		trouble: () => null,
		columns: createHeldColumns(now, async () => undefined, {short: true}),
		now,
	};
	return {history: await answerHistory(sources, asked), unread};
};

test.each(hostile)('%j in any field of a history row prints, or costs that row', async value => {
	const fields = [
		'row_id',
		'reference_id',
		'started',
		'stopped',
		'paused_counter',
		'user_id',
		'rating_key',
		'percent_complete',
		'media_index',
		'year',
	];
	const odd = fields.map((field, index) => ({...row, row_id: 100 + index, media_type: 'episode', [field]: value}));
	const {history: page, unread} = await mirrored([row, ...odd]);
	expect(page.plays.length + unread).toBe(fields.length + 1);
	const {stdout} = await runFake(history, {tty: true, open: fakeSources({history: async () => page})});
	expect(stdout).not.toMatch(nonsense);
});

test.each([null, '', 'abc', 1e300, [], {}])('%j for the end of a history row is not 0', async value => {
	const {history: page} = await mirrored([row, {...row, row_id: 2, stopped: value}]);
	expect(page.plays).toMatchObject([{stoppedAt: null, playedSeconds: null}, {playedSeconds: 800}]);
	const open = () => fakeSources({history: async () => page});
	const {stdout} = await runFake(history, {flags: {json: true}, open: open()});
	expect(JSON.parse(stdout)).toMatchObject({data: [{stopped: null, duration: null}, {duration: 800}]});
	expect((await runFake(history, {tty: true, open: open()})).stdout).not.toContain('0h 0m');
});

test('a library that is called by a word is no number', async () => {
	const library = {sectionId: 'films', name: 'Films', type: 'movie', count: 1};
	const {stdout} = await runFake(libraries, {
		flags: {csv: true},
		open: fakeSources({libraries: async () => [library]}),
	});
	expect(stdout).toContain('\nfilms,Films,movie');
});
