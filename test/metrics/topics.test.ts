import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {family} from '../../source/metrics/family.ts';
import {distinctNames} from '../../source/metrics/names.ts';
import {localFamilies} from '../../source/metrics/topics/local.ts';
import {playFamilies} from '../../source/metrics/topics/plays.ts';
import {streamFamilies} from '../../source/metrics/topics/streams.ts';
import {userFamilies} from '../../source/metrics/topics/users.ts';
import {writeMetrics} from '../../source/metrics/write.ts';
import {fakeBoardRow, fakeNow, fakeSession, fakeSettings, fakeSnapshot, fakeSources} from '../helpers/fake-sources.ts';
import {linesOf, namesIn, scrape} from './scrape.ts';

const idle = {
	streamCount: 0,
	directPlayCount: 0,
	directStreamCount: 0,
	transcodeCount: 0,
	bandwidthKbps: {total: null, lan: null, wan: null},
	sessions: [],
};

const textOf = (families: Parameters<typeof writeMetrics>[0]): string => writeMetrics(families, 'prometheus');

test('where nobody watches every value of every label is there, as zero', () => {
	const lines = linesOf(textOf(streamFamilies(idle)), 'tautop_streams');
	const values = new Set(lines.flatMap(line => [...line.matchAll(/(\w+="[^"]*")/g)].map(([, pair]) => pair)));
	expect(values).toEqual(
		new Set([
			...['playing', 'paused', 'buffering', 'other'].map(state => `state="${state}"`),
			...['direct play', 'direct stream', 'transcode', 'other'].map(decision => `decision="${decision}"`),
			...['movie', 'episode', 'track', 'live', 'other'].map(media => `media="${media}"`),
			...['lan', 'wan', 'other'].map(network => `network="${network}"`),
		]),
	);
	expect(lines.every(line => line.endsWith(' 0'))).toBe(true);
});

test('streams by what they are; what a server makes up is other, and what could not be read counts', () => {
	const sessions = [
		fakeSession({}),
		fakeSession({sessionKey: '8'}),
		fakeSession({state: 'dreaming', transcodeDecision: '', mediaType: 'hologram', location: ''}),
		fakeSession({live: true, mediaType: 'clip', transcodeDecision: 'copy', state: 'buffering', location: 'wan'}),
	];
	const text = textOf(
		streamFamilies({...idle, streamCount: 6, sessions, bandwidthKbps: {total: 5, lan: 3, wan: null}}),
	);
	expect(linesOf(text, 'tautop_streams').filter(line => !line.endsWith(' 0'))).toEqual([
		'tautop_streams{state="playing",decision="direct play",media="movie",network="lan"} 2',
		'tautop_streams{state="other",decision="other",media="other",network="other"} 3',
		'tautop_streams{state="buffering",decision="direct stream",media="live",network="wan"} 1',
	]);
	expect(linesOf(text, 'tautop_bandwidth_bits_per_second')).toEqual([
		'tautop_bandwidth_bits_per_second{network="lan"} 3000',
	]);
	expect(linesOf(text, 'tautulli_bandwidth_total')).toEqual(['tautulli_bandwidth_total 5']);
	expect(linesOf(text, 'tautulli_stream_count')).toEqual(['tautulli_stream_count 6']);
});

test('libraries beyond the fiftieth are counted and not named; kinds that nobody knows add up', () => {
	const counted = Array.from({length: 60}, (_, index) => ({
		key: String(index),
		name: index < 2 ? 'Movies' : `Library ${index}`,
		kind: 'movie',
		plays: 1000 - index,
		playedSeconds: 60,
	}));
	const text = textOf(
		playFamilies([
			...counted,
			{key: '0', name: 'Movies', kind: 'clip', plays: 2, playedSeconds: 1},
			{key: '0', name: 'Movies', kind: '', plays: 3, playedSeconds: 1},
		]),
	);
	expect(linesOf(text, 'tautop_plays_total').slice(0, 3)).toEqual([
		'tautop_plays_total{library="Movies (0)",media="movie"} 1000',
		'tautop_plays_total{library="Movies (0)",media="other"} 5',
		'tautop_plays_total{library="Movies (1)",media="movie"} 999',
	]);
	expect(linesOf(text, 'tautop_plays_total')).toHaveLength(51);
	expect(text).toContain('tautop_left_out{what="libraries"} 10\n');
});

test('people are told only where that is asked for', async () => {
	expect(await scrape()).not.toContain('marta');
	expect(await scrape({}, {users: true})).toContain('tautop_user_plays_total{user="marta"} 1204\n');
});

test.each([
	['full', ['tautop_user_plays_total{user="Max Otto"} 5', 'tautop_user_plays_total{user="mia o."} 3']],
	['initials', ['tautop_user_plays_total{user="M.O."} 8']],
	['none', ['tautop_user_plays_total{user="someone"} 8']],
] as const)('people are named as on the screen: %s', (names, lines) => {
	const counted = [
		{key: '2', name: 'mia o.', kind: '', plays: 3, playedSeconds: 9},
		{key: '1', name: 'Max Otto', kind: '', plays: 5, playedSeconds: 9},
	];
	expect(linesOf(textOf(userFamilies({counted, names})), 'tautop_user_plays_total')).toEqual(lines);
});

test('who watches is named like that too', async () => {
	const text = await scrape({settings: async () => ({...fakeSettings, names: 'none'})}, {users: true});
	expect(linesOf(text, 'tautop_user_streams')).toEqual(['tautop_user_streams{user="someone"} 3']);
});

test('namesakes are called the same in every metric, however few they played', async () => {
	const people = Array.from({length: 102}, (_, index) => ({
		key: String(index),
		name: index === 0 || index === 101 ? `Alex ${'x'.repeat(200)}` : `user ${index}`,
		kind: '',
		plays: 200 - index,
		playedSeconds: 9,
	}));
	const session = fakeSession({userId: 0, user: people[0]?.name ?? ''});
	const text = await scrape(
		{
			settings: async () => ({...fakeSettings, names: 'full'}),
			activity: async () => ({...idle, streamCount: 1, sessions: [session]}),
			everPlayed: async () => people,
		},
		{users: true},
	);
	const label = `{user="Alex ${'x'.repeat(114)}… (0)"}`;
	expect(linesOf(text, 'tautop_user_streams')).toEqual([`tautop_user_streams${label} 1`]);
	expect(linesOf(text, 'tautop_user_plays_total')[0]).toBe(`tautop_user_plays_total${label} 200`);
});

test('who watches is told without the history too', async () => {
	const text = await scrape(
		{
			everPlayed: async () => {
				throw new AppError('waiting', 'Not yet.');
			},
		},
		{users: true},
	);
	expect(linesOf(text, 'tautop_user_streams')).not.toEqual([]);
});

test('the largest collections have series, with names that tell them apart, and the same in every metric', async () => {
	const rows = Array.from({length: 230}, (_, index) =>
		fakeBoardRow({
			rank: index + 1,
			snapshot: fakeSnapshot({
				ratingKey: String(index),
				collectionName: index < 2 ? 'Awards' : `${'x'.repeat(300)} ${index}`,
				promoted: {home: index === 0, shared: false, recommended: false},
			}),
		}),
	);
	const text = await scrape({
		board: async () => ({days: 30, rows, hasMovement: true, collectedAt: fakeNow}),
		promotions: async () => ({
			from: 0,
			to: fakeNow,
			lookedAt: fakeNow - 5,
			needFrequentLooks: [],
			collections: [
				{
					sectionUuid: 'uuid-1',
					ratingKey: '1',
					placed: {promoted: {home: false, shared: true, recommended: false}, row: 3},
					spans: [],
				},
			],
		}),
	});
	const plays = linesOf(text, 'tautop_collection_plays');
	expect(plays).toHaveLength(200);
	expect(new Set(plays).size).toBe(200);
	expect(plays[0]).toBe('tautop_collection_plays{collection="Awards (0)",library="Movies"} 212');
	expect(plays[2]?.length).toBeLessThan(200);
	expect(text).toContain('tautop_left_out{what="collections"} 30\n');
	expect(text).toContain('tautop_collection_promoted{collection="Awards (0)",library="Movies",place="home"} 1\n');
	expect(text).toContain('tautop_collection_promoted{collection="Awards (1)",library="Movies",place="shared"} 1\n');
	expect(linesOf(text, 'tautop_collection_position')).toEqual([
		'tautop_collection_position{collection="Awards (1)",library="Movies"} 3',
	]);
});

test('a lift that is not known is not there', async () => {
	const text = await scrape();
	expect(linesOf(text, 'tautop_collection_lift')).toEqual([
		'tautop_collection_lift{collection="The Long Winter",library="Movies"} 1.684712',
	]);
});

test('the last run is the last one that has ended', async () => {
	const run = {startedAt: fakeNow - 90, endedAt: fakeNow - 60, collected: 3, failed: 0, reason: null};
	const text = await scrape({
		runs: async () => [
			{...run, id: 3, status: 'running', endedAt: null},
			{...run, id: 2, status: 'partial'},
			{...run, id: 1, status: 'success'},
		],
	});
	expect(linesOf(text, 'tautop_collector_last_run_result').filter(line => line.endsWith(' 1'))).toEqual([
		'tautop_collector_last_run_result{result="partial"} 1',
	]);
	expect(linesOf(text, 'tautop_collector_last_run_duration_seconds')).toEqual([
		'tautop_collector_last_run_duration_seconds 30',
	]);
	expect(namesIn(await scrape())).not.toContain('tautop_collector_last_run_result');
});

test('the name of a server is a label of everything', async () => {
	const lines = (await scrape({}, {server: 'attic "2"'}))
		.split('\n')
		.filter(line => line !== '' && !line.startsWith('#'));
	expect(lines.filter(line => !/^[a-z_]+\{server="attic \\"2\\""[,}]/.test(line))).toEqual([]);
});

test('things of the same name show their keys, also where their names are alike only when they are cut', () => {
	const long = 'x'.repeat(200);
	expect([
		...distinctNames([
			{key: 'u/1', short: '1', name: `${long}a`},
			{key: 'u/2', short: '2', name: `${long}b`},
			{key: '3', name: 'Noir'},
		]).values(),
	]).toEqual([`${'x'.repeat(119)}… (1)`, `${'x'.repeat(119)}… (2)`, 'Noir']);
});

test('a series stands in the text once', () => {
	const metric = {name: 'tautop_up', type: 'gauge', help: 'It.', labels: []} as const;
	const twice = family(metric, [
		{labels: {}, value: 1},
		{labels: {}, value: 0},
	]);
	expect(linesOf(textOf([twice]), 'tautop_up')).toEqual(['tautop_up 1']);
});

test('times that Tautulli’s clock was read for are told by that of this machine', async () => {
	const status = await fakeSources().sources.local(null);
	const history = {plays: 7, oldest: null, complete: true, syncedAt: fakeNow + 3580};
	const collector = {...status.collector, last: fakeNow + 3000, next: fakeNow + 60};
	const audit = {checkedAt: fakeNow + 3600, difference: null};
	const text = textOf(localFamilies({...status, history, collector, audit, aheadSeconds: 3600}));
	const numberOf = (name: string): number => Number(linesOf(text, name)[0]?.split(' ')[1]);
	expect({
		synced: numberOf('tautop_mirror_synced_timestamp_seconds'),
		run: numberOf('tautop_collector_last_run_timestamp_seconds'),
		audited: numberOf('tautop_audit_checked_timestamp_seconds'),
		next: numberOf('tautop_collector_next_run_timestamp_seconds'),
	}).toEqual({synced: fakeNow - 20, run: fakeNow - 600, audited: fakeNow, next: fakeNow + 60});
});
