import {expect, test} from 'vitest';
import {commandOf} from '../../source/commands/views/view-command.ts';
import {history as historyView} from '../../source/views/history/index.ts';
import {libraries as librariesView} from '../../source/views/libraries.ts';
import {now as nowView} from '../../source/views/now/index.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow, fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';
import {fakeCanvas, tell, textOf} from '../views/scene.ts';
import {startTautulli} from './recorded.ts';

const [now, history, libraries] = [commandOf(nowView), commandOf(historyView), commandOf(librariesView)];
const coverage = fullCoverage(fakeNow);

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
	started: 1_795_377_000,
	stopped: 1_795_377_800,
	duration: 800,
	friendly_name: 'marta',
	full_title: 'A',
};

test.each(hostile)('%j in any field of a history row prints, or costs that row', async value => {
	const fields = [
		'row_id',
		'reference_id',
		'started',
		'stopped',
		'duration',
		'user_id',
		'rating_key',
		'percent_complete',
	];
	for (const field of fields) {
		const data = [
			{...row, [field]: value},
			{...row, row_id: 2},
		];
		const {client, odds} = await startTautulli({
			get_history: {data: {draw: 1, recordsTotal: 2, recordsFiltered: 2, data}},
		});
		const page = await client.getHistory({start: 0, length: 25});
		expect(page.plays.length + odds.length).toBe(2);
		const {stdout} = await runFake(history, {
			tty: true,
			open: fakeSources({history: async () => ({...page, coverage})}),
		});
		expect(stdout).not.toMatch(nonsense);
	}
});

test.each([null, '', 'abc', 1e300, [], {}])('%j for the end or the time of a history row is not 0', async value => {
	const data = [{...row, stopped: value, duration: value}];
	const {client} = await startTautulli({get_history: {data: {draw: 1, recordsTotal: 1, recordsFiltered: 1, data}}});
	const page = await client.getHistory({start: 0, length: 25});
	expect(page.plays).toMatchObject([{stoppedAt: null, playedSeconds: null}]);
	const open = () => fakeSources({history: async () => ({...page, coverage})});
	const {stdout} = await runFake(history, {flags: {json: true}, open: open()});
	expect(JSON.parse(stdout)).toMatchObject({data: [{stopped: null, duration: null}]});
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
