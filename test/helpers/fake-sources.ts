import type {ServerName} from '../../source/domain/app-error.ts';
import type {Board, BoardRow} from '../../source/domain/board.ts';
import type {Snapshot} from '../../source/domain/collection.ts';
import type {Graph} from '../../source/domain/plays/graph.ts';
import type {Play} from '../../source/domain/plays/play.ts';
import type {StatedPromotion} from '../../source/domain/rotation.ts';
import type {Progress, RunSummary} from '../../source/domain/run.ts';
import type {ServerFigures} from '../../source/domain/server-figures.ts';
import type {Session, StreamFormat} from '../../source/domain/session.ts';
import type {DashboardSettings} from '../../source/domain/settings.ts';
import type {LocalStatus, Ping, Servers} from '../../source/domain/status.ts';
import type {SeenStream} from '../../source/domain/streams/seen-stream.ts';
import {reasonsOf} from '../../source/domain/streams/why.ts';
import type {OpenSources, Sources, SourcesEvent} from '../../source/questions/sources.ts';
import {fakeChanges} from './fake-changes.ts';
import {fakeLibrarySize, fakeTitleFacts, fakeUnwatched} from './fake-idle.ts';
import {fakeCollectionLift, fakeLiftAnswer, noNumber} from './fake-lift.ts';
import {fakeCount, fakePeaks, fakePlays, fullCoverage} from './fake-plays.ts';
import {fakeRecap} from './fake-recap.ts';
import {fakeStrip} from './fake-strip.ts';

/** 2026-11-22 20:04 UTC: 21:04 in Prague. */
export const fakeNow = 1_795_377_840;

/** Titles as they come out of the cleaning: wide, joined, right to left, quoted, endless. */
export const hostileTitles = [
	'The Long Winter',
	'千と千尋の神隠し',
	'Family 👨‍👩‍👧 “night”, "quoted"; [31mplain',
	'مرحبا بالعالم',
	`x${'ö'.repeat(299)}`,
] as const;

export const fakeSettings: DashboardSettings = {
	server: null,
	servers: [],
	commandFlags: '',
	demo: false,
	unconfigured: false,
	tautulliUrl: 'http://localhost:8181',
	plexConfigured: true,
	unverifiedTls: false,
	timezone: 'Europe/Prague',
	queryDays: 30,
	scope: 'all',
	refreshSeconds: 5,
	graphRefreshSeconds: 60,
	days: 30,
	yAxis: 'plays',
	uploadMbps: null,
	panes: [],
	theme: 'auto',
	colors: {},
	allowStop: false,
	stopMessage: null,
	names: 'full',
	ascii: false,
	lookOnly: false,
	mouse: false,
	escapeMs: 150,
	keys: {},
	logFile: null,
	warnings: [],
	passedOver: [],
	odd: [],
};

/** The only server. */
export const fakeFigures: ServerFigures = {
	name: null,
	isHere: false,
	streams: null,
	uploadMbps: null,
	plays: {plays: 1234, playedSeconds: 4_000_000},
	knownFrom: null,
	history: {plays: 20_000, oldest: fakeNow - 700 * 86_400, complete: true, syncedAt: fakeNow - 120},
	trouble: null,
};

export const fakeFormat = (given: Partial<StreamFormat>): StreamFormat => ({
	videoCodec: 'h264',
	resolution: '1080p',
	bitrateKbps: 9800,
	container: 'mkv',
	audioCodec: 'aac',
	audioChannels: 2,
	subtitleCodec: '',
	subtitleLanguage: '',
	...given,
});

export const fakeSession = (given: Partial<Session>): Session => ({
	sessionKey: '7',
	sessionId: 'abc',
	userId: 1,
	user: 'marta',
	ratingKey: '1023',
	parentRatingKey: '',
	grandparentRatingKey: '',
	sectionId: '1',
	libraryName: 'Movies',
	mediaType: 'movie',
	live: false,
	title: hostileTitles[0],
	grandparentTitle: '',
	fullTitle: hostileTitles[0],
	seasonNumber: null,
	episodeNumber: null,
	year: 2024,
	state: 'playing',
	progressPercent: 43,
	viewOffsetMs: 2_580_000,
	durationMs: 6_000_000,
	transcodeDecision: 'direct play',
	transcodeSpeed: null,
	transcodeThrottled: false,
	transcodeHardware: false,
	bandwidthKbps: 11_800,
	location: 'lan',
	player: 'Living room',
	product: 'Plex for Roku',
	platform: 'Roku',
	relayed: false,
	machineId: 'machine-7',
	qualityProfile: 'Original',
	source: fakeFormat({}),
	stream: fakeFormat({}),
	videoDecision: 'direct play',
	audioDecision: 'direct play',
	subtitleDecision: '',
	...given,
});

/** A stream that stalled twice. */
export const fakeSeen = (given: Partial<SeenStream>): SeenStream => {
	const session = fakeSession({
		transcodeDecision: 'transcode',
		videoDecision: 'transcode',
		audioDecision: 'transcode',
		qualityProfile: '4 Mbps 720p',
		transcodeHardware: true,
		location: 'wan',
		source: fakeFormat({videoCodec: 'hevc', audioCodec: 'eac3', audioChannels: 6}),
		stream: fakeFormat({resolution: '720p', bitrateKbps: 4000, container: 'mpegts'}),
	});
	return {
		...session,
		id: 1,
		firstSeen: fakeNow - 7200,
		lastSeen: fakeNow - 1200,
		endedAt: fakeNow - 1195,
		isBuffering: false,
		stalls: 2,
		stalledSeconds: 41,
		slowestSpeed: 0.8,
		highestKbps: 6200,
		why: reasonsOf(session),
		rowId: 90,
		...given,
	};
};

export const fakePlay = (given: Partial<Play>): Play => ({
	rowId: 90,
	referenceId: 88,
	startedAt: fakeNow - 7200,
	lastStartedAt: given.startedAt ?? fakeNow - 7200,
	stoppedAt: fakeNow - 1200,
	pausedSeconds: 60,
	playedSeconds: 5940,
	userId: 1,
	user: 'marta',
	ratingKey: '1023',
	parentRatingKey: '',
	grandparentRatingKey: '',
	mediaType: 'movie',
	live: false,
	title: hostileTitles[0],
	parentTitle: '',
	grandparentTitle: '',
	fullTitle: hostileTitles[0],
	guid: '',
	seasonNumber: null,
	episodeNumber: null,
	transcodeDecision: 'copy',
	platform: 'Roku',
	player: 'Living room',
	product: '',
	location: 'lan',
	percentComplete: 90,
	...given,
});

export const fakeSnapshot = (given: Partial<Snapshot>): Snapshot => ({
	collectionName: hostileTitles[0],
	libraryName: 'Movies',
	ratingKey: '900042',
	mediaType: 'movie',
	plays: 212,
	playedSeconds: 1_200_000,
	uniqueUsers: null,
	rotationId: null,
	collectedAt: fakeNow - 720 + 0.5,
	queryDays: 30,
	totalItems: 22,
	itemsWithPlays: null,
	promoted: {home: true, shared: true, recommended: false},
	windows: [{days: 30, plays: 212, playedSeconds: 1_200_000, users: null}],
	sectionUuid: 'uuid-1',
	source: 'plex',
	...given,
});

export const fakeBoardRow = (given: Partial<BoardRow>): BoardRow => ({
	snapshot: fakeSnapshot({}),
	rank: 1,
	plays: 212,
	playedSeconds: 1_200_000,
	uniqueUsers: null,
	itemsWithPlays: null,
	rankChange: 2,
	isNew: false,
	...given,
});

const boardRows = [
	fakeBoardRow({}),
	fakeBoardRow({
		rank: 2,
		snapshot: fakeSnapshot({collectionName: hostileTitles[1], ratingKey: '900043', promoted: null, totalItems: 24}),
		plays: 188,
		playedSeconds: 900_000,
		rankChange: 0,
	}),
	fakeBoardRow({
		rank: 3,
		snapshot: fakeSnapshot({
			collectionName: hostileTitles[2],
			libraryName: 'Filme',
			ratingKey: '900044',
			promoted: {home: false, shared: false, recommended: false},
		}),
		plays: 12,
		playedSeconds: 3600,
		rankChange: null,
		isNew: true,
	}),
];

const fakeBoard: Board = {days: 30, rows: boardRows, hasMovement: true, collectedAt: fakeNow - 720 + 0.5};

const hourNames = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, '0'));
const dates = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'];

const hours: Graph = {
	categories: hourNames,
	series: [
		{name: 'TV', values: hourNames.map((_, hour) => hour)},
		{name: 'Movies', values: hourNames.map((_, hour) => (hour === 21 ? 40 : 1))},
	],
};

const days: Graph = {
	categories: dates,
	series: [
		{name: 'TV', values: [3, 0, 7, 2]},
		{name: 'Movies', values: [1, 0, 4, 0]},
		{name: 'Total', values: [4, 0, 11, 2]},
	],
};

const types: Graph = {
	categories: dates,
	series: [
		{name: 'Direct Play', values: [3, 0, 6, 1]},
		{name: 'Direct Stream', values: [1, 0, 2, 0]},
		{name: 'Transcode', values: [0, 0, 3, 1]},
		{name: 'Concurrent Streams', values: [2, 0, 4, 1]},
	],
};

const streams: Graph = {
	categories: dates,
	series: [
		{name: 'Concurrent Streams', values: [2, 0, 4, 1]},
		{name: 'Direct Play', values: [2, 0, 3, 1]},
		{name: 'Direct Stream', values: [1, 0, 1, 0]},
		{name: 'Transcode', values: [0, 0, 2, 1]},
	],
};

/** How a tautop with a year of history stands. */
export const fakeLocal: LocalStatus = {
	listening: null,
	audit: {checkedAt: null, difference: null},
	database: {
		path: '/data/tautop.db',
		bytes: 20_400_000,
		snapshots: 1204,
		newest: fakeNow - 720,
		trouble: null,
		warnings: [],
	},
	collector: {
		running: false,
		reading: false,
		last: fakeNow - 720,
		lastCollected: 36,
		lastFailed: 0,
		next: fakeNow + 3360,
	},
	demo: false,
	aheadSeconds: 0,
	history: {plays: 48_210, oldest: fakeNow - 400 * 86_400, complete: true, syncedAt: fakeNow - 719.5},
};

export const fakeSummary: RunSummary = {
	status: 'success',
	reason: null,
	error: null,
	collected: [{collection: hostileTitles[1], libraryName: 'Movies', plays: 188, ratingKey: '900043'}],
	failed: [],
	warnings: [],
	totalCollections: 1,
};

const sessions = [
	fakeSession({}),
	fakeSession({
		sessionKey: '9',
		userId: 2,
		user: 'otto with a name that has no end',
		fullTitle: `${hostileTitles[1]} - ${hostileTitles[0]}`,
		grandparentTitle: hostileTitles[1],
		seasonNumber: 2,
		episodeNumber: 5,
		mediaType: 'episode',
		ratingKey: '',
		transcodeDecision: 'transcode',
		transcodeSpeed: 0.7,
		videoDecision: 'transcode',
		subtitleDecision: 'burn',
		state: 'buffering',
		location: 'wan',
		bandwidthKbps: null,
		progressPercent: null,
	}),
	fakeSession({sessionKey: '12', fullTitle: hostileTitles[4], state: 'paused', transcodeDecision: 'copy'}),
];

const pingOf = (servers: Servers, server: ServerName): Ping =>
	server === 'tautulli'
		? {health: servers.tautulli, plexConnected: servers.plexConnected}
		: {health: servers.plex, plexConnected: null};

const healthy = (name: string, version: string) => ({ok: true, error: null, name, version, ms: 41});

const coverage = fullCoverage(fakeNow - 60);

const names = [
	fakeCount({key: '1', name: 'marta', plays: 1204, playedSeconds: 4_334_400, lastAt: fakeNow - 7200}),
	fakeCount({key: '2', name: hostileTitles[3], plays: 3, playedSeconds: 2520, deleted: true}),
];

const plays = () => [
	fakePlay({}),
	fakePlay({rowId: 89, referenceId: 89, fullTitle: hostileTitles[2], startedAt: fakeNow - 400 * 86_400}),
	fakePlay({rowId: 70, ratingKey: '', fullTitle: hostileTitles[4], live: true, playedSeconds: -4}),
];

const fakeStated: StatedPromotion = {
	id: 1,
	sectionUuid: 'uuid-1',
	ratingKey: '900043',
	title: hostileTitles[1],
	libraryName: 'Movies',
	from: fakeNow - 20 * 86_400,
	to: null,
	statedAt: fakeNow - 60.5,
};
const lifts = [
	fakeCollectionLift({title: hostileTitles[0]}),
	fakeCollectionLift({
		...noNumber,
		title: hostileTitles[2],
		libraryName: 'Filme',
		ratingKey: '900044',
		reason: 'too few',
		onStarts: 3,
		offStarts: 1,
		rotated: false,
	}),
];

const defaults: Sources = {
	settings: async () => fakeSettings,
	activity: async () => ({
		streamCount: 3,
		directPlayCount: 1,
		directStreamCount: 1,
		transcodeCount: 1,
		bandwidthKbps: {total: 21_440, lan: 15_200, wan: 6240},
		sessions,
	}),
	libraries: async () => [
		{sectionId: '1', name: 'Movies', type: 'movie', count: 2004},
		{sectionId: '2', name: '映画', type: 'movie', count: 12},
	],
	plays: fakePlays({hours, days, types, names}, coverage),
	everPlayed: async ({by}) =>
		by === 'user'
			? [{key: '1', name: 'marta', kind: '', plays: 1204, playedSeconds: 4_334_400}]
			: [
					{key: '1', name: 'Movies', kind: 'movie', plays: 1000, playedSeconds: 4_000_000},
					{key: '2', name: hostileTitles[2], kind: 'episode', plays: 204, playedSeconds: 334_400},
				],
	peaks: async () =>
		fakePeaks(
			{
				...streams,
				highest: {'Concurrent Streams': {count: 5, startedAt: fakeNow - 86_400, stoppedAt: fakeNow - 82_800}},
			},
			coverage,
		),
	lift: async ({days}) => ({...fakeLiftAnswer(coverage, lifts), days}),
	history: async ({start}) => ({
		recordsTotal: 48_210,
		recordsFiltered: 31_002,
		recordsSearched: 31_002,
		start,
		plays: plays(),
		coverage,
	}),
	moment: async () => ({plays: plays(), begins: fakeNow - 400 * 86_400, coverage}),
	day: async () => ({from: fakeNow - 75_840, to: fakeNow + 10_560, plays: plays(), begins: null, coverage}),
	play: async ({rowId}) => plays().find(play => play.rowId === rowId) ?? null,
	lastPlay: async () => fakePlay({user: 'nina', fullTitle: 'Anatomy of a Storm', stoppedAt: fakeNow - 8580}),
	recent: async () => ({
		total: 2,
		unwatched: 1,
		rows: [
			{
				ratingKey: '1023',
				title: hostileTitles[0],
				type: 'movie',
				sectionId: '1',
				library: 'Movies',
				items: 1,
				addedAt: fakeNow - 3600,
				size: 4_300_000_000,
				plays: 3,
				users: 2,
				lastAt: fakeNow - 600,
			},
			{
				ratingKey: '2000',
				title: hostileTitles[1],
				type: 'show',
				sectionId: '2',
				library: 'TV',
				items: 12,
				addedAt: fakeNow - 90_000,
				size: null,
				plays: 0,
				users: 0,
				lastAt: null,
			},
		],
		coverage: fullCoverage(fakeNow),
	}),
	changes: async ({groups}) => fakeChanges(groups, coverage),
	recap: async () => fakeRecap(coverage),
	unwatched: async () => fakeUnwatched(coverage),
	librarySizes: async () => [fakeLibrarySize],
	titleFacts: async () => fakeTitleFacts,
	memberships: async () => ({'1023': ['Awards 2026', 'Hidden Gems']}),
	streamStarts: async () => ({}),
	strip: async () => fakeStrip(fakeNow),
	seenStreams: async query => ('window' in query ? [] : [fakeSeen({})]),
	whyTranscoded: async () => ({
		seen: 402,
		reasons: {limit: 171, subtitles: 84, codec: 118, sound: 29, container: 0},
		since: fakeNow - 40 * 86_400,
	}),
	capacity: async () => ({
		limitKbps: 40_000,
		days: [
			{
				date: '2026-11-22',
				source: 'seen',
				seconds: 60,
				kbps: 38_900,
				at: fakeNow - 180,
				minutesOver: 21,
				streams: 9,
				transcoded: 4,
				who: ['otto with a name that has no end', 'marta'],
			},
			{
				date: '2026-11-12',
				source: 'plex',
				seconds: 3600,
				kbps: 36_400,
				at: fakeNow - 10 * 86_400,
				minutesOver: null,
				streams: null,
				transcoded: null,
				who: ['lena'],
			},
			{
				date: '2026-11-02',
				source: 'plex',
				seconds: 86_400,
				kbps: 8200,
				at: fakeNow - 20 * 86_400,
				minutesOver: null,
				streams: null,
				transcoded: null,
				who: [],
			},
		],
		recent: Array.from({length: 1440}, (_, minute) => (minute < 1280 ? null : 6000 + 180 * (minute - 1260))),
		recentFrom: fakeNow - 1440 * 60,
		overSince: fakeNow - 21 * 60,
		seenFrom: fakeNow - 9 * 86_400,
	}),
	resolutions: async () => ({
		source: [
			{resolution: '1080p', directPlay: 60, directStream: 10, transcode: 30},
			{resolution: '4k', directPlay: 5, directStream: 0, transcode: null},
			{resolution: '', directPlay: 0, directStream: 0, transcode: 0},
		],
		sent: [{resolution: '720p', directPlay: 0, directStream: 0, transcode: 30}],
	}),
	streamData: async () => ({
		sourceVideo: 'hevc',
		sourceResolution: '2160p',
		sourceAudio: 'eac3',
		sourceKbps: 24_000,
		streamVideo: 'h264',
		streamResolution: '720p',
		streamAudio: 'aac',
		streamKbps: 4000,
	}),
	choices: async ({kind, text}) =>
		[
			{id: '1', name: 'marta'},
			{id: '7', name: kind === 'user' ? '1917' : 'Movies'},
			{id: '42', name: hostileTitles[3]},
		].filter(({name}) => text === '' || name === text || text === '?'),
	itemStats: async ({days}) => ({days, plays: 42, playedSeconds: 7200, users: null}),
	allServers: async () => [{...fakeFigures, isHere: true}],
	servers: async () => ({
		tautulli: healthy('tower', '2.17.2'),
		plex: healthy('', '1.43.0.1-abc'),
		plexConnected: true,
	}),
	ping: async ({server}) => pingOf(await defaults.servers(null), server),
	board: async ({name}) => (name === undefined ? fakeBoard : {...fakeBoard, rows: boardRows.slice(0, 1)}),
	trend: async () =>
		[100, 150, 120, 212].map((plays, day) =>
			fakeSnapshot({
				collectedAt: fakeNow - (4 - day) * 86_400,
				plays,
				playedSeconds: plays * 60,
				windows: [{days: 30, plays, playedSeconds: plays * 60, users: null}],
			}),
		),
	adoptedPlays: async () => null,
	runs: async () => [],
	events: async () => [],
	local: async () => fakeLocal,
	collect: async () => fakeSummary,
	stop: async () => ({user: 'marta', title: hostileTitles[0]}),
	backup: async ({file}) => ({file, bytes: 20_400_000}),
	adopt: async ({carryOver}) => ({
		current: {plays: 2004, complete: true},
		lostKeys: {rekeyed: 12, orphans: 1},
		histories: [
			{
				id: 1,
				setAsideAt: fakeNow - 86_400.5,
				reason: 'Tautulli watches another Plex server now.',
				plays: 48_210,
				matching: 41_002,
				overlapping: 12,
				adopted: 0,
				adding: 40_990,
				carriedOver: carryOver ? 40_990 : null,
			},
		],
	}),
	stated: async () => [fakeStated],
	state: async () => [fakeStated],
	shown: async () => [
		{from: fakeNow - 9 * 86_400, to: fakeNow - 8 * 86_400, shown: 'somewhere', row: null, source: 'rotation'},
		{
			from: fakeNow - 5 * 86_400,
			to: fakeNow - 3600.5,
			shown: {home: false, shared: false, recommended: false},
			row: null,
			source: 'look',
		},
	],
	importFile: async ({file, dryRun}) => ({
		file,
		dryRun,
		names: 'both',
		snapshots: {found: 2410, taken: 2400, known: 7, refused: [{reason: 'no time that can be read', rows: 3}]},
		rotations: {found: 62, taken: 61, known: 1, refused: [], failed: 1, unsure: 2},
		pins: {found: 1, taken: 1, known: 0, refused: []},
		rotated: {from: fakeNow - 30 * 86_400.5, to: fakeNow - 43_200},
		passedOver: [{table: 'users', rows: 4, reason: 'accounts of homescreen-hero'}],
	}),
	reconnect: async () => null,
	collectionItems: async () => [
		{
			ratingKey: '1023',
			type: 'movie',
			title: 'The Long Winter',
			size: 11_200_000_000,
			addedAt: 1_700_000_000,
			since: null,
		},
		{
			ratingKey: '1077',
			type: 'movie',
			title: hostileTitles[1],
			size: 9_100_000_000,
			addedAt: 1_700_100_000,
			since: fakeNow - 86_400,
		},
		{ratingKey: '1078', type: 'movie', title: 'Paper Moon Rising', size: null, addedAt: null, since: null},
	],
	weeks: async ({weeks}) => ({
		weeks: Array.from({length: weeks}, (_, index) => {
			const day = (back: number) => new Date((fakeNow - back * 86_400) * 1000).toISOString().slice(0, 10);
			return {from: day((weeks - 1 - index) * 7 + 6), to: day((weeks - 1 - index) * 7)};
		}),
		rows: [{ratingKey: '501', plays: Array.from({length: weeks}, (_, index) => (index * 7) % 20)}],
	}),
	promotions: async ({days}) => ({
		from: days === 0 ? 0 : fakeNow - days * 86_400,
		to: fakeNow,
		lookedAt: fakeNow - 300,
		collections: [],
		needFrequentLooks: [],
	}),
	look: async () => ({
		at: fakeNow,
		libraries: [
			{library: 'Movies', promoted: 4, changed: 1, error: null},
			{library: 'TV Shows', promoted: null, changed: null, error: 'Plex refused the token.'},
		],
	}),
	sync: async () => ({
		kind: 'delta',
		added: 3,
		changed: 0,
		removed: 1,
		plays: 2004,
		requests: 2,
		serverMs: 900,
		pausedMs: 40,
		totalMs: 1000,
		warnings: [],
	}),
};

/** Sources with answers for every question; tests replace those that they are about. */
export type FakeSources = OpenSources & {
	readonly closed: () => boolean;
	/** Lets the listeners hear a run going on. */
	readonly tell: (progress: Progress) => void;
	/** Lets the listeners hear anything else. */
	readonly emit: (event: SourcesEvent) => void;
};

export const fakeSources = (given: Partial<Sources> = {}): FakeSources => {
	const listeners = new Set<Parameters<OpenSources['listen']>[0]>();
	let closed = false;
	const emit = (event: SourcesEvent): void => {
		for (const listener of listeners) listener(event);
	};
	return {
		emit,
		sources: {
			...defaults,
			ping: async ({server}, signal) => pingOf(await (given.servers ?? defaults.servers)(null, signal), server),
			...given,
		},
		listen: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: async () => {
			closed = true;
		},
		closed: () => closed,
		tell: progress => emit({type: 'progress', progress}),
	};
};
