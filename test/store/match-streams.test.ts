import {expect, test} from 'vitest';
import type {Session} from '../../source/domain/session.ts';
import type {Store} from '../../source/store/open.ts';
import {serverRow, type WholeRow} from '../helpers/fake-history.ts';
import {fakeSession} from '../helpers/fake-sources.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const session = (given: Partial<Session>): Session =>
	fakeSession({userId: 1, ratingKey: '1023', machineId: 'roku-1', ...given});

/** A stream that was seen from a second to another one after noon. */
const see = (store: Store, from: number, to: number, given: Partial<Session> = {}): void => {
	const sights = [from, to].map(second => ({at: noon + second, isBuffering: second === from, speed: 1, kbps: to}));
	store.saveSighting({streams: [{session: session(given), sights, endedAt: noon + to + 5}], minutes: []}, 0);
};

const row = (rowId: number, from: number, to: number, more: Partial<WholeRow> = {}): WholeRow =>
	serverRow(rowId, noon + from, {stoppedAt: noon + to, userId: 1, ratingKey: '1023', machineId: 'roku-1', ...more});

const withHistory = (rows: readonly WholeRow[]) => {
	const {store} = tempStore();
	const {serverId} = store.mirror.servers.begin('tower', noon);
	store.mirror.plays.save(serverId, rows);
	return {store, serverId};
};

const day = 86_400;

const rowsOf = (store: Store): readonly (number | null)[] =>
	store.streams.seenBetween(noon - day, noon + 3 * day, 100).map(({rowId}) => rowId);

test.each<[name: string, rows: readonly WholeRow[], found: number | null]>([
	['the same user, item and player', [row(7, 0, 1000)], 7],
	['another player', [row(7, 0, 1000, {machineId: 'other'})], null],
	['a row from before players were told', [row(7, 0, 1000, {machineId: ''})], null],
	['another user', [row(7, 0, 1000, {userId: 2})], null],
	['another item', [row(7, 0, 1000, {ratingKey: '7'})], null],
	['before and after', [row(7, -900, -40), row(8, 1040, 2000)], null],
	['it overlaps by less than the clocks may differ', [row(7, -900, -20)], 7],
	['of two the one that overlaps most', [row(7, -900, 300), row(8, 310, 1000)], 8],
	['the play began long before tautop did', [row(7, -20_000, 1200)], 7],
	['tautop ended long before the play', [row(7, 0, 20_000)], 7],
])('the row of a stream: %s', (_, rows, found) => {
	const {store} = withHistory(rows);
	see(store, 0, 1000);
	store.matchStreams(noon + 1100);
	expect(rowsOf(store)).toEqual([found]);
});

test('what was seen a moment ago waits', () => {
	const {store} = withHistory([row(7, -900, 10)]);
	see(store, 0, 1000);
	store.matchStreams(noon + 1050);
	expect(rowsOf(store)).toEqual([null]);
});

test('a row that comes within a day is found, a later one is not', () => {
	const {store, serverId} = withHistory([]);
	see(store, 0, 1000);
	see(store, 0, 2000, {sessionKey: '8', machineId: 'late'});
	store.matchStreams(noon + 1000 + day);
	store.mirror.plays.save(serverId, [row(7, 0, 1000)]);
	store.matchStreams(noon + 1001 + day);
	store.matchStreams(noon + 2001 + day);
	store.mirror.plays.save(serverId, [row(8, 0, 2000, {machineId: 'late'})]);
	store.matchStreams(noon + 2002 + day);
	expect(rowsOf(store)).toEqual([null, 7]);
});

test('a stream that was out of sight for a while is one play', () => {
	const {store} = withHistory([row(7, 0, 5000)]);
	see(store, 0, 1000);
	see(store, 3000, 5000, {transcodeDecision: 'transcode', audioDecision: 'transcode'});
	store.matchStreams(noon + 6000);
	expect(store.streams.seenBetween(noon, noon + day, 100)).toMatchObject([
		{rowId: 7, firstSeen: noon, lastSeen: noon + 5000, stalls: 2, highestKbps: 5000, why: ['sound']},
	]);
});

test('the streams of plays, in their order; a number that is another play by now has none', () => {
	const {store, serverId} = withHistory([row(7, 0, 1000), row(8, 0, 2000, {machineId: 'two'})]);
	see(store, 0, 1000);
	see(store, 0, 2000, {machineId: 'two'});
	store.matchStreams(noon + 3000);
	expect(store.streams.ofRows([8, 9, 7]).map(({rowId}) => rowId)).toEqual([8, 7]);
	store.mirror.plays.save(serverId, [row(8, 0, 2000, {machineId: 'three'})]);
	expect(store.streams.ofRows([8, 7]).map(({rowId}) => rowId)).toEqual([7]);
});

test('a history that was set aside keeps its streams', () => {
	const {store, serverId} = withHistory([]);
	see(store, 0, 1000);
	store.mirror.servers.setAside(serverId, 'another Plex server', noon + 2000);
	const next = store.mirror.servers.begin('attic', noon + 2000);
	store.mirror.plays.save(next.serverId, [row(7, 0, 1000)]);
	store.matchStreams(noon + 3000);
	expect(rowsOf(store)).toEqual([null]);
});
