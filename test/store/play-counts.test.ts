import {rmSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {MemberLevel} from '../../source/domain/member-level.ts';
import type {MirrorPlay} from '../../source/domain/plays/mirror.ts';
import {dayText, localDay, offsetAt, zoneSpans} from '../../source/domain/zone.ts';
import {openStore, type Store} from '../../source/store/open.ts';
import {barsOf, countCollection, countPlays, only} from '../helpers/count-plays.ts';
import {serverRow} from '../helpers/fake-history.ts';

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

/** The same as the questions about plays count: what comes to exactly nothing was played all the same. */
const asQuestion = (some: readonly MirrorPlay[], since: number | null, grouping: boolean) => {
	const inside = some.filter(inWindow(since));
	const units = new Set(inside.flatMap(({rowId, referenceId}) => (grouping ? referenceId : rowId) ?? []));
	return {...naive(some, since, grouping), plays: units.size};
};

const windows = [1, 7, 30, 365, 0].flatMap(days => [true, false].map(grouping => ({days, grouping})));
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
			const {
				plays: counted,
				playedSeconds,
				users,
				items,
			} = countCollection(store.mirror, {serverId, since, grouping}, collectionKey);
			expect({plays: counted, playedSeconds, users, items}).toEqual({
				...expected,
				items: new Set(inside.map(keyOf)).size,
			});
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
	const counted = () => countCollection(store.mirror, {serverId, since: null, grouping: true}, '905');
	expect(counted()).toMatchObject({plays: 0, playedSeconds: 0, users: 1});
	store.mirror.plays.save(serverId, [serverRow(9002, now - 4000, {ratingKey: '7901', guid: '', pausedSeconds: 100})]);
	expect(counted()).toMatchObject({plays: 2, playedSeconds: 1640});
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
		const members = keys.map(ratingKey => ({ratingKey, type: 'movie', title: '', guid: ''}));
		store.mirror.members.save({collectionKey, level: 0, changedAt: null, members}, now);
	}
	const playsOf = (since: number | null, grouping: boolean) =>
		collections.map(([key]) => countCollection(store.mirror, {serverId, since, grouping}, key).plays);
	expect(playsOf(null, true)).toEqual([1, 1, 1]);
	expect(playsOf(now - 80_000, true)).toEqual([1, 0, 1]);
	expect(playsOf(null, false)).toEqual([3, 1, 2]);
});
