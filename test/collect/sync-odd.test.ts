import {describe, expect, test} from 'vitest';
import {countPlays, only} from '../helpers/count-plays.ts';
import {type FakeHistory, fakeHistory, type ServerRow, serverRow} from '../helpers/fake-history.ts';
import {type Ended, syncOnce} from '../helpers/sync-setting.ts';
import {tempStore} from '../helpers/temp-store.ts';

const zone = {name: 'Europe/Prague', trust: 'configured'} as const;

const createSetting = (odd: readonly ServerRow[], count = 2600) => {
	const {store, clock} = tempStore();
	const rows = Array.from({length: count}, (_, index) => serverRow(index + 1, clock.at - (count - index) * 3600 * 3));
	const server = fakeHistory(zone.name, [...rows, ...odd]);
	const sync = (full = false): Promise<Ended> =>
		syncOnce({store, now: () => clock.at, zone: () => zone}, server, {full});
	const serverId = (): number => store.mirror.servers.current()?.serverId ?? 0;
	const itemOf = (grouping: boolean) =>
		countPlays(store.mirror, {serverId: serverId(), since: null, grouping}, only('title', '777'));
	return {store, clock, server, sync, serverId, itemOf};
};

const at = Date.UTC(2026, 9, 1) / 1000;

/** A row of film 777 that lacks something. */
const oddRow = (rowId: number, lacks: Partial<ServerRow>): ServerRow => ({
	...serverRow(rowId, at + rowId, {ratingKey: '777', pausedSeconds: 0}),
	...lacks,
});

const kinds: ReadonlyArray<{name: string; lacks: Partial<ServerRow>; plays: number; seconds: number; users: number}> = [
	{name: 'an end', lacks: {stoppedAt: null}, plays: 2, seconds: 1740, users: 2},
	{name: 'a start', lacks: {startedAt: null}, plays: 2, seconds: 1740, users: 2},
	{name: 'a user', lacks: {userId: null, userKnown: false}, plays: 2, seconds: 3540, users: 1},
	{name: 'a group', lacks: {referenceId: null}, plays: 1, seconds: 3540, users: 2},
	{name: 'both times', lacks: {startedAt: null, stoppedAt: null}, plays: 2, seconds: 1740, users: 2},
];

describe.each(kinds)('a row without $name', ({lacks, plays, seconds, users}) => {
	const whole = serverRow(5000, at, {ratingKey: '777', userId: 1});

	test('is mirrored and counted as Tautulli counts it, and the next sync is one question', async () => {
		const {sync, itemOf, store, serverId} = createSetting([whole, oddRow(5001, {userId: 2, ...lacks})]);
		expect((await sync()).summary).toMatchObject({kind: 'filled', plays: 2602, warnings: []});
		expect(itemOf(true)).toEqual({plays, playedSeconds: seconds, users});
		expect(itemOf(false)).toMatchObject({plays: 2});
		expect(store.mirror.servers.current()?.hiddenRows).toBe(0);
		expect((await sync()).summary).toMatchObject({kind: 'same', requests: 1});
		expect((await sync(true)).summary).toMatchObject({changed: 0, added: 0, removed: 0, warnings: []});
		expect(store.mirror.plays.count(serverId())).toBe(2602);
	});

	test('is gone when the server deleted it, and whole again when it was mended', async () => {
		const {sync, server, itemOf} = createSetting([whole, oddRow(5001, {userId: 2, ...lacks})]);
		await sync();
		server.rows.delete(5001);
		await sync();
		expect(itemOf(true)).toEqual({plays: 1, playedSeconds: 1740, users: 1});
		server.rows.set(5001, oddRow(5001, {userId: 2, ...lacks}));
		await sync(true);
		server.rows.set(5001, oddRow(5001, {userId: 2}));
		const {summary} = await sync(true);
		expect(summary).toMatchObject({removed: 0, warnings: []});
		expect(itemOf(true)).toEqual({plays: 2, playedSeconds: 3540, users: 2});
	});
});

test('rows without a start have the library that the server has them in', async () => {
	const {sync, store, serverId} = createSetting([oddRow(5001, {startedAt: null, sectionId: '2'})]);
	await sync();
	expect(
		countPlays(store.mirror, {serverId: serverId(), since: null, grouping: false}, only('library', '2')).plays,
	).toBe(867);
});

test('a play that lost its start on the way is kept, and found again', async () => {
	const {sync, server, store, serverId} = createSetting([]);
	const lose: FakeHistory['lie'] = answer => ({
		...answer,
		plays: answer.plays.map(play => (play.rowId === 9 ? {...play, startedAt: null} : play)),
	});
	server.lie = lose;
	await sync();
	await sync(true);
	expect(store.mirror.plays.count(serverId())).toBe(2600);
	server.lie = answer => answer;
	expect((await sync(true)).summary).toMatchObject({changed: 1, plays: 2600});
});

test('rows that cannot be kept cost themselves alone: what is known stays, and the next sync is one question', async () => {
	const {sync, server, store, serverId} = createSetting([]);
	const drop: FakeHistory['lie'] = answer => {
		const plays = answer.plays.filter(({rowId}) => rowId !== 9 && rowId !== 1800);
		return {...answer, plays, unread: answer.plays.length - plays.length};
	};
	server.lie = drop;
	expect((await sync()).summary).toMatchObject({kind: 'filled', plays: 2598});
	expect((await sync()).summary).toMatchObject({kind: 'same', requests: 1});
	server.lie = answer => answer;
	expect((await sync(true)).summary).toMatchObject({plays: 2600});
	server.lie = drop;
	expect((await sync(true)).summary).toMatchObject({removed: 0, plays: 2600});
	expect(store.mirror.plays.count(serverId())).toBe(2600);
});

test('of many odd rows the first are told one by one, each once', async () => {
	const {sync, server} = createSetting([], 300);
	server.lie = answer => ({...answer, odd: answer.plays.map(({rowId}) => `Row ${rowId} lacks something.`)});
	const {odd, summary} = await sync();
	expect(odd).toHaveLength(50);
	expect(new Set(odd).size).toBe(50);
	expect(summary.warnings).toEqual([expect.stringContaining('More than 50 rows')]);
});
