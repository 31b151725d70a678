import {expect, test} from 'vitest';
import {seriesValues} from '../../source/domain/plays/graph.ts';
import {apiKey, readRecording, startTautulli} from './recorded.ts';

const small = (name: string) => readRecording('small', name);
const month = {days: 30, yAxis: 'plays'} as const;

test('activity: four streams, numbers out of texts, live TV and music told apart', async () => {
	const {client} = await startTautulli({get_activity: small('get_activity')});
	const activity = await client.getActivity();
	expect(activity).toMatchObject({
		streamCount: 4,
		directPlayCount: 1,
		directStreamCount: 2,
		transcodeCount: 1,
		bandwidthKbps: {total: 22_100, lan: 17_800, wan: 4300},
	});
	const [movie, episode, live, track] = activity.sessions;
	expect(movie).toMatchObject({user: 'Anna', ratingKey: '1023', parentRatingKey: '', year: 1987, transcodeSpeed: null});
	expect(episode).toEqual({
		sessionKey: '2',
		sessionId: '000000000000abc1',
		userId: 1000035,
		user: '小林 花子',
		ratingKey: '1323',
		parentRatingKey: '1318',
		grandparentRatingKey: '1309',
		sectionId: '2',
		libraryName: 'TV Shows',
		mediaType: 'episode',
		live: false,
		title: 'Episode 2 — Bitter Signal',
		grandparentTitle: 'The Archive of Winter',
		fullTitle: 'The Archive of Winter - Episode 2 — Bitter Signal',
		seasonNumber: 1,
		episodeNumber: 2,
		year: 1990,
		state: 'playing',
		progressPercent: 23,
		viewOffsetMs: 824_360,
		durationMs: 3_660_000,
		transcodeDecision: 'transcode',
		transcodeSpeed: 3.4,
		transcodeThrottled: true,
		transcodeHardware: true,
		bandwidthKbps: 4300,
		location: 'wan',
		player: "小林's windows",
		product: 'Plex HTPC',
		platform: 'Windows',
		relayed: false,
		machineId: 'machine-7-3windows',
		qualityProfile: '4 Mbps 720p',
		source: {
			videoCodec: 'hevc',
			resolution: '720p',
			bitrateKbps: 8000,
			container: 'mkv',
			audioCodec: 'eac3',
			audioChannels: 6,
			subtitleCodec: '',
			subtitleLanguage: '',
		},
		stream: {
			videoCodec: 'h264',
			resolution: '720p',
			bitrateKbps: 4000,
			container: 'mpegts',
			audioCodec: 'aac',
			audioChannels: 2,
			subtitleCodec: '',
			subtitleLanguage: '',
		},
		videoDecision: 'transcode',
		audioDecision: 'transcode',
		subtitleDecision: '',
	});
	expect(live).toMatchObject({live: true, sectionId: '999999', transcodeDecision: 'copy', year: null});
	expect(track).toMatchObject({seasonNumber: null, source: {videoCodec: '', resolution: '', bitrateKbps: 900}});
});

test('activity: an idle server has no streams', async () => {
	const {client} = await startTautulli({get_activity: small('get_activity--no-streams')});
	expect(await client.getActivity()).toMatchObject({streamCount: 0, sessions: []});
});

test('activity: sessions stand in the order in which they began', async () => {
	const {body} = small('get_activity');
	const text = JSON.stringify(body).replace('"session_key":"1"', '"session_key":"10"');
	const {client} = await startTautulli({get_activity: {...small('get_activity'), body: JSON.parse(text)}});
	expect((await client.getActivity()).sessions.map(({sessionKey}) => sessionKey)).toEqual(['2', '3', '4', '10']);
});

test('activity: nonsense in a session becomes unknown, not a crash', async () => {
	const text = JSON.stringify(small('get_activity').body)
		.replace('"progress_percent":"13"', '"progress_percent":"-7"')
		.replace('"progress_percent":"23"', '"progress_percent":"NaN"')
		.replace('"progress_percent":"39"', '"progress_percent":"1e400"')
		.replace('"bandwidth":"9200"', '"bandwidth":""')
		.replace('"transcode_decision":"direct play"', '"transcode_decision":"teleport"')
		.replace('"title":"The Harbor of Theory"', `"title":"${'x'.repeat(300_000)}"`);
	const {client} = await startTautulli({get_activity: {...small('get_activity'), body: JSON.parse(text)}});
	const {sessions} = await client.getActivity();
	expect(sessions.map(({progressPercent}) => progressPercent)).toEqual([0, null, null, 71]);
	expect(sessions[0]).toMatchObject({bandwidthKbps: null, transcodeDecision: '', title: 'x'.repeat(1000)});
});

test('ping: version without its v, the name of the Plex server', async () => {
	const {client, commands} = await startTautulli({
		get_tautulli_info: small('get_tautulli_info'),
		get_server_info: small('get_server_info'),
		server_status: small('server_status--just-started'),
	});
	const {ms, ...rest} = await client.ping(null);
	expect(rest).toEqual({version: '2.17.2', serverName: 'Lab Server', plexConnected: false});
	expect(ms).toBeGreaterThanOrEqual(0);
	expect(commands()[0]).toBe('get_tautulli_info');
});

test('ping: a refused key is refused once', async () => {
	const {client, commands} = await startTautulli({'*': small('error--wrong-apikey')});
	await expect(client.ping(null)).rejects.toMatchObject({code: 'unauthorized', server: 'tautulli'});
	expect(commands()).toEqual(['get_tautulli_info']);
});

test.each([true, false, null])('server status: %j is passed on', async connected => {
	const {client} = await startTautulli({server_status: {data: {connected}}});
	expect(await client.getServerStatus()).toBe(connected);
});

test('libraries: counts out of texts', async () => {
	const {client} = await startTautulli({get_libraries: small('get_libraries')});
	expect(await client.getLibraries()).toEqual([
		{sectionId: '1', name: 'Movies', type: 'movie', count: 150},
		{sectionId: '2', name: 'TV Shows', type: 'show', count: 40},
		{sectionId: '3', name: 'Music', type: 'artist', count: 25},
		{sectionId: '4', name: 'Anime — アニメ', type: 'show', count: 10},
	]);
});

test('item statistics: windows in the order asked', async () => {
	const {client, server} = await startTautulli({
		get_item_watch_time_stats: small('get_item_watch_time_stats--collection'),
	});
	const days = [1, 7, 30, 0];
	expect(await client.getItemStats({ratingKey: '900042', mediaType: 'collection', days})).toEqual([
		{days: 1, plays: 4, playedSeconds: 18_762, users: null},
		{days: 7, plays: 34, playedSeconds: 209_145, users: null},
		{days: 30, plays: 119, playedSeconds: 761_578, users: null},
		{days: 0, plays: 298, playedSeconds: 2_007_260, users: null},
	]);
	expect(server.heard.map(({form: {apikey: _, ...form}}) => form)).toEqual([
		{
			cmd: 'get_item_watch_time_stats',
			rating_key: '900042',
			media_type: 'collection',
			query_days: '1,7,30,0',
			grouping: '1',
		},
	]);
});

test('users: a blank friendly name gives way to the account name', async () => {
	const {client} = await startTautulli({get_users: small('get_users')});
	const users = await client.getUsers();
	expect(users).toHaveLength(12);
	expect(users.find(({userId}) => userId === 1000087)).toEqual({
		userId: 1000087,
		friendlyName: 'managed user',
		isActive: true,
		isAdmin: false,
	});
	expect(users.filter(({isActive}) => !isActive).map(({userId}) => userId)).toEqual([1000106]);
});

test('history: ids as texts, empty ones empty, titles cleaned', async () => {
	const {client} = await startTautulli({get_history: small('get_history--control-chars')});
	const {ms: _, ...page} = await client.getHistoryWindow({start: 0, length: 1});
	expect(page).toEqual({
		recordsTotal: 2004,
		recordsFiltered: 1,
		plays: [
			{
				rowId: 1831,
				referenceId: 1831,
				startedAt: 1_794_788_826,
				stoppedAt: 1_794_794_908,
				pausedSeconds: 0,
				userId: 1000014,
				user: 'bob.the.viewer',
				userKnown: true,
				ratingKey: '1013',
				parentRatingKey: '',
				grandparentRatingKey: '',
				mediaType: 'movie',
				live: false,
				title: 'Tab andredbell',
				parentTitle: '',
				grandparentTitle: '',
				fullTitle: 'Tab andredbell',
				guid: 'plex://movie/5bdc13c9016d272632d83a82',
				seasonNumber: null,
				episodeNumber: null,
				transcodeDecision: 'direct play',
				platform: 'webOS',
				player: "bob.the.viewer's webOS",
				product: 'Plex for LG',
				network: 'lan',
				percentComplete: 93,
				year: 1961,
				machineId: 'machine-7-1webOS',
			},
		],
		unread: 0,
		odd: [],
	});
});

test('graphs: every series by its name', async () => {
	const {client, server} = await startTautulli({
		get_plays_by_hourofday: small('get_plays_by_hourofday'),
		get_plays_by_date: small('get_plays_by_date--duration'),
	});
	const hours = await client.getPlaysByHourOfDay(month);
	expect(hours.categories).toHaveLength(24);
	expect(hours.series.map(({name}) => name)).toEqual(['TV', 'Movies', 'Music', 'Live TV']);
	expect(seriesValues(hours, 'TV').slice(18, 21)).toEqual([26, 36, 33]);
	const days = await client.getPlaysByDate({days: 30, yAxis: 'duration'});
	expect([days.categories[0], days.categories.at(-1)]).toEqual(['2026-10-24', '2026-11-22']);
	expect(server.heard.map(({form}) => [form.time_range, form.y_axis, form.grouping])).toEqual([
		['30', 'plays', '1'],
		['30', 'duration', '1'],
	]);
});

test('plays by stream type: the three types', async () => {
	const {client, commands} = await startTautulli({get_plays_by_stream_type: small('get_plays_by_stream_type')});
	const types = await client.getPlaysByStreamType(month);
	expect(types.series.map(({name}) => name)).toEqual(['Direct Play', 'Direct Stream', 'Transcode']);
	expect(seriesValues(types, 'Direct Play').slice(-4)).toEqual([13, 18, 10, 0]);
	expect(commands()).toEqual(['get_plays_by_stream_type']);
});

test('resolutions: of the files, and of what was sent', async () => {
	const {client} = await startTautulli({
		get_plays_by_source_resolution: small('get_plays_by_source_resolution'),
		get_plays_by_stream_resolution: small('get_plays_by_stream_resolution'),
	});
	expect(await client.getResolutions({days: 30, measure: 'plays', users: []})).toEqual({
		source: [
			{resolution: 'sd', directPlay: 53, directStream: 15, transcode: 31},
			{resolution: '4k', directPlay: 46, directStream: 10, transcode: 22},
			{resolution: '720p', directPlay: 44, directStream: 8, transcode: 22},
			{resolution: '1080i', directPlay: 25, directStream: 14, transcode: 29},
			{resolution: '480p', directPlay: 36, directStream: 8, transcode: 12},
			{resolution: '1080p', directPlay: 19, directStream: 10, transcode: 22},
		],
		sent: [
			{resolution: '720p', directPlay: 44, directStream: 8, transcode: 138},
			{resolution: 'sd', directPlay: 53, directStream: 15, transcode: 0},
			{resolution: '4k', directPlay: 46, directStream: 10, transcode: 0},
			{resolution: '480p', directPlay: 36, directStream: 8, transcode: 0},
			{resolution: '1080i', directPlay: 25, directStream: 14, transcode: 0},
			{resolution: '1080p', directPlay: 19, directStream: 10, transcode: 0},
		],
	});
});

test('resolutions: all time is many days, since Tautulli takes 0 for 30', async () => {
	const {client, server} = await startTautulli({'*': readRecording('empty', 'get_plays_by_source_resolution')});
	const users = [
		{id: '5', name: 'marta'},
		{id: '7', name: 'nina'},
	];
	expect(await client.getResolutions({days: 0, measure: 'duration', users})).toEqual({source: [], sent: []});
	const asked = {apikey: apiKey, time_range: '36500', y_axis: 'duration', grouping: '1', user_id: '5,7'};
	expect(server.heard.map(({form}) => form)).toEqual([
		{...asked, cmd: 'get_plays_by_source_resolution'},
		{...asked, cmd: 'get_plays_by_stream_resolution'},
	]);
});

test('stream data: the file, and what was sent', async () => {
	const {client, server} = await startTautulli({get_stream_data: small('get_stream_data')});
	expect(await client.getStreamData(5)).toEqual({
		sourceVideo: 'hevc',
		sourceResolution: '4k',
		sourceAudio: 'eac3',
		sourceKbps: 8000,
		streamVideo: 'h264',
		streamResolution: '4k',
		streamAudio: 'aac',
		streamKbps: 8000,
	});
	expect(server.heard[0]?.form).toEqual({apikey: apiKey, cmd: 'get_stream_data', row_id: '5'});
});

test('stream data: none of a row that Tautulli does not have', async () => {
	const {client} = await startTautulli({get_stream_data: small('get_stream_data--unknown')});
	expect(await client.getStreamData(99_999_999)).toBeNull();
});

test('collections and their members', async () => {
	const {client} = await startTautulli({
		get_collections_table: small('get_collections_table--section-1'),
		get_children_metadata: small('get_children_metadata--collection'),
	});
	const collections = await client.getCollections({sectionId: '1', name: 'Movies', type: 'movie', count: 150});
	expect(collections).toHaveLength(6);
	expect(collections[0]).toEqual({
		ratingKey: '900035',
		title: '名作選',
		sectionId: '1',
		sectionUuid: '',
		libraryName: 'Movies',
		mediaType: 'movie',
		smart: false,
		childCount: 5,
		promoted: null,
		source: 'tautulli',
	});
	const members = await client.getChildren('900035', 'collection');
	expect(members.map(({ratingKey}) => ratingKey)).toHaveLength(5);
	expect(members[0]).toEqual({
		ratingKey: '1001',
		type: 'movie',
		title: '千と千尋の影',
		guid: 'plex://movie/d29700f5dd5a27494dd49617',
	});
});

test('an empty server: nothing played is zeros and empty lists, not trouble', async () => {
	const empty = (name: string) => readRecording('empty', name);
	const {client} = await startTautulli({
		get_history: empty('get_history--grouping1-no-activity'),
		get_users_table: empty('get_users_table'),
		get_libraries_table: empty('get_libraries_table'),
		get_plays_by_date: empty('get_plays_by_date'),
	});
	expect(await client.getHistoryWindow({start: 0, length: 25})).toMatchObject({recordsTotal: 0, plays: []});
	expect(await client.getPlayTable()).toEqual({plays: 0, newestStarts: []});
	expect(seriesValues(await client.getPlaysByDate(month), 'TV')).toEqual(Array.from({length: 30}, () => 0));
});
