import {expect, test} from 'vitest';
import {findCommand} from '../../source/commands/index.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {fakeNow, fakeSources, hostileTitles} from '../helpers/fake-sources.ts';
import {type FakeRun, runFake} from '../helpers/run-fake.ts';

const json = async (name: string, given: FakeRun & {sources?: Partial<Sources>} = {}): Promise<unknown> => {
	const command = await findCommand(name);
	if (!command) throw new Error(`no command ${name}`);
	const open = fakeSources(given.sources);
	const {code, stdout, stderr} = await runFake(command, {open, ...given, flags: {json: true, ...given.flags}});
	expect({code, stderr, closed: open.closed()}).toEqual({code: 0, stderr: '', closed: true});
	return JSON.parse(stdout);
};

test('now', async () => {
	const document = await json('now');
	expect(document).toMatchObject({
		stream_count: 3,
		bandwidth_kbps: {total: 21_440, lan: 15_200, wan: 6240},
	});
	expect(Object.keys(document ?? {})).toEqual([
		'stream_count',
		'direct_play_count',
		'direct_stream_count',
		'transcode_count',
		'bandwidth_kbps',
		'upload_mbps',
		'unread_count',
		'last_play',
		'sessions',
	]);
	expect(document).toMatchObject({
		sessions: [{ends: fakeNow + 3420, network: 'lan', collections: 'Awards 2026, Hidden Gems'}, {why: 'subtitles'}, {}],
	});
	const shown = {
		session_key: '7',
		user: 'marta',
		full_title: 'The Long Winter',
		media_type: 'movie',
		rating_key: 1023,
		state: 'playing',
		progress_percent: 43,
		transcode_decision: 'direct play',
		bandwidth_kbps: 11_800,
		player: 'Living room',
	};
	expect(document).toMatchObject({sessions: [shown, {}, {}]});
	expect(document).toHaveProperty('sessions.1.rating_key', null);
	expect(document).toHaveProperty('sessions.1.progress_percent', null);
});

test('now at a past moment: as now, with what history knows', async () => {
	const asked: unknown[] = [];
	const {moment} = fakeSources().sources;
	const sources: Partial<Sources> = {
		moment: async (query, signal) => {
			asked.push(query);
			return moment(query, signal);
		},
	};
	const at = Date.parse('2026-11-12T20:40:00Z') / 1000;
	const document = await json('now', {sources, flags: {at: '2026-11-12 21:40'}});
	expect(asked).toEqual([{at, where: {}}]);
	expect(document).toMatchObject({at, stream_count: 3, bandwidth_kbps: {total: null, lan: null, wan: null}});
	expect(document).toHaveProperty('sessions.0', {
		session_key: null,
		row_id: 90,
		user: 'marta',
		full_title: 'The Long Winter',
		media_type: 'movie',
		rating_key: 1023,
		state: null,
		progress_percent: null,
		transcode_decision: 'copy',
		bandwidth_kbps: 6200,
		player: 'Living room',
		product: '',
		platform: 'Roku',
		network: 'lan',
		started: fakeNow - 7200,
		stopped: fakeNow - 1200,
		running: false,
		transcode_speed: 0.8,
		stream_video_codec: 'h264',
		stream_resolution: '720p',
		stream_kbps: 4000,
		stream_container: 'mpegts',
		stream_audio_codec: 'aac',
	});
	const before = await json('now', {flags: {at: '2019-01-01 12:00'}});
	expect(before).toMatchObject({stream_count: null, history_from: fakeNow - 400 * 86_400});
});

test.each([
	['2026-11-12 21:40', '2026-11-12T20:40:00Z', ''],
	['2026-11-12T21:40:30', '2026-11-12T20:40:30Z', ''],
	['2026-11-12T21:40Z', '2026-11-12T21:40:00Z', ''],
	['2026-11-12T21:40:00.250+01:00', '2026-11-12T20:40:00Z', ''],
	['2026-11-12 21:40 -0330', '2026-11-13T01:10:00Z', ''],
	['2026-11-12 21:40 America/New_York', '2026-11-13T02:40:00Z', ''],
	['2026-11-12 21:40 UTC', '2026-11-12T21:40:00Z', ''],
	['2026-11-12', '2026-11-12T22:59:59Z', ''],
	['2026-10-25', '2026-10-25T22:59:59Z', ''],
	['1795000000', '2026-11-18T11:06:40Z', ''],
	['2026-10-25 02:30 +01:00', '2026-10-25T01:30:00Z', ''],
	[
		'2026-10-25 02:30',
		'2026-10-25T00:30:00Z',
		'tautop: 2026-10-25 02:30 came twice, since the clock of Europe/Prague went back: 2026-10-25T00:30Z is taken, 2026-10-25T01:30Z is the second one.\n',
	],
	[
		'2026-03-29 02:30',
		'2026-03-29T01:00:00Z',
		'tautop: 2026-03-29 02:30 never came, since the clock of Europe/Prague passed over it: 2026-03-29T01:00Z is taken.\n',
	],
])('the moment %s is %s', async (at, utc, told) => {
	const command = await findCommand('now');
	if (!command) throw new Error('no command now');
	const {stdout, stderr} = await runFake(command, {flags: {json: true, at}});
	expect(JSON.parse(stdout)).toMatchObject({at: Date.parse(utc) / 1000});
	expect(stderr).toBe(told);
});

const told = {as_of: fakeNow - 60};
const running = {streams: 3, direct_play: 1, direct_stream: 1, transcode: 1};

test('hours asks for its window, measure and narrowing', async () => {
	const asked: unknown[] = [];
	const {plays} = fakeSources().sources;
	const sources: Partial<Sources> = {
		plays: async (query, signal) => {
			if (query.by === 'hour') asked.push(query);
			return plays(query, signal);
		},
	};
	await json('hours', {sources, flags: {days: 7, yAxis: 'duration'}});
	await json('hours', {
		sources,
		flags: {from: '2026-11-01', to: '2026-11-07', user: ['marta', 'id:7'], hour: ['22-1']},
	});
	const base = {by: 'hour', split: 'media'};
	expect(asked).toEqual([
		{...base, window: {days: 7}, where: {}, measure: 'duration'},
		{
			...base,
			window: {from: '2026-11-01', to: '2026-11-07'},
			where: {
				user: [
					{id: '1', name: 'marta'},
					{id: '7', name: 'id:7'},
				],
				hour: [22, 23, 0, 1].map(hour => ({id: String(hour), name: `${String(hour).padStart(2, '0')}:00`})),
			},
			measure: 'plays',
		},
	]);
});

test('a past moment ends the window, by the clock of the server', async () => {
	const asked: unknown[] = [];
	const {plays} = fakeSources().sources;
	const sources: Partial<Sources> = {
		plays: async (query, signal) => {
			asked.push(query.window);
			return plays(query, signal);
		},
	};
	await json('weekdays', {sources, flags: {at: '2026-11-21 21:10'}});
	const ended = {days: 30, at: Date.parse('2026-11-21T20:10:00Z') / 1000};
	expect(asked).toEqual([ended, ended]);
});

test('a day may be named, by the calendar of the server', async () => {
	const asked: unknown[] = [];
	const {plays, day} = fakeSources().sources;
	const sources: Partial<Sources> = {
		plays: async (query, signal) => {
			if (query.by === 'date') asked.push(query.window);
			return plays(query, signal);
		},
		day: async (query, signal) => {
			asked.push(query.date);
			return day(query, signal);
		},
	};
	for (const date of ['yesterday', 'last sunday', '21 nov', '2026-12-24']) await json('day', {sources, args: [date]});
	expect(asked.splice(0)).toEqual(['2026-11-21', '2026-11-15', '2026-11-21', '2026-12-24']);
	await json('days', {sources, flags: {date: 'friday'}});
	await json('days', {sources, flags: {from: 'thu', to: 'yesterday'}});
	const [friday, thursday] = [
		{from: '2026-11-20', to: '2026-11-20'},
		{from: '2026-11-19', to: '2026-11-21'},
	];
	expect(asked).toEqual([friday, friday, thursday, thursday]);
});

test('days', async () => {
	expect(await json('days')).toEqual({
		categories: ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'],
		series: {TV: [3, 0, 7, 2], Movies: [1, 0, 4, 0], Music: [0, 0, 0, 0], Total: [4, 0, 11, 2]},
		...told,
	});
});

test('types has the streams at once beside the plays, and what runs beside both', async () => {
	expect(await json('types')).toEqual({
		before: {'direct play': 10, copy: 3, transcode: 4},
		categories: ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'],
		series: {
			'Direct Play': [3, 0, 6, 1],
			'Direct Stream': [1, 0, 2, 0],
			Transcode: [0, 0, 3, 1],
			'Concurrent Streams': [2, 0, 4, 1],
		},
		why: {seen: 402, limit: 171, subtitles: 84, codec: 118, sound: 29, container: 0, since: fakeNow - 40 * 86_400},
		...told,
		running,
	});
});

test('peaks has the highest with its times', async () => {
	const document = await json('peaks');
	expect(document).toMatchObject({
		categories: ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'],
		series: {
			'Concurrent Streams': [2, 0, 4, 1],
			'Direct Play': [2, 0, 3, 1],
			'Direct Stream': [1, 0, 1, 0],
			Transcode: [0, 0, 2, 1],
		},
		highest: {'Concurrent Streams': {count: 5, started: fakeNow - 86_400, stopped: fakeNow - 82_800}},
		true_peaks: {counts: [2, 0, 4, 1], hours: {counts: [...Array.from({length: 18}, () => 0), 1, 2, 3, 4, 5, 6]}},
		running,
	});
});

test('users, of all time and at most so many', async () => {
	expect(await json('users', {flags: {days: 0, limit: 1}})).toEqual({
		days: 0,
		users: [
			{
				user_id: 1,
				friendly_name: 'marta',
				total_plays: 1204,
				total_duration: 13_003_200,
				direct_play: 401,
				direct_stream: 401,
				transcode: 402,
				deleted: false,
				last: fakeNow - 7200,
			},
		],
		...told,
	});
});

test('libraries, those without plays too', async () => {
	expect(await json('libraries')).toMatchObject({
		days: 30,
		libraries: [
			{section_id: 1, section_name: 'Movies', section_type: 'movie', count: 2004, total_plays: 1204},
			{section_id: 2, section_name: '映画', section_type: 'movie', count: 12, total_plays: 3},
		],
	});
});

test('history asks for its page', async () => {
	const asked: unknown[] = [];
	const {history} = fakeSources().sources;
	const sources: Partial<Sources> = {
		history: async (query, signal) => {
			asked.push(query);
			return {...(await history(query, signal)), recordsTotal: 9, recordsFiltered: 8, plays: []};
		},
	};
	expect(await json('history', {sources})).toEqual({
		records_total: 9,
		records_filtered: 8,
		start: 0,
		data: [],
		...told,
	});
	expect(await json('history', {sources, flags: {limit: 3, start: 6, sort: 'user', search: 'harb'}})).toMatchObject({
		start: 6,
	});
	const base = {window: {days: 30}, where: {}, sort: 'date', reverse: false, limit: 25, start: 0};
	expect(asked).toEqual([base, {...base, where: {text: 'harb'}, sort: 'user', limit: 3, start: 6}]);
});

test('a row of history', async () => {
	const document = await json('history');
	expect(document).toHaveProperty(
		'data.0',
		expect.objectContaining({
			row_id: 90,
			reference_id: 88,
			started: fakeNow - 7200,
			stopped: fakeNow - 1200,
			duration: 5940,
			user: 'marta',
			full_title: 'The Long Winter',
			rating_key: 1023,
			media_type: 'movie',
			transcode_decision: 'copy',
			title: 'The Long Winter',
			date: fakeNow - 7200,
			player: 'Living room',
		}),
	);
	expect(document).toHaveProperty('data.2.rating_key', null);
	expect(document).toHaveProperty('data.2.full_title', hostileTitles[4]);
});

test('stats', async () => {
	const asked: unknown[] = [];
	const sources: Partial<Sources> = {
		itemStats: async query => {
			asked.push(query);
			return {days: query.days, plays: 42, playedSeconds: 7200, users: null};
		},
	};
	expect(await json('stats', {sources, args: ['1023'], flags: {days: 0}})).toEqual({
		total_plays: 42,
		total_duration: 7200,
		total_time: '2h 0m',
	});
	expect(asked).toEqual([{ratingKey: '1023', days: 0}]);
});

test('collections asks the store for a window that snapshots hold, and counts any other now', async () => {
	const asked: unknown[] = [];
	const counted: unknown[] = [];
	const {plays} = fakeSources().sources;
	const sources: Partial<Sources> = {
		board: async query => {
			asked.push(query);
			return {days: query.days, rows: [], hasMovement: false, collectedAt: null};
		},
		plays: async (query, signal) => {
			counted.push([query.by, query.window, query.where]);
			return plays(query, signal);
		},
	};
	expect(await json('collections', {sources})).toMatchObject({query_days: 30, collections: []});
	await json('collections', {sources, flags: {days: 0, mediaType: ['show'], library: ['Movies'], yAxis: 'duration'}});
	expect(asked).toEqual([
		{days: 30, yAxis: 'plays'},
		{days: 0, yAxis: 'duration', mediaType: 'show', library: 'Movies'},
	]);
	const {board} = fakeSources().sources;
	const told = await json('collections', {sources: {...sources, board}, flags: {days: 14, user: ['marta']}});
	expect(told).toMatchObject({query_days: 14});
	expect(counted).toEqual([['collection', {days: 14}, {user: [{id: '1', name: 'marta'}]}]]);
});

const together = {
	lift: 1.3,
	low: 1.04,
	high: 1.6,
	verdict: 'more',
	reason: null,
	on_starts: 61,
	off_starts: 58,
	other_on_starts: 400,
	other_off_starts: 640,
	expected_on: 45.5,
	expected_off: 73.5,
	rotated: false,
};

const oneLift = {
	...together,
	lift: 1.6847,
	low: 1.1792,
	high: 2.4425,
	on_hours: 336,
	off_hours: 8424,
	unknown_hours: 0,
	periods: 28,
	rotated: true,
	also_elsewhere: 4,
	last_on: 1_795_370_000,
};

test('lift is of a year, or of the days that are asked for', async () => {
	const asked: unknown[] = [];
	const usual = fakeSources().sources;
	const sources: Partial<Sources> = {
		lift: async (query, signal) => {
			asked.push(query);
			return usual.lift(query, signal);
		},
	};
	const document = await json('lift', {sources, args: ['the long WINTER']});
	await json('lift', {sources, flags: {days: 0, stated: true, rotationId: 7}});
	expect(document).toMatchObject({days: 365, zone: 'Europe/Prague', owner_known: true, together, by_chance: 0});
	expect(Object.keys(document ?? {})).toEqual([
		'days',
		'from',
		'to',
		'zone',
		'owner_known',
		'together',
		'rows',
		'high_against_low',
		'by_chance',
		'collections',
		'as_of',
	]);
	expect(document).toHaveProperty('rows.0', {
		...together,
		rows: '1',
		lift: 1.6847,
		low: 1.1792,
		high: 2.4425,
		rotated: true,
	});
	expect(document).toHaveProperty('collections', [
		{
			collection: 'The Long Winter',
			plex_library: 'Movies',
			rating_key: 900_042,
			...oneLift,
			places: {home: oneLift, shared: oneLift, recommended: oneLift},
		},
	]);
	expect(asked).toEqual([
		{days: 365, stated: false, rotationId: null, fresh: true},
		{days: 0, stated: true, rotationId: 7, fresh: true},
	]);
});

test('a line of collections', async () => {
	const look = {promoted: {home: true, shared: false, recommended: true}, row: 5};
	const span = {shown: look.promoted, row: 5, source: 'look'} as const;
	const day = 86_400;
	const nowhere = {home: false, shared: false, recommended: false};
	const sources: Partial<Sources> = {
		promotions: async () => ({
			from: 0,
			to: fakeNow,
			lookedAt: fakeNow - 60,
			needFrequentLooks: [],
			collections: [
				{
					sectionUuid: 'uuid-1',
					ratingKey: '900042',
					placed: look,
					spans: [
						{...span, from: fakeNow - 40 * day, to: fakeNow - 22 * day, shown: nowhere, row: null},
						{...span, from: fakeNow - 21 * day, to: fakeNow - 60},
					],
				},
			],
		}),
		weeks: async () => ({
			weeks: [{from: '2026-11-16', to: '2026-11-22'}],
			rows: [{ratingKey: '900042', plays: [41]}],
		}),
	};
	expect(await json('collections', {flags: {limit: 1}, sources})).toEqual({
		query_days: 30,
		weeks: [{from: '2026-11-16', to: '2026-11-22'}],
		collections: [
			{
				rank: 1,
				collection: 'The Long Winter',
				plex_library: 'Movies',
				rating_key: 900_042,
				media_type: 'movie',
				total_plays: 212,
				total_duration: 1_200_000,
				unique_users: null,
				total_items: 22,
				items_with_plays: null,
				promoted: look.promoted,
				promoted_row: 5,
				promoted_since: fakeNow - 21 * day,
				promoted_until: null,
				promoted_periods: 1,
				weeks: [41],
				rank_change: 2,
				is_new: false,
				collected_at: fakeNow - 720,
				lift: oneLift,
			},
		],
	});
});

test('one collection has its trend', async () => {
	const document = await json('collections', {args: ['The Long Winter']});
	expect(document).toHaveProperty('collections.length', 1);
	expect(document).toHaveProperty('trend.0', {
		rating_key: 900_042,
		collected_at: fakeNow - 4 * 86_400,
		total_plays: 100,
		total_duration: 6000,
	});
});

test('status', async () => {
	const healthy = {ok: true, error: null, code: null, ms: 41, clock_seconds: null};
	expect(await json('status')).toEqual({
		server: null,
		tautulli: {...healthy, version: '2.17.2'},
		plex: {...healthy, version: '1.43.0.1-abc'},
		database: {
			path: '/data/tautop.db',
			bytes: 20_400_000,
			snapshots: 1204,
			newest: fakeNow - 720,
			trouble: null,
			warnings: [],
		},
		collector: {running: false, last: fakeNow - 720, next: fakeNow + 3360},
		demo: false,
		listening: null,
		history: {plays: 48_210, oldest: fakeNow - 400 * 86_400, complete: true, synced_at: fakeNow - 720},
	});
});

test('status says null where nothing of the history was mirrored yet', async () => {
	const local = {...(await fakeSources().sources.local(null)), history: null};
	expect(await json('status', {sources: {local: async () => local}})).toHaveProperty('history', null);
});

test('stats names adopted plays only where some were carried over, beside the numbers of Tautulli', async () => {
	const document = await json('stats', {sources: {adoptedPlays: async () => 3}, args: ['1023']});
	expect(Object.entries(document ?? {})).toEqual([
		['total_plays', 42],
		['total_duration', 7200],
		['total_time', '2h 0m'],
		['adopted_plays', 3],
	]);
});

test('unwatched asks by its level and day, and tells what would be freed', async () => {
	const asked: unknown[] = [];
	const {unwatched} = fakeSources().sources;
	const sources: Partial<Sources> = {
		unwatched: async (query, signal) => {
			asked.push(query);
			return unwatched(query, signal);
		},
	};
	const document = await json('unwatched', {sources});
	await json('unwatched', {sources, flags: {level: 'seasons', since: '2025-01-01', library: ['Movies']}});
	const base = {limit: Number.MAX_SAFE_INTEGER, where: {}};
	expect(asked).toEqual([
		{...base, level: 'titles', since: null, withIdle: false},
		{...base, level: 'seasons', since: '2025-01-01', withIdle: true, where: {library: [{id: '7', name: 'Movies'}]}},
	]);
	expect(document).toMatchObject({
		level: 'titles',
		never: {titles: 412, size: 1_900_000_000_000, maybe_before_records: 1},
		not_listed: ['Music'],
		libraries: [{section_id: 1, listed_at: 1_795_370_000, changed_since: true}],
		...told,
	});
	expect(document).toHaveProperty('unwatched.1', {
		rating_key: 1024,
		title: hostileTitles[1],
		type: 'movie',
		section_id: 1,
		library: 'Movies',
		items: 1,
		size: 64_000_000_000,
		added: 1_610_400_000,
		last_added: 1_646_400_000,
		last: null,
		maybe_before_records: true,
		collections: [],
	});
});

test('changes has one table of now, before and change', async () => {
	const document = await json('changes', {flags: {by: 'user', yAxis: 'duration'}});
	expect(document).toMatchObject({by: 'user', now: {to: null}, records_from: fakeNow - 60 - 40 * 86_400, ...told});
	const otto = {group: 'user', key: 2, name: 'otto', unit: 'seconds', now: 0, before: 36_000, change: -36_000};
	expect(document).toHaveProperty('changes.1', {...otto, change_percent: null});
	const whole = await json('changes');
	expect(whole).toHaveProperty('changes.0', {
		group: 'all',
		key: 'plays',
		name: 'plays',
		unit: 'plays',
		now: 307,
		before: 412,
		change: -105,
		change_percent: -25,
	});
	expect(whole).toHaveProperty('changes.3', {
		group: 'all',
		key: 'transcoded',
		name: 'transcoded',
		unit: 'percent',
		now: 20,
		before: 25,
		change: -5,
		change_percent: null,
	});
});

test('recap asks for its year', async () => {
	const asked: unknown[] = [];
	const {recap} = fakeSources().sources;
	const sources: Partial<Sources> = {
		recap: async (query, signal) => {
			asked.push(query);
			return recap(query, signal);
		},
	};
	const document = await json('recap', {sources});
	await json('recap', {sources, args: ['2025'], flags: {user: ['marta']}});
	expect(asked).toEqual([
		{year: null, where: {}},
		{year: 2025, where: {user: [{id: '1', name: 'marta'}]}},
	]);
	expect(document).toMatchObject({
		year: 2026,
		total_plays: 21_380,
		new_users: 2,
		before: {total_plays: 16_320},
		quiet: {weekday: 'Tuesday', from_hour: 4, to_hour: 7},
		film: {rating_key: 1023, title: 'Anatomy of a Storm', total_plays: 96},
		never_played_films: {titles: 412, size: 1_900_000_000_000},
		...told,
	});
	expect(document).toMatchObject({home: {collections: 2, numbers: 1, more: 1}, why: {seen: 402}});
});

test('collections --rotation-id asks for one rotation, and says when it was on the screen', async () => {
	const asked: unknown[] = [];
	const sources = fakeSources();
	const board: Sources['board'] = async (query, signal) => {
		asked.push(query.rotationId);
		return {...(await sources.sources.board(query, signal)), rotated: {from: fakeNow - 86_400.5, to: fakeNow}};
	};
	const document = await json('collections', {sources: {board}, flags: {rotationId: 17}});
	expect(asked).toEqual([17]);
	expect(document).toMatchObject({rotation: {rotation_id: 17, from: fakeNow - 86_401, to: fakeNow}});
	const collections = await findCommand('collections');
	const drawn =
		collections && (await runFake(collections, {open: fakeSources({board}), tty: true, flags: {rotationId: 17}}));
	expect(drawn?.stdout).toMatch(/^Collections +rotation 17 from .*, plays of 30 days\n/);
});
