import {rmSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {SyncRequest} from '../../source/collect/sync/sync-deps.ts';
import {AppError} from '../../source/domain/app-error.ts';
import type {ServerZone} from '../../source/domain/zone.ts';
import {openStore, type Store} from '../../source/store/open.ts';
import {type FakeHistory, fakeHistory, serverRow} from '../helpers/fake-history.ts';
import {type Ended, syncOnce} from '../helpers/sync-setting.ts';

const zone = 'Europe/Prague';
const newest = Date.parse('2026-11-20T20:00:00Z') / 1000;
let now = Date.parse('2026-11-22T08:00:00Z') / 1000;
let folder = '';
/** The zone of this machine where the user configured none; null: the zone above is configured. */
let presumed: string | null = null;
let store: Store;

beforeEach(async () => {
	presumed = null;
	now = Date.parse('2026-11-22T08:00:00Z') / 1000;
	folder = await mkdtemp(path.join(tmpdir(), 'tautop-sync-'));
	store = await openStore(path.join(folder, 'sync.db'), {now: () => now});
});

afterEach(() => {
	store.close();
	rmSync(folder, {recursive: true});
});

/** Four plays a day back from November 2026: across both clock changes of the year. */
const history = (count: number): FakeHistory =>
	fakeHistory(
		zone,
		Array.from({length: count}, (_, index) => serverRow(index + 1, newest - (count - 1 - index) * 21_600)),
	);

const zoneNow = (): ServerZone => {
	if (presumed === null) return {name: zone, trust: 'configured'};
	const found = store.mirror.servers.zone();
	return found ? {name: found, trust: 'verified'} : {name: presumed, trust: 'presumed'};
};

const sync = (server: FakeHistory, request?: SyncRequest, signal?: AbortSignal): Promise<Ended> =>
	syncOnce({store, now: () => now, zone: zoneNow}, server, request, signal);

const serverId = (): number => store.mirror.servers.current()?.serverId ?? 0;

const everything = {from: 0, to: 4e9};

/** Row ids by library, as the mirror has them. */
const mirrored = (sectionId?: string): number[] =>
	store.mirror.plays.rowIdsIn(serverId(), {...everything, sectionId}).sort((one, two) => one - two);

const onServer = ({rows}: FakeHistory, sectionId?: string): number[] =>
	[...rows.values()]
		.filter(row => sectionId === undefined || row.sectionId === sectionId)
		.map(row => row.rowId)
		.sort((one, two) => one - two);

const expectEqual = (server: FakeHistory): void => {
	expect(mirrored()).toEqual(onServer(server));
	for (const sectionId of server.sections) expect(mirrored(sectionId)).toEqual(onServer(server, sectionId));
};

describe('a first fill', () => {
	test('brings every row with its library, newest first, and is complete', async () => {
		const server = history(6000);
		const {summary, seen} = await sync(server);
		expect(summary).toMatchObject({kind: 'filled', added: 6000, removed: 0, plays: 6000, warnings: []});
		expectEqual(server);
		expect(store.mirror.servers.current()).toMatchObject({complete: true, hiddenRows: 0, comparedAt: now});
		const covered = seen.flatMap(({coveredFrom}) => (coveredFrom === null ? [] : [coveredFrom]));
		expect(covered).toEqual(covered.toSorted((one, two) => two - one));
	});

	test('goes on where it was cut off, whichever question failed', async () => {
		const server = history(6000);
		const needed = (await sync(fakeHistory(zone, [...server.rows.values()]))).summary.requests;
		store.mirror.servers.setAside(serverId(), 'only counted', now);
		let failures = 0;
		for (let failing = 2; failing < needed + 1; failing += 3) {
			server.onRequest = request => {
				if (request === failing + failures) throw new AppError('timeout', 'Too slow.', {server: 'tautulli'});
			};
			const before = server.requests();
			failures = before;
			await sync(server).catch((error: unknown) => {
				expect(error).toMatchObject({code: 'timeout'});
			});
			expect(store.mirror.plays.count(serverId())).toBeLessThanOrEqual(6000);
		}
		server.onRequest = () => undefined;
		await sync(server);
		expectEqual(server);
	});

	test('an aborted one keeps what it has', async () => {
		const server = history(6000);
		const stop = new AbortController();
		server.onRequest = request => {
			if (request === 6) stop.abort();
		};
		await expect(sync(server, {full: false}, stop.signal)).rejects.toThrow();
		const kept = mirrored().length;
		expect(kept).toBeGreaterThan(0);
		server.onRequest = () => undefined;
		expect((await sync(server)).summary.kind).toBe('filled');
		expectEqual(server);
	});

	test('finds deleted libraries, rows of none, and rows that are counted but never shown', async () => {
		const server = history(500);
		for (const rowId of [10, 200, 300]) server.rows.set(rowId, serverRow(rowId, newest - rowId, {sectionId: '37'}));
		for (const rowId of [11, 201]) server.rows.set(rowId, serverRow(rowId, newest - rowId, {sectionId: null}));
		server.hidden = 4;
		expect((await sync(server)).summary).toMatchObject({kind: 'filled', plays: 500, warnings: []});
		expectEqual(server);
		expect(mirrored('37')).toEqual([10, 200, 300]);
		expect(mirrored('0')).toEqual([11, 201]);
		expect(store.mirror.servers.current()?.hiddenRows).toBe(4);
		expect((await sync(server)).summary).toMatchObject({kind: 'same', requests: 1});
	});

	test('goes back as far as somebody waits for, takes what came since, and is completed later', async () => {
		const server = history(6000);
		const since = now - 30 * 86_400;
		const wanted = (): number[] =>
			[...server.rows.values()].filter(({stoppedAt}) => (stoppedAt ?? 0) >= since).map(({rowId}) => rowId);
		const first = await sync(server, {full: false, quick: {since}});
		expect(first.summary.kind).toBe('part');
		expect(mirrored()).toEqual(expect.arrayContaining(wanted()));
		expect(mirrored().length).toBeLessThan(6000);
		server.rows.set(6001, serverRow(6001, newest + 3600));
		expect((await sync(server, {full: false, quick: {since}})).summary).toMatchObject({kind: 'part', added: 1});
		expect(mirrored()).toEqual(expect.arrayContaining(wanted()));
		expect((await sync(server)).summary).toMatchObject({kind: 'filled', plays: 6001});
		expect(mirrored()).toEqual(onServer(server));
		// What came meanwhile has the library of its item, as after any delta, until the next comparison.
		now += 86_400;
		expect((await sync(server)).summary).toMatchObject({kind: 'compared'});
		expectEqual(server);
	});

	test('what somebody waits for has the rows of no library too', async () => {
		const server = history(6000);
		server.rows.set(5990, serverRow(5990, newest - 7200, {sectionId: null}));
		await sync(server, {full: false, quick: {since: now - 30 * 86_400}});
		expect(mirrored()).toContain(5990);
		expect(mirrored('0')).toEqual([5990]);
	});

	test('an empty history is complete', async () => {
		const server = fakeHistory(zone, []);
		expect((await sync(server)).summary).toMatchObject({kind: 'filled', plays: 0});
		expect((await sync(server)).summary.kind).toBe('same');
	});
});

describe('afterwards', () => {
	test('nothing new is one question', async () => {
		const server = history(300);
		await sync(server);
		expect((await sync(server)).summary).toMatchObject({kind: 'same', requests: 1, added: 0});
	});

	test('new plays are two questions, and take the library of their show', async () => {
		const server = history(300);
		await sync(server);
		server.rows.set(301, serverRow(301, newest + 50_000, {ratingKey: '1000', sectionId: '1'}));
		server.rows.set(302, serverRow(302, newest + 40_000, {ratingKey: '1000', sectionId: '1'}));
		expect((await sync(server)).summary).toMatchObject({kind: 'delta', requests: 2, added: 2});
		expect(mirrored()).toEqual(onServer(server));
	});

	test('old deletions are found by counting windows', async () => {
		const server = history(6000);
		await sync(server);
		for (const rowId of [5, 1700, 1701, 4400]) server.rows.delete(rowId);
		const {summary} = await sync(server);
		expect(summary).toMatchObject({kind: 'delta', removed: 4, added: 0});
		expectEqual(server);
	});

	test('an addition that a deletion hides is seen by its number, or by its group', async () => {
		const server = history(300);
		await sync(server);
		server.rows.delete(20);
		server.rows.set(303, serverRow(303, newest + 50_000, {ratingKey: '1000', sectionId: '1'}));
		expect((await sync(server)).summary).toMatchObject({kind: 'delta', added: 1, removed: 1});
		server.rows.delete(21);
		server.rows.set(900, serverRow(900, newest + 60_000, {referenceId: 303, ratingKey: '1000', sectionId: '1'}));
		expect((await sync(server)).summary).toMatchObject({kind: 'delta', added: 1, removed: 1});
		expectEqual(server);
		expect((await sync(server)).summary).toMatchObject({kind: 'same', requests: 1});
	});

	test('an addition to an old group that a deletion hides is found when a session ended', async () => {
		const server = history(300);
		await sync(server);
		server.rows.delete(20);
		server.rows.set(301, serverRow(301, newest + 50_000, {ratingKey: '1000', sectionId: '1', referenceId: 7}));
		expect((await sync(server)).summary.kind).toBe('same');
		const {summary} = await sync(server, {full: false, sessionEnded: true});
		expect(summary).toMatchObject({added: 1, removed: 1});
		expectEqual(server);
	});

	test('users have the names of today, also those who have not played since', async () => {
		const server = history(300);
		await sync(server);
		server.users = [{userId: 3, friendlyName: 'renamed', isActive: true, isAdmin: false}];
		server.rows.set(301, serverRow(301, newest + 50_000, {userId: 4, user: 'user 4'}));
		await sync(server);
		const names = [...store.mirror.names.users(serverId())].map(([id, {name}]) => [id, name] as const);
		expect(new Map(names)).toEqual(new Map([0, 1, 2, 3, 4, 5, 6].map(id => [id, id === 3 ? 'renamed' : `user ${id}`])));
	});

	test('who owns the server is asked for until Tautulli tells, and then with new plays alone', async () => {
		const server = history(300);
		const getUsers = async () => {
			throw new AppError('bad-answer', 'No list of users.');
		};
		await sync({...server, client: {...server.client, getUsers}});
		expect(store.mirror.users.owners(serverId())).toBeNull();
		server.users = [
			{userId: 3, friendlyName: 'user 3', isActive: true, isAdmin: true},
			{userId: 4, friendlyName: 'user 4', isActive: true, isAdmin: false},
		];
		expect((await sync(server)).summary.kind).toBe('same');
		expect(store.mirror.users.owners(serverId())).toEqual([3]);
		server.users = [];
		await sync(server);
		expect(store.mirror.users.owners(serverId())).toEqual([3]);
	});

	test('rewritten and regrouped rows are found by the daily comparison, and by --full', async () => {
		const server = history(300);
		await sync(server);
		server.rows.set(40, serverRow(40, server.rows.get(40)?.startedAt ?? 0, {ratingKey: '77'}));
		server.rows.set(41, serverRow(41, server.rows.get(41)?.startedAt ?? 0, {referenceId: 39}));
		expect((await sync(server)).summary.kind).toBe('same');
		expect((await sync(server, {full: true})).summary).toMatchObject({kind: 'compared', changed: 2});
		server.rows.set(42, serverRow(42, server.rows.get(42)?.startedAt ?? 0, {userId: 99}));
		now += 90_000;
		expect((await sync(server)).summary).toMatchObject({kind: 'compared', changed: 1});
		expectEqual(server);
	});
});

describe('another history', () => {
	const asideOf = (): string[] => store.mirror.servers.aside().map(({reason}) => reason);

	test('of another Plex server: the mirror is set aside, and kept', async () => {
		await sync(history(300));
		const first = serverId();
		const other = history(50);
		other.machineIdentifier = 'plex-two';
		const {summary} = await sync(other);
		expect(summary).toMatchObject({kind: 'filled', plays: 50});
		expect(summary.warnings).toHaveLength(1);
		expect(asideOf()).toEqual(['Tautulli watches another Plex server now.']);
		expect(store.mirror.plays.count(first)).toBe(300);
	});

	test('of a database that was reset: row numbers begin anew with other plays', async () => {
		await sync(history(300));
		const reset = fakeHistory(
			zone,
			Array.from({length: 400}, (_, index) => serverRow(index + 1, newest + index * 60)),
		);
		expect((await sync(reset)).summary).toMatchObject({kind: 'filled', plays: 400});
		expect(asideOf()).toEqual(['It has another history now: its database was replaced.']);
	});

	test('that is empty where there was one', async () => {
		await sync(history(300));
		expect((await sync(fakeHistory(zone, []))).summary).toMatchObject({kind: 'filled', plays: 0});
		expect(asideOf()).toEqual(['Its history is empty now.']);
	});

	test('a regrouped or cut one is the same', async () => {
		const server = history(300);
		await sync(server);
		const first = serverId();
		for (const row of [...server.rows.values()]) server.rows.set(row.rowId, {...row, referenceId: row.rowId + 100_000});
		for (let rowId = 1; rowId < 200; rowId++) server.rows.delete(rowId);
		expect((await sync(server)).summary).toMatchObject({kind: 'compared', removed: 199});
		expect(serverId()).toBe(first);
		expectEqual(server);
	});
});

describe('without a configured time zone', () => {
	/** Less than a year of plays, since the fake's graph is of all of them; at uneven times, so that no hour is like another. */
	const inZone = (name: string, count: number): FakeHistory =>
		fakeHistory(
			name,
			[...history(count).rows.values()].map(({rowId, startedAt}) =>
				serverRow(rowId, (startedAt ?? 0) + ((rowId * 7919) % 9000)),
			),
		);

	test.each(['Asia/Kolkata', 'America/New_York', 'UTC', 'Pacific/Chatham'])('%s is found out', async name => {
		presumed = zone;
		const server = inZone(name, 1400);
		expect((await sync(server)).summary).toMatchObject({kind: 'filled', plays: 1400, warnings: []});
		expect(store.mirror.servers.zone()).toBe(name);
		for (const rowId of [5, 700, 1390]) server.rows.delete(rowId);
		expect((await sync(server)).summary).toMatchObject({removed: 3});
		expectEqual(server);
	});

	test('of several that fit, it is the zone of this machine', async () => {
		presumed = 'Europe/Madrid';
		await sync(inZone('Europe/Paris', 1400));
		expect(store.mirror.servers.zone()).toBe('Europe/Madrid');
	});

	test('a server that moves to another zone is found out anew, and no play is lost', async () => {
		presumed = zone;
		await sync(inZone(zone, 1400));
		expect(store.mirror.servers.zone()).toBe(zone);
		const moved = inZone('Asia/Tokyo', 1400);
		for (let rowId = 1401; rowId < 1440; rowId++) {
			moved.rows.set(rowId, serverRow(rowId, newest + (rowId - 1400) * 3600));
		}
		await sync(moved);
		expect(store.mirror.servers.zone()).toBe('Asia/Tokyo');
		expect(mirrored()).toEqual(onServer(moved));
		expect((await sync(moved)).summary).toMatchObject({kind: 'same'});
	});

	test('it is known from the newest 30 days, before anything older is read', async () => {
		presumed = zone;
		const server = inZone('Asia/Tokyo', 9000);
		server.now = now;
		const {summary, looked} = await sync(server, {full: false, quick: {since: now - 7 * 86_400}});
		expect(store.mirror.servers.zone()).toBe('Asia/Tokyo');
		expect(looked).toBe(1);
		expect(summary.kind).toBe('part');
		expect(summary.plays).toBeLessThan(9000);
	});

	test('zones that were alike for 30 days are told apart as soon as more is read', async () => {
		presumed = 'Australia/Sydney';
		const server = inZone('Australia/Lord_Howe', 9000);
		server.now = now;
		await sync(server, {full: false, quick: {since: now - 30 * 86_400}});
		expect(store.mirror.servers.zone()).toBe('Australia/Sydney');
		const {summary} = await sync(server, {full: false, quick: {since: now - 90 * 86_400}});
		expect(summary.kind).toBe('part');
		expect(store.mirror.servers.zone()).toBe('Australia/Lord_Howe');
	});

	test('where nothing was played it stays unknown', async () => {
		presumed = zone;
		await sync(fakeHistory('Asia/Tokyo', []));
		expect(store.mirror.servers.zone()).toBeNull();
	});
});

test('a wrong time zone is an error with a remedy, and nothing is removed', async () => {
	const server = fakeHistory('America/New_York', [...history(6000).rows.values()]);
	await expect(sync(server)).rejects.toMatchObject({
		code: 'config',
		hint: expect.stringContaining('tautulli.timezone'),
	});
});
