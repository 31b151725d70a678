import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {Bandwidth} from '../../source/domain/bandwidth.ts';
import {idlePeak} from '../../source/domain/streams/minute.ts';
import {capacityAnswer} from '../../source/open/streams/answer-capacity.ts';
import {createReadBandwidth} from '../../source/open/streams/plex-bandwidth.ts';
import type {Store} from '../../source/store/open.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {fakeSession} from '../helpers/fake-sources.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const hour = 3600;
const minute = Math.floor(noon / 60);

/** Minutes before noon with what went out then, in kb/s. */
const see = (store: Store, ...seen: ReadonlyArray<readonly [ago: number, wanKbps: number | null]>): void =>
	store.saveSighting(
		{
			streams: [],
			minutes: seen.map(([ago, wanKbps]) => ({...idlePeak, minute: minute - ago, streams: 3, transcoded: 1, wanKbps})),
		},
		0,
	);

const capacityOf = (
	store: Store,
	limitKbps: number | null,
	hours: readonly Bandwidth[] = [],
	days: readonly Bandwidth[] = [],
) =>
	capacityAnswer({
		held: {need: () => store},
		sources: {
			history: {zone: () => ({name: 'UTC', trust: 'configured'}), grouping: true, isZoneAwaited: () => false},
			now: () => noon,
		},
		readBandwidth: async () => ({hours, days}),
		limitKbps,
	}).capacity;

const month = {window: {days: 30}};

test('the first of the highest minutes of each day, the highest day first', async () => {
	const {store} = tempStore();
	see(store, [0, 8000], [1, 8001], [2, 9000], [3, 9000], [4, null], [24 * 60, 9500], [48 * 60, 10]);
	const {days, limitKbps} = await capacityOf(store, 10_000)(month);
	expect(limitKbps).toBe(10_000);
	expect(days.map(({date, kbps, at, minutesOver}) => [date, kbps, (noon - at) / 60, minutesOver])).toEqual([
		['2026-01-14', 9500, 24 * 60, 1],
		['2026-01-15', 9000, 3, 3],
		['2026-01-13', 10, 48 * 60, 0],
	]);
	expect(days[0]).toMatchObject({source: 'seen', seconds: 60, streams: 3, transcoded: 1, who: []});
});

test('who it was: over the internet, in that minute', async () => {
	const {store} = tempStore();
	see(store, [5, 9000]);
	const stream = (sessionKey: string, user: string, from: number, to: number, kbps: number, location = 'wan') => ({
		session: fakeSession({sessionKey, user, location}),
		sights: [from, to].map(ago => ({at: noon - ago * 60, isBuffering: false, speed: null, kbps})),
		endedAt: null,
	});
	const streams = [
		stream('1', 'marta', 60, 2, 3000),
		stream('2', 'otto', 60, 2, 6000),
		stream('3', 'at home', 60, 2, 9000, 'lan'),
		stream('4', 'gone', 60, 6, 9000),
		stream('5', 'later', 3, 1, 9000),
		stream('6', 'marta', 5, 4, 100),
	];
	store.saveSighting({streams, minutes: []}, 0);
	expect((await capacityOf(store, null)(month)).days[0]?.who).toEqual(['otto', 'marta']);
});

test('without a limit nothing is over it; without a minute nothing is known', async () => {
	const {store} = tempStore();
	expect(await capacityOf(store, 10_000)(month)).toMatchObject({days: [], overSince: null, seenFrom: null});
	see(store, [0, 99_000]);
	expect(await capacityOf(store, null)(month)).toMatchObject({days: [{minutesOver: null}], overSince: null});
});

test('the last day, and since when they are over the mark', async () => {
	const {store} = tempStore();
	see(store, [1, 9000], [2, 8500], [3, 8000], [1439, 7], [1440, 6]);
	const {recent, recentFrom, overSince} = await capacityOf(store, 10_000)(month);
	expect(recent).toHaveLength(1440);
	expect(recentFrom).toBe(noon - 1439 * 60);
	expect([recent[0], recent.at(-3), recent.at(-1)]).toEqual([7, 8500, null]);
	expect(overSince).toBe(noon - 120);
});

test('of a past moment nothing is told that came later', async () => {
	const {store} = tempStore();
	see(store, [0, 9000], [10, 5000]);
	const {days, recent} = await capacityOf(store, 10_000)({window: {days: 30, at: noon - 300}});
	expect(days.map(({kbps}) => kbps)).toEqual([5000]);
	expect(recent.at(-6)).toBe(5000);
	expect(recent.at(-1)).toBeNull();
});

test('Plex tells of the time when nobody looked, by hours or by days', async () => {
	const {store} = tempStore();
	const {serverId} = store.mirror.servers.begin('tower', noon);
	const ago = (hours: number) => noon - hours * hour;
	store.mirror.plays.save(serverId, [
		serverRow(1, ago(25) + 60, {user: 'lena', network: 'wan'}),
		serverRow(2, ago(25) + 60, {user: 'jon', userId: 2, network: 'lan'}),
	]);
	see(store, [0, 4000], [60 * 25 - 1, 3000]);
	const sent = (at: number, kbps: number, seconds = hour): Bandwidth => ({
		at,
		lan: false,
		bytes: (kbps * 1000 * seconds) / 8,
	});
	const hours = [sent(ago(1), 5000), sent(ago(0), 9000), sent(ago(26), 2000), sent(ago(48), 700)];
	const {days} = await capacityOf(store, 10_000, hours, [sent(ago(12 + 24 * 9), 12, 86_400)])(month);
	expect(days.map(({date, source, seconds, kbps, minutesOver}) => [date, source, seconds, kbps, minutesOver])).toEqual([
		['2026-01-15', 'plex', 3600, 5000, 0],
		['2026-01-14', 'seen', 60, 3000, 0],
		['2026-01-13', 'plex', 3600, 700, null],
		['2026-01-06', 'plex', 86_400, 12, null],
	]);
	const [before] = (await capacityOf(store, null, [sent(ago(25), 9000)])({window: {days: 3}})).days.slice(-1);
	expect(before).toMatchObject({kbps: 3000, source: 'seen'});
	const other = tempStore().store;
	const next = other.mirror.servers.begin('tower', noon);
	other.mirror.plays.save(next.serverId, [
		serverRow(1, ago(25) + 60, {user: 'lena', network: 'wan'}),
		serverRow(2, ago(25) + 60, {user: 'jon', userId: 2, network: 'lan'}),
	]);
	const [only] = (await capacityOf(other, null, [sent(ago(25), 9000)])(month)).days;
	expect(only).toMatchObject({source: 'plex', kbps: 9000, who: ['lena'], streams: null});
});

test('Plex is asked once in ten minutes; one that is away is asked again, one without Plex Pass is not', async () => {
	const state: {at: number; asked: number; fails: AppError | null} = {at: noon, asked: 0, fails: null};
	const plex = {
		getBandwidth: async (): Promise<readonly Bandwidth[]> => {
			state.asked += 1;
			if (state.fails) throw state.fails;
			return [{at: noon, lan: false, bytes: 1}];
		},
	};
	const read = createReadBandwidth(plex, () => state.at);
	state.fails = new AppError('unreachable', 'No answer.', {server: 'plex'});
	expect(await read(0)).toEqual({hours: [], days: []});
	state.fails = null;
	expect((await read(100)).hours).toHaveLength(1);
	await read(200);
	expect(state.asked).toBe(4);
	await read(50);
	expect(state.asked).toBe(6);
	state.at += 600;
	state.fails = new AppError('not-found', 'No such page.', {server: 'plex'});
	expect(await read(50)).toEqual({hours: [], days: []});
	await read(60);
	expect(state.asked).toBe(8);
	expect(await createReadBandwidth(null, () => noon)(0)).toEqual({hours: [], days: []});
});
