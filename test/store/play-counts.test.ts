import {rmSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {MemberLevel} from '../../source/domain/member-level.ts';
import type {MirrorPlay} from '../../source/domain/mirror.ts';
import {dayText, localDay, offsetAt, zoneSpans} from '../../source/domain/zone.ts';
import {openStore, type Store} from '../../source/store/open.ts';
import {barsOf, countPlays, only} from '../helpers/count-plays.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {runThrough} from '../helpers/run-through.ts';

const now = Date.parse('2026-11-22T08:00:00Z') / 1000;
const zone = 'Europe/Prague';
let folder = '';
let store: Store;
let serverId = 0;

let seed = 23;
const random = (below: number): number => {
	seed = (seed * 48_271) % 2_147_483_647;
	return seed % below;
};

/**
 * Movies, episodes of shows, live TV; groups over days, pauses longer than plays, users whose record is gone, and rows
 * without a start, an end, a group or a user.
 */
const plays: MirrorPlay[] = [];
for (let rowId = 1; rowId <= 1500; rowId++) {
	const isEpisode = random(2) === 0;
	const show = 50 + random(6);
	const leaf = isEpisode ? show * 100 + random(5) : 1000 + random(30);
	const userId = random(9);
	const before = plays.filter(play => play.ratingKey === String(leaf) && play.userId === userId).at(-1);
	const startedAt = now - random(400 * 86_400);
	const live = random(20) === 0;
	const isOdd = (): boolean => random(30) === 0;
	plays.push({
		...serverRow(rowId, startedAt),
		startedAt: isOdd() ? null : startedAt,
		referenceId: isOdd() ? null : before && random(3) === 0 ? before.referenceId : rowId,
		stoppedAt: isOdd() ? null : startedAt + random(9000),
		pausedSeconds: random(10) === 0 ? 5000 : 0,
		userId: isOdd() ? null : userId,
		userKnown: userId !== 8,
		ratingKey: String(leaf),
		parentRatingKey: isEpisode ? String(show * 10) : '',
		grandparentRatingKey: isEpisode ? String(show) : '',
		mediaType: isEpisode ? 'episode' : 'movie',
		live,
		transcodeDecision: random(2) === 0 ? 'copy' : 'transcode',
		guid: `plex://leaf/${leaf}`,
	});
}

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'tautop-counts-'));
	store = await openStore(path.join(folder, 'counts.db'), {now: () => now});
	serverId = store.mirror.servers.begin('plex', now).serverId;
	store.mirror.plays.save(serverId, plays.slice(0, 900), '1');
	store.mirror.plays.save(serverId, plays.slice(900), '2');
});

afterAll(() => {
	store.close();
	rmSync(folder, {recursive: true});
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const inWindow =
	(since: number | null) =>
	({stoppedAt}: MirrorPlay): boolean =>
		since === null || (stoppedAt !== null && stoppedAt >= since);

/** The rules, said once more and as plainly as possible: what SQL makes of NULL. */
const naive = (some: readonly MirrorPlay[], since: number | null, grouping: boolean) => {
	const inside = some.filter(inWindow(since));
	const spans = inside.flatMap(({startedAt, stoppedAt}) =>
		startedAt === null || stoppedAt === null ? [] : [stoppedAt - startedAt],
	);
	const paused = inside.map(({pausedSeconds}) => pausedSeconds);
	const playedSeconds = spans.length === 0 ? 0 : sum(spans) - sum(paused);
	const units = new Set(inside.flatMap(({rowId, referenceId}) => (grouping ? referenceId : rowId) ?? []));
	const users = new Set(inside.flatMap(({userKnown, userId}) => (userKnown ? (userId ?? []) : [])));
	return {plays: playedSeconds === 0 ? 0 : units.size, playedSeconds, users: users.size};
};

/** The same as the questions about plays count: what lacks a time has no seconds, and what comes to nothing was played all the same. */
const asQuestion = (some: readonly MirrorPlay[], since: number | null, grouping: boolean) => {
	const inside = some.filter(inWindow(since));
	const played = inside.map(({startedAt, stoppedAt, pausedSeconds}) =>
		startedAt === null || stoppedAt === null ? 0 : stoppedAt - startedAt - pausedSeconds,
	);
	const units = new Set(inside.flatMap(({rowId, referenceId}) => (grouping ? referenceId : rowId) ?? []));
	return {plays: units.size, playedSeconds: sum(played), users: naive(some, since, grouping).users};
};

const windows = [1, 7, 30, 365, 0].flatMap(days => [true, false].map(grouping => ({days, grouping})));
const countsOf = (collectionKeys: string[], since: number | null, grouping: boolean) =>
	runThrough(store.mirror.memberPlays.count({serverId, collectionKeys, sinces: [since], grouping})).byCollection;

const sinceOf = (days: number): number | null => (days === 0 ? null : now - days * 86_400);

describe.each(windows)('$days days, grouping $grouping', ({days, grouping}) => {
	const since = sinceOf(days);

	test('items, seasons and shows', () => {
		for (const key of ['1000', '1007', '5001', '5204', '510', '52', '53', '777']) {
			const theirs = plays.filter(play =>
				[play.ratingKey, play.parentRatingKey, play.grandparentRatingKey].includes(key),
			);
			expect(countPlays(store.mirror, {serverId, since, grouping}, only('title', key))).toEqual(
				asQuestion(theirs, since, grouping),
			);
		}
	});

	test('users, libraries and the server', () => {
		const window = {serverId, since, grouping};
		const ofUser = plays.filter(({userId}) => userId === 3);
		expect(countPlays(store.mirror, window, only('user', '3'))).toEqual(asQuestion(ofUser, since, grouping));
		expect(countPlays(store.mirror, window, only('library', '2'))).toEqual(
			asQuestion(plays.slice(900), since, grouping),
		);
		expect(countPlays(store.mirror, window)).toEqual(asQuestion(plays, since, grouping));
	});

	test('collections of movies, seasons and shows', () => {
		const collections: Array<[string, MemberLevel, string[]]> = [
			['901', 0, ['1000', '1001', '1002', '5001', '9999']],
			['902', 1, ['500', '510']],
			['903', 2, ['50', '51', '52', '53']],
		];
		for (const [collectionKey, level, keys] of collections) {
			const members = keys.map(ratingKey => ({ratingKey, type: '', title: '', guid: `plex://leaf/${ratingKey}`}));
			store.mirror.members.save({collectionKey, level, changedAt: null, members}, now);
		}
		for (const [collectionKey, level, keys] of collections) {
			const keyOf = (play: MirrorPlay): string =>
				[play.ratingKey, play.parentRatingKey, play.grandparentRatingKey][level] ?? '';
			const theirs = plays.filter(play => !play.live && keys.includes(keyOf(play)));
			const expected = naive(theirs, since, grouping);
			const inside = theirs.filter(inWindow(since));
			const one = countsOf(['901', '902', '903'], since, grouping).get(collectionKey);
			expect(one?.windows).toEqual([{...expected, items: new Set(inside.map(keyOf)).size}]);
		}
	});

	test('plays by hour and by date across both clock changes', () => {
		const spans = zoneSpans(zone, now - 500 * 86_400, now);
		const window = {serverId, since: since ?? 0, grouping};
		const inside = plays.filter(inWindow(since)).filter(({stoppedAt}) => stoppedAt !== null);
		const keyOf = {date: dayText, hour: (hour: number): string => String(hour).padStart(2, '0')};
		const bucketOf = {
			date: (startedAt: number): number => localDay(zone, startedAt),
			hour: (startedAt: number): number => Math.floor(((startedAt + offsetAt(zone, startedAt)) % 86_400) / 3600),
		};
		for (const bucket of ['date', 'hour'] as const) {
			// Rows of no group are one together in a graph, and those without a start are nowhere.
			const expected = new Map<number, Set<number | null>>();
			for (const {startedAt, referenceId, rowId} of inside) {
				if (startedAt === null) continue;
				const place = bucketOf[bucket](startedAt);
				expected.set(place, (expected.get(place) ?? new Set()).add(grouping ? referenceId : rowId));
			}
			expect(barsOf(store.mirror, window, bucket, spans)).toEqual(
				new Map([...expected].map(([place, units]) => [keyOf[bucket](place), units.size])),
			);
		}
	});
});

test('a collection whose plays all lack a time has nothing, as the sum of nothing in Tautulli', () => {
	const row = {...serverRow(9001, now - 5000, {ratingKey: '7900', guid: ''}), stoppedAt: null};
	store.mirror.plays.save(serverId, [row]);
	const members = ['7900', '7901'].map(ratingKey => ({ratingKey, type: 'movie', title: '', guid: ''}));
	store.mirror.members.save({collectionKey: '905', level: 0, changedAt: null, members}, now);
	const windowOf = () => countsOf(['905'], null, true).get('905')?.windows[0];
	expect(windowOf()).toMatchObject({plays: 0, playedSeconds: 0, users: 1});
	store.mirror.plays.save(serverId, [serverRow(9002, now - 4000, {ratingKey: '7901', guid: '', pausedSeconds: 100})]);
	expect(windowOf()).toMatchObject({plays: 2, playedSeconds: 1640});
});

describe('titles that were added again', () => {
	const memberOf = (ratingKey: string, guid: string) => ({ratingKey, type: 'movie', title: '', guid});

	test('old plays are found by guid and counted; those of another title under the same key are not', () => {
		const other = store.mirror.servers.current();
		const rows = [
			serverRow(10_001, now - 5000, {ratingKey: '7001', guid: 'plex://movie/a'}),
			serverRow(10_002, now - 4000, {ratingKey: '7002', guid: 'plex://movie/a'}),
			serverRow(10_003, now - 3000, {ratingKey: '7002', guid: 'plex://movie/of-before'}),
			serverRow(10_004, now - 2000, {ratingKey: '7002', guid: ''}),
			serverRow(10_005, now - 1000, {ratingKey: '7003', guid: 'local://1'}),
		];
		store.mirror.plays.save(other?.serverId ?? 0, rows);
		const members = [memberOf('7002', 'plex://movie/a'), memberOf('7004', 'local://1')];
		store.mirror.members.save({collectionKey: '910', level: 0, changedAt: null, members}, now);
		const counted = countsOf(['901', '910'], null, true).get('910');
		expect(counted).toMatchObject({
			windows: [{plays: 3, items: 1}],
			rowsByGuid: 1,
			rowsOfOthers: 1,
		});
	});

	test('a group that goes on under another key counts once where both are members, and in its last window', () => {
		const rows = [
			serverRow(11_001, now - 90_000, {ratingKey: '7101', guid: 'plex://movie/c'}),
			serverRow(11_002, now - 4000, {ratingKey: '7102', guid: 'plex://movie/d', referenceId: 11_001}),
			serverRow(11_003, now - 3000, {ratingKey: '7103', guid: '', referenceId: 11_001}),
		];
		store.mirror.plays.save(serverId, rows);
		const collections: Array<[string, string[]]> = [
			['911', ['7101', '7102', '7103']],
			['912', ['7101']],
			['913', ['7102', '7103']],
		];
		for (const [collectionKey, keys] of collections) {
			const members = keys.map(key => memberOf(key, ''));
			store.mirror.members.save({collectionKey, level: 0, changedAt: null, members}, now);
		}
		const playsOf = (since: number | null, grouping: boolean) =>
			[...countsOf(['911', '912', '913'], since, grouping).values()].map(({windows}) => windows[0]?.plays);
		expect(playsOf(null, true)).toEqual([1, 1, 1]);
		expect(playsOf(now - 80_000, true)).toEqual([1, 0, 1]);
		expect(playsOf(null, false)).toEqual([3, 1, 2]);
	});

	test('two members with one guid: their older plays count once', () => {
		const rows = [
			serverRow(12_001, now - 5000, {ratingKey: '7200', guid: 'plex://movie/e'}),
			serverRow(12_002, now - 4000, {ratingKey: '7201', guid: 'plex://movie/e'}),
			serverRow(12_003, now - 3000, {ratingKey: '7202', guid: 'plex://movie/e'}),
		];
		store.mirror.plays.save(serverId, rows);
		const members = ['7201', '7202'].map(key => memberOf(key, 'plex://movie/e'));
		store.mirror.members.save({collectionKey: '914', level: 0, changedAt: null, members}, now);
		expect(countsOf(['914'], null, true).get('914')).toMatchObject({windows: [{plays: 3, items: 2}], rowsByGuid: 1});
	});

	test('a copy in another library that is there is no old key; one of a library that is gone is', () => {
		const copy = (rowId: number, ratingKey: string) =>
			serverRow(rowId, now - 5000, {ratingKey, guid: 'plex://movie/f'});
		store.mirror.plays.save(serverId, [copy(13_001, '7301')], '1');
		store.mirror.plays.save(serverId, [copy(13_002, '7302')], '4');
		store.mirror.plays.save(serverId, [copy(13_003, '7303')], '9');
		const members = [memberOf('7301', 'plex://movie/f')];
		store.mirror.members.save({collectionKey: '915', level: 0, changedAt: null, members}, now);
		const places = {sectionOf: new Map([['915', '1']]), sections: ['1', '4']};
		const query = {serverId, collectionKeys: ['915'], sinces: [null], grouping: true, places};
		const {byCollection, counted} = runThrough(store.mirror.memberPlays.count(query));
		expect(byCollection.get('915')).toMatchObject({windows: [{plays: 2}], rowsByGuid: 1});
		const window = {serverId, since: null, grouping: true};
		expect(store.mirror.distinct.count(window, counted).plays).toBe(2);
	});

	test('an old key of one library counts there, though a collection of another library has the same film', () => {
		const copy = (rowId: number, ratingKey: string) =>
			serverRow(rowId, now - 5000, {ratingKey, guid: 'plex://movie/g'});
		store.mirror.plays.save(serverId, [copy(14_001, '7401'), copy(14_002, '7402')], '1');
		store.mirror.plays.save(serverId, [copy(14_003, '7403')], '4');
		for (const [collectionKey, key] of [
			['916', '7402'],
			['917', '7403'],
		] as const) {
			const members = [memberOf(key, 'plex://movie/g')];
			store.mirror.members.save({collectionKey, level: 0, changedAt: null, members}, now);
		}
		const sectionOf = new Map([
			['916', '1'],
			['917', '4'],
		]);
		const query = {serverId, collectionKeys: ['916', '917'], sinces: [null], grouping: true};
		const places = {sectionOf, sections: ['1', '4']};
		const {byCollection, counted} = runThrough(store.mirror.memberPlays.count({...query, places}));
		expect(byCollection.get('916')).toMatchObject({windows: [{plays: 2}], rowsByGuid: 1});
		expect(byCollection.get('917')).toMatchObject({windows: [{plays: 1}], rowsByGuid: 0});
		expect(store.mirror.distinct.count({serverId, since: null, grouping: true}, counted).plays).toBe(3);
	});
});
