import type {BoardRow} from '../../source/domain/board.ts';
import type {Snapshot} from '../../source/domain/collection.ts';
import type {Graph, Peaks} from '../../source/domain/plays/graph.ts';
import type {Activity, Session} from '../../source/domain/session.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {fakePeaks, fakePlays, fullCoverage} from '../helpers/fake-plays.ts';
import {fakeFormat, fakeLocal, fakeNow, fakeSession, fakeSettings, fakeSnapshot} from '../helpers/fake-sources.ts';

/** An evening on a server called tower: what the pictures of the dashboard show. Titles and people are invented. */
const minutes = 60_000;

const session = (user: string, title: string, given: Partial<Session>): Session =>
	fakeSession({sessionKey: user, user, title, fullTitle: title, ...given});

const episode = (show: string, season: number, number: number): Partial<Session> => ({
	mediaType: 'episode',
	grandparentTitle: show,
	seasonNumber: season,
	episodeNumber: number,
	fullTitle: `${show} - Part ${number}`,
});

const transcode = (speed: number, bandwidthKbps: number): Partial<Session> => ({
	transcodeDecision: 'transcode',
	transcodeSpeed: speed,
	location: 'wan',
	bandwidthKbps,
	qualityProfile: '6 Mbps 720p',
	videoDecision: 'transcode',
	audioDecision: 'copy',
	transcodeHardware: true,
	stream: fakeFormat({resolution: '720p', bitrateKbps: 6000}),
});

const at = (percent: number, leftMinutes: number): Partial<Session> => {
	const durationMs = (leftMinutes * minutes) / (1 - percent / 100);
	return {progressPercent: percent, durationMs, viewOffsetMs: (durationMs * percent) / 100};
};

const marta = session('marta', 'The Lost Expedition', {...transcode(4.1, 6200), ...at(43, 67), player: 'Roku'});
const jon = session('jon', 'Part 5', {...episode('Harbour Lights', 2, 5), ...at(86, 9), bandwidthKbps: 11_800});
const workshop = session('workshop', 'Part 1', {
	...episode('Quiet Rivers', 1, 1),
	...at(10, 40),
	state: 'paused',
	bandwidthKbps: 3400,
});

const activityOf = (sessions: readonly Session[]): Activity => {
	const count = (decision: string): number =>
		sessions.filter(({transcodeDecision}) => transcodeDecision === decision).length;
	const rate = (place: string): number =>
		sessions.reduce((sum, {location, bandwidthKbps}) => sum + (location === place ? (bandwidthKbps ?? 0) : 0), 0);
	return {
		streamCount: sessions.length,
		directPlayCount: count('direct play'),
		directStreamCount: count('copy'),
		transcodeCount: count('transcode'),
		bandwidthKbps: {total: rate('lan') + rate('wan'), lan: rate('lan'), wan: rate('wan')},
		sessions,
	};
};

export const calm = activityOf([marta, jon, workshop]);

export const busy = activityOf([
	jon,
	session('lena', 'Night Ferry', {...transcode(0.7, 4000), ...at(55, 48), state: 'buffering'}),
	session('marta', 'The Lost Expedition', {...transcode(1.1, 6200), ...at(43, 67)}),
	session('otto', 'Part 10', {...episode('Glass Harbour', 3, 10), ...transcode(1.3, 6100), ...at(12, 51)}),
	session('vera', 'The Long Winter', {...transcode(2, 8000), ...at(88, 12)}),
	session('nina', 'Anatomy of a Storm', {
		transcodeDecision: 'copy',
		location: 'wan',
		bandwidthKbps: 8100,
		...at(60, 47),
	}),
	session('ida', 'Part 2', {...episode('Quiet Rivers', 1, 2), location: 'wan', bandwidthKbps: 6500, ...at(35, 36)}),
	session('paul', 'Saltwater', {bandwidthKbps: 7600, ...at(2, 136)}),
	workshop,
]);

export const quiet = activityOf([]);

const hourValues = [
	60, 30, 22, 20, 18, 22, 40, 66, 80, 62, 44, 70, 86, 82, 84, 88, 84, 140, 170, 190, 230, 299, 270, 170,
];

const hours: Graph = {
	categories: hourValues.map((_, hour) => String(hour).padStart(2, '0')),
	series: [
		{name: 'TV', values: hourValues.map(value => Math.round(value * 0.6))},
		{name: 'Movies', values: hourValues.map(value => value - Math.round(value * 0.6))},
		{name: 'Music', values: hourValues.map(() => 0)},
	],
};

const secondsPerDay = 86_400;
const dates = Array.from({length: 30}, (_, day) =>
	new Date((fakeNow - (29 - day) * secondsPerDay) * 1000).toISOString().slice(0, 10),
);
const wave = (day: number, base: number, swing: number): number =>
	Math.max(0, Math.round(base + swing * Math.sin(day * 1.7) + (day % 7 > 4 ? swing : 0)));

const days: Graph = {
	categories: dates,
	series: [
		{name: 'TV', values: dates.map((_, day) => wave(day, 38, 12))},
		{name: 'Movies', values: dates.map((_, day) => wave(day + 2, 20, 9))},
		{name: 'Music', values: dates.map(() => 0)},
		{name: 'Total', values: dates.map((_, day) => wave(day, 38, 12) + wave(day + 2, 20, 9))},
	],
};

const peak = (day: number): number =>
	[3, 4, 3, 3, 0, 4, 6, 5, 3, 3, 5, 6, 7, 7, 3, 7, 5, 5, 6, 3, 4, 6, 5, 3, 3, 0, 5, 7, 5, 6][day] ?? 0;
const transcodes = (day: number): number =>
	[1, 1, 1, 1, 0, 1, 1, 2, 2, 1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 3, 1, 2, 2, 1, 1, 0, 1, 1, 2, 1][day] ?? 0;

const types: Graph = {
	categories: dates,
	series: [
		{name: 'Direct Play', values: dates.map((_, day) => wave(day, 40, 10))},
		{name: 'Direct Stream', values: dates.map((_, day) => wave(day + 1, 10, 4))},
		{name: 'Transcode', values: dates.map((_, day) => wave(day + 3, 14, 8))},
		{name: 'Concurrent Streams', values: dates.map((_, day) => peak(day))},
	],
};

const peaks: Peaks = {
	categories: dates,
	series: [
		{name: 'Concurrent Streams', values: dates.map((_, day) => peak(day))},
		{name: 'Direct Play', values: dates.map((_, day) => Math.max(0, peak(day) - 2))},
		{name: 'Direct Stream', values: dates.map(() => 1)},
		{name: 'Transcode', values: dates.map((_, day) => transcodes(day))},
	],
	highest: {
		'Concurrent Streams': {
			count: 7,
			startedAt: fakeNow - 10 * secondsPerDay + 2160,
			stoppedAt: fakeNow - 10 * secondsPerDay + 4000,
		},
		Transcode: {
			count: 3,
			startedAt: fakeNow - 10 * secondsPerDay + 2160,
			stoppedAt: fakeNow - 10 * secondsPerDay + 4000,
		},
	},
};

const named: ReadonlyArray<readonly [string, number, number, string]> = [
	['Hidden Gems', 212, 22, 'HF'],
	['Studio Ghibli', 188, 24, ''],
	['Best of the 90s', 171, 41, 'HFR'],
	['Oscars 2026', 100, 10, 'HF'],
	['Family Night', 92, 61, ''],
	['Slow Burn', 87, 18, 'R'],
	['Heist', 78, 14, ''],
	['Nordic Noir', 71, 15, 'H'],
	['Space Opera', 66, 33, ''],
	['One-Season Shows', 54, 27, ''],
	['Documentaries', 49, 82, 'HF'],
];
const others = Array.from({length: 25}, (_, index): readonly [string, number, number, string] => [
	`Shelf ${index + 1}`,
	40 - index,
	20 + index,
	'',
]);

const changes = [2, 0, -1, 5, 0, -2, null, 1, -3, 0, 1];

const windows = (plays: number, totalItems: number): Snapshot['windows'] =>
	[1, 7, 30, 90, 365, 0].map((window, index) => {
		const share = [0.04, 0.3, 1, 2.6, 6, 11][index] ?? 1;
		return {
			days: window,
			plays: Math.round(plays * share),
			playedSeconds: Math.round(plays * share * 5400),
			users: null,
			items: window === 0 ? totalItems - 2 : null,
		};
	});

const board: readonly BoardRow[] = [...named, ...others].map(([collectionName, plays, totalItems, on], index) => ({
	snapshot: fakeSnapshot({
		collectionName,
		ratingKey: String(900_000 + index),
		plays,
		playedSeconds: plays * 5400,
		totalItems,
		itemsWithPlays: totalItems - 2,
		promoted: {home: on.includes('H'), shared: on.includes('F'), recommended: on.includes('R')},
		windows: windows(plays, totalItems),
	}),
	rank: index + 1,
	plays,
	playedSeconds: plays * 5400,
	uniqueUsers: null,
	itemsWithPlays: null,
	rankChange: changes[index] ?? null,
	isNew: index === 6,
}));

const trend = Array.from({length: 30}, (_, day) =>
	fakeSnapshot({
		collectionName: 'Hidden Gems',
		collectedAt: fakeNow - (29 - day) * secondsPerDay,
		windows: windows(Math.round(120 + day * 3 + 14 * Math.sin(day)), 22),
	}),
);

const healthy = (name: string, version: string) => ({ok: true, error: null, name, version, ms: 41});

/** Answers of that evening, for `fakeSources`. */
export const evening: Partial<Sources> = {
	settings: async () => ({...fakeSettings, tautulliUrl: 'http://tower:8181', uploadMbps: 40}),
	activity: async () => calm,
	plays: fakePlays({hours, days, types, names: []}, fullCoverage(fakeNow - 60)),
	peaks: async () => fakePeaks(peaks, fullCoverage(fakeNow - 60)),
	servers: async () => ({
		tautulli: healthy('tower', '2.17.2'),
		plex: {...healthy('tower', '1.43.0'), ms: 12},
		plexConnected: true,
	}),
	board: async ({days: window, mediaType}) => ({
		days: window,
		rows: mediaType === 'show' ? board.slice(6) : board,
		hasMovement: true,
		collectedAt: fakeNow - 720,
	}),
	trend: async () => trend,
	runs: async () => [
		{
			id: 2,
			startedAt: fakeNow - 724,
			endedAt: fakeNow - 720,
			status: 'success',
			collected: 36,
			failed: 0,
			reason: null,
		},
		{
			id: 1,
			startedAt: fakeNow - 87_124,
			endedAt: fakeNow - 87_120,
			status: 'partial',
			collected: 34,
			failed: 2,
			reason: null,
		},
	],
	events: async () => [
		{at: fakeNow - 180, kind: 'buffering', text: 'lena buffering: The Long Winter'},
		{at: fakeNow - 720, kind: 'run-ended', text: 'collected 36, all well'},
		{at: fakeNow - 7260, kind: 'tautulli-back', text: 'Tautulli back, away 41 s'},
	],
	local: async () => ({...fakeLocal, listening: true, history: null}),
};
