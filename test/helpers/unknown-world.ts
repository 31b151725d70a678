import type {Graph, Value} from '../../source/domain/plays/graph.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {fakeChanges} from './fake-changes.ts';
import {fakeLibrarySize, fakeUnwatched} from './fake-idle.ts';
import {fakeCount, fakePeaks, fakePlays} from './fake-plays.ts';
import {fakeRecap} from './fake-recap.ts';
import {fakeBoardRow, fakeFormat, fakeNow, fakePlay, fakeSession, fakeSnapshot} from './fake-sources.ts';

const dates = ['2026-11-20', '2026-11-21', '2026-11-22'];
const hourNames = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, '0'));

const graph = (categories: readonly string[], names: readonly string[], value: (place: number) => Value): Graph => ({
	categories,
	series: names.map(name => ({name, values: categories.map((_, place) => value(place))})),
});

const media = ['TV', 'Movies', 'Total'];
const types = ['Direct Play', 'Direct Stream', 'Transcode'];

/** The last value of every graph is not known. */
const holed = (categories: readonly string[], names: readonly string[]): Graph =>
	graph(categories, names, place => (place === categories.length - 1 ? null : place + 1));

const unknownFormat = fakeFormat({
	videoCodec: '',
	resolution: '',
	bitrateKbps: null,
	container: '',
	audioCodec: '',
	audioChannels: null,
});

const session = fakeSession({
	userId: null,
	year: null,
	seasonNumber: null,
	episodeNumber: null,
	mediaType: 'episode',
	grandparentTitle: 'Harbour Lights',
	progressPercent: null,
	viewOffsetMs: null,
	durationMs: null,
	transcodeDecision: '',
	transcodeSpeed: null,
	bandwidthKbps: null,
	source: unknownFormat,
	stream: unknownFormat,
});

const total = {days: 30, plays: 7, playedSeconds: -90, users: null, items: null};

const row = fakeBoardRow({
	uniqueUsers: null,
	itemsWithPlays: null,
	rankChange: null,
	playedSeconds: -90,
	snapshot: fakeSnapshot({
		uniqueUsers: null,
		rotationId: null,
		totalItems: null,
		itemsWithPlays: null,
		promoted: null,
		source: null,
		windows: [total, {...total, days: 0}],
	}),
});

const lost = {ok: false, error: null, name: '', version: null, ms: null};

const graphs = {
	hours: holed(hourNames, ['TV', 'Movies']),
	days: holed(dates, media),
	types: holed(dates, types),
	names: [fakeCount({key: '', name: 'no user', plays: 3, playedSeconds: -7260})],
};

const unknownCoverage = {asOf: fakeNow, knownFrom: fakeNow - 86_400, zone: 'UTC', zoneProven: false};

const unknownPlay = fakePlay({
	rowId: null,
	referenceId: null,
	userId: null,
	ratingKey: '',
	playedSeconds: -7260,
	seasonNumber: null,
	episodeNumber: null,
	percentComplete: null,
	transcodeDecision: '',
});

const unknownSum = {titles: 1, size: null, unsized: 1};
const unknownSums = {all: unknownSum, never: unknownSum, idle: unknownSum, rest: unknownSum};

const nothingPlayed = {plays: 0, playedSeconds: 0, users: 0, transcodes: 0, decided: 0, most: null};

/** Answers in which everything is null that can be. */
export const unknownWorld: Partial<Sources> = {
	activity: async () => ({
		streamCount: 2,
		directPlayCount: 0,
		directStreamCount: 0,
		transcodeCount: 0,
		bandwidthKbps: {total: null, lan: null, wan: null},
		sessions: [session],
	}),
	plays: fakePlays(graphs, unknownCoverage),
	peaks: async () => fakePeaks({...holed(dates, ['Concurrent Streams', ...types]), highest: null}, unknownCoverage),
	libraries: async () => [{sectionId: '1', name: 'Movies', type: 'movie', count: null}],
	history: async ({start}) => ({
		recordsTotal: 2,
		recordsFiltered: 2,
		recordsSearched: 2,
		start,
		plays: [unknownPlay],
		coverage: unknownCoverage,
	}),
	lastPlay: async () => null,
	recent: async () => ({
		total: 1,
		unwatched: 1,
		rows: [
			{
				ratingKey: '1',
				title: '',
				type: '',
				sectionId: '',
				library: '',
				items: 1,
				addedAt: 0,
				size: null,
				plays: 0,
				users: 0,
				lastAt: null,
			},
		],
		coverage: unknownCoverage,
	}),
	unwatched: async () => ({
		...fakeUnwatched(unknownCoverage),
		rows: [
			{
				ratingKey: '1',
				title: '',
				type: '',
				sectionId: '',
				library: '',
				items: 1,
				size: null,
				firstAddedAt: null,
				lastAddedAt: null,
				lastAt: null,
				maybeBeforeRecords: true,
				collections: null,
			},
		],
		sums: unknownSums,
		types: {},
		recordsFrom: null,
		libraries: [],
	}),
	librarySizes: async () => [{...fakeLibrarySize, sums: unknownSums}],
	titleFacts: async () => null,
	memberships: async () => ({}),
	strip: async () => ({
		from: fakeNow - 180 * 60,
		minutes: Array.from({length: 180}, () => null),
		rates: null,
		record: null,
	}),
	changes: async ({groups}) => ({
		...fakeChanges(groups, unknownCoverage),
		now: nothingPlayed,
		before: nothingPlayed,
	}),
	recap: async () => ({
		...fakeRecap(unknownCoverage),
		now: nothingPlayed,
		before: null,
		newUsers: null,
		months: [],
		busiest: null,
		quiet: null,
		film: null,
		show: null,
		unwatched: {titles: 3, size: null, unsized: 3},
		knownFrom: fakeNow - 86_400,
	}),
	resolutions: async () => ({
		source: [{resolution: '', directPlay: null, directStream: null, transcode: null}],
		sent: [],
	}),
	streamData: async () => null,
	itemStats: async ({days}) => ({...total, days}),
	servers: async () => ({tautulli: lost, plex: null, plexConnected: null}),
	ping: async () => ({health: null, plexConnected: null}),
	board: async ({days}) => ({days, rows: [row], hasMovement: true, collectedAt: null}),
	trend: async () => [row.snapshot, fakeSnapshot({...row.snapshot, windows: [], queryDays: 7})],
	adoptedPlays: async () => null,
	runs: async () => [
		{id: 1, startedAt: fakeNow - 60, endedAt: null, status: 'running', collected: 0, failed: 0, reason: null},
	],
	local: async () => ({
		listening: null,
		audit: {checkedAt: null, difference: null},
		database: {path: '/data/tautop.db', bytes: 4096, snapshots: 0, newest: null, trouble: null, warnings: []},
		collector: {running: false, reading: false, last: null, lastCollected: null, lastFailed: null, next: null},
		demo: false,
		aheadSeconds: 0,
		history: {plays: 7, oldest: null, complete: false, syncedAt: null},
	}),
	collect: async () => ({
		status: 'partial',
		reason: null,
		error: null,
		collected: [],
		failed: [{collection: 'Long Winters', libraryName: null, ratingKey: null, reason: 'It could not be read.'}],
		warnings: [],
		totalCollections: 1,
		distinctPlays: null,
		adoptedPlays: null,
		lostKeys: null,
		matches: null,
	}),
};

/** Answers whose seconds are below zero, here and there or all of them. */
export const negativeWorld = (values: readonly number[]): Partial<Sources> => {
	const at = (place: number): number => values[place % values.length] ?? 0;
	return {
		plays: fakePlays(
			{hours: graph(hourNames, ['TV'], at), days: graph(dates, ['TV'], at), types: graph(dates, types, at), names: []},
			unknownCoverage,
		),
	};
};
