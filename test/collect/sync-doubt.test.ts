import {describe, expect, test} from 'vitest';
import {collectRun} from '../../source/collect/run.ts';
import {AppError} from '../../source/domain/app-error.ts';
import type {MirrorPlay} from '../../source/domain/plays/mirror.ts';
import {switchedOff} from '../../source/domain/switched-off.ts';
import type {HistoryWindow, WindowRequest} from '../../source/tautulli/mirror-client.ts';
import {countPlays, only} from '../helpers/count-plays.ts';
import {createFakePlex, createFakeTautulli, createFakeWorld} from '../helpers/fake-clients.ts';
import {type FakeHistory, fakeHistory, type ServerRow, serverRow} from '../helpers/fake-history.ts';
import {films, sampleCollection} from '../helpers/samples.ts';
import {type Ended, syncOnce} from '../helpers/sync-setting.ts';
import {tempStore} from '../helpers/temp-store.ts';

const zone = {name: 'Europe/Prague', trust: 'configured'} as const;
const secondsPerDay = 86_400;

const createSetting = (count = 900) => {
	const {store, clock} = tempStore();
	const at = (rowId: number): number => clock.at - (count + 4 - rowId) * 6 * 3600;
	const rows = Array.from({length: count}, (_, index) => serverRow(index + 1, at(index + 1)));
	const server = fakeHistory(zone.name, rows);
	const sync = (full = false): Promise<Ended> =>
		syncOnce({store, now: () => clock.at, zone: () => zone}, server, {full});
	const serverId = (): number => store.mirror.servers.current()?.serverId ?? 0;
	/** What is stored, and what was set aside. */
	const state = () => ({
		plays: store.mirror.plays.count(serverId()),
		aside: store.mirror.servers.aside().length,
		sums: countPlays(store.mirror, {serverId: serverId(), since: null, grouping: true}),
		lastMonth: countPlays(store.mirror, {serverId: serverId(), since: clock.at - 30 * secondsPerDay, grouping: true}),
	});
	return {store, clock, server, sync, serverId, state, at};
};

type Lie = FakeHistory['lie'];

const moved = (change: (startedAt: number) => number): Lie => {
	const move = (play: MirrorPlay): MirrorPlay => ({
		...play,
		startedAt: change(play.startedAt ?? 0),
		stoppedAt: change(play.stoppedAt ?? 0),
	});
	return answer => ({...answer, plays: answer.plays.map(move)});
};

const nothing = (answer: HistoryWindow): HistoryWindow => ({...answer, recordsFiltered: 0, plays: []});

const lies: Record<string, Lie> = {
	'it has no records': answer => ({...nothing(answer), recordsTotal: 0}),
	'every window is empty': nothing,
	'windows by date are empty': (answer, request) => (request === null ? answer : nothing(answer)),
	'most rows are gone': answer => ({
		...answer,
		recordsTotal: 40,
		recordsFiltered: Math.min(40, answer.plays.length),
		plays: answer.plays.slice(-40),
	}),
	'every date is 1970': moved(() => 0),
	'every date is of 1970': moved(at => at % (300 * secondsPerDay)),
	'every date is 2099': moved(() => Date.UTC(2099, 5, 1) / 1000),
	'every date is an hour late': moved(at => at + 3600),
	'every date is years early': moved(at => at - 4000 * secondsPerDay),
	'every start is missing': answer => ({...answer, plays: answer.plays.map(play => ({...play, startedAt: null}))}),
};

const lying = Object.entries(lies).map(([name, lie]) => ({name, lie}));

describe.each(lying)('where $name', ({lie}) => {
	test('a mirror stays what it was, and the sync ends with a remedy; afterwards all is well', async () => {
		const {server, sync, state, clock} = createSetting();
		await sync();
		const before = state();
		for (const hours of [1, 30]) {
			clock.at += hours * 3600;
			server.rows.set(900 + hours, serverRow(900 + hours, clock.at - 3600));
			server.lie = lie;
			await expect(sync()).rejects.toMatchObject({code: 'bad-answer', hint: expect.stringContaining('sync again')});
			expect({...state(), lastMonth: null}).toEqual({...before, lastMonth: null});
			server.lie = answer => answer;
		}
		await sync();
		expect(state()).toMatchObject({plays: 902, aside: 0});
	});

	test('a first fill stores nothing', async () => {
		const {server, sync, store} = createSetting(500);
		server.lie = lie;
		await expect(sync()).rejects.toMatchObject({code: 'bad-answer'});
		expect(store.mirror.servers.current()?.plays ?? 0).toBe(0);
		server.lie = answer => answer;
		expect((await sync()).summary).toMatchObject({kind: 'filled', plays: 500});
	});
});

test('an answer that was wrong once is asked for again', async () => {
	const {server, sync, state} = createSetting(300);
	await sync();
	let questions = 0;
	server.lie = answer => {
		questions += 1;
		return questions === 1 ? {...nothing(answer), recordsTotal: 0} : answer;
	};
	expect((await sync()).summary).toMatchObject({removed: 0, plays: 300});
	expect(state()).toMatchObject({plays: 300, aside: 0});
});

test('a table that cannot be had is no proof: the doubt stays', async () => {
	const {server, sync, state} = createSetting(300);
	await sync();
	server.rows.clear();
	server.playTable = () => {
		throw new AppError('timeout', 'Too slow.', {server: 'tautulli'});
	};
	await expect(sync()).rejects.toMatchObject({code: 'bad-answer', message: expect.stringContaining('Too slow.')});
	expect(state()).toMatchObject({plays: 300, aside: 0});
});

test('a large part that was really deleted is believed once another table agrees', async () => {
	const {server, sync, state} = createSetting(3000);
	await sync();
	for (let rowId = 1; rowId <= 2400; rowId++) server.rows.delete(rowId);
	expect((await sync()).summary).toMatchObject({removed: 2400, plays: 600});
	for (const {rowId, userId} of [...server.rows.values()]) if (userId === 3) server.rows.delete(rowId);
	await sync();
	expect(state()).toMatchObject({plays: server.rows.size, aside: 0});
});

test('plays that moved to another library are changed, never removed', async () => {
	const {server, sync, store, serverId} = createSetting(3000);
	await sync();
	const move = (from: string, to: string): number => {
		const rows = [...server.rows.values()].filter(({sectionId, rowId}) => sectionId === from && rowId % 7 > 2);
		for (const row of rows) server.rows.set(row.rowId, {...row, sectionId: to});
		return rows.length;
	};
	for (const [from, to] of [
		['1', '2'],
		['2', '1'],
	] as const) {
		const moved = move(from, to);
		expect((await sync(true)).summary).toMatchObject({removed: 0, added: 0, warnings: []});
		expect(moved).toBeGreaterThan(500);
		for (const sectionId of ['1', '2']) {
			const theirs = [...server.rows.values()].filter(row => row.sectionId === sectionId).length;
			expect(
				countPlays(store.mirror, {serverId: serverId(), since: null, grouping: false}, only('library', sectionId))
					.plays,
			).toBe(theirs);
		}
	}
});

test('a history that was emptied is set aside once another table agrees', async () => {
	const {server, sync, state} = createSetting(300);
	await sync();
	server.rows.clear();
	const {summary} = await sync();
	expect(summary).toMatchObject({plays: 0, warnings: [expect.stringContaining('Its history is empty now.')]});
	expect(state()).toMatchObject({plays: 0, aside: 1});
});

test('rows of other days than those asked for: most of them end the sync, one is left out and told', async () => {
	const {server, sync, state} = createSetting(4000);
	await sync();
	const isWide = (request: WindowRequest | null): boolean => request?.sectionId !== undefined;
	const put = (startedAt: number, which: (play: MirrorPlay) => boolean): void => {
		server.lie = (answer, request) =>
			isWide(request)
				? {...answer, plays: answer.plays.map(play => (which(play) ? {...play, startedAt} : play))}
				: answer;
	};
	put(0, () => true);
	await expect(sync(true)).rejects.toMatchObject({message: expect.stringContaining('other days')});
	put(Date.UTC(2030, 0, 1) / 1000, ({rowId}) => rowId === 70);
	const {odd, summary} = await sync(true);
	expect(odd).toEqual([expect.stringContaining('Row 70 ')]);
	expect(summary).toMatchObject({removed: 0});
	expect(state().plays).toBe(4000);
});

test('rows that two questions tell in two ways: most of them end the sync, one is left out and told', async () => {
	const {server, sync, state} = createSetting(400);
	await sync();
	const before = state();
	const late =
		(which: (play: MirrorPlay) => boolean): Lie =>
		(answer, request) => {
			if (request?.sectionId === undefined) return answer;
			const plays = answer.plays.map(play => (which(play) ? {...play, startedAt: (play.startedAt ?? 0) + 7200} : play));
			return {...answer, plays};
		};
	server.lie = late(() => true);
	await expect(sync(true)).rejects.toMatchObject({message: expect.stringContaining('in two ways')});
	server.lie = late(({rowId}) => rowId === 70);
	const {odd, summary} = await sync(true);
	expect(odd).toEqual([expect.stringContaining('Row 70 ')]);
	expect(summary).toMatchObject({removed: 0, changed: 0, warnings: []});
	expect(state()).toEqual(before);
});

test('a run that meets such a history ends with the error, stores nothing, and does not let Tautulli count', async () => {
	const {server, sync, store, clock} = createSetting(300);
	await sync();
	const world = createFakeWorld({
		sections: [films],
		collections: [sampleCollection('1', {title: 'Heist', changedAt: 5})],
		members: {1: ['1001', '1002', '1003']},
		plays: {},
		flags: {},
	});
	server.lie = lies['it has no records'] ?? server.lie;
	const running = collectRun(
		{
			tautulli: createFakeTautulli(world),
			switchedOff: switchedOff(null),
			plex: createFakePlex(world),
			store,
			now: () => clock.at,
			libraries: [],
			disabledLibraries: [],
			queryDays: 30,
			holder: 'test',
			history: {
				tautulli: server.client,
				zone: () => zone,
				grouping: true,
				clock: () => 0,
				odd: () => undefined,
				zoneLooked: () => undefined,
				pause: async () => undefined,
				takeEnded: () => false,
			},
		},
		{scope: 'all', names: []},
	);
	let step = await running.next();
	while (!step.done) step = await running.next();
	expect(step.value).toMatchObject({status: 'error', error: {code: 'bad-answer', server: 'tautulli'}, collected: []});
	expect(store.snapshots.newest()).toEqual([]);
});

describe('a backup that was put back', () => {
	/** The rows up to one number stay; what came later is other plays under the numbers from there on. */
	const restore = (
		{server, clock}: ReturnType<typeof createSetting>,
		{last, played, more}: (typeof cases)[number],
	): void => {
		const {size} = server.rows;
		const before = [...server.rows.values()];
		for (let rowId = last + 1; rowId <= size; rowId++) server.rows.delete(rowId);
		for (let index = 1; index <= played; index++) {
			const rowId = last + index;
			const row = serverRow(rowId, clock.at - (played - index + 1) * 600, {userId: 5, user: 'user 5'});
			server.rows.set(rowId, {...row, ...more(rowId, before[rowId - 1])});
		}
	};

	const plain = (): Partial<ServerRow> => ({});
	/** In the same second as the play that had the number, by another user. */
	const sameSecond = (_: number, before: ServerRow | undefined): Partial<ServerRow> => ({
		startedAt: before?.startedAt ?? null,
		stoppedAt: before?.stoppedAt ?? null,
		userId: 8,
	});
	const cases = [
		{name: 'with fewer plays than before', last: 290, played: 4, lost: 10, more: plain},
		{name: 'with as many plays as before', last: 290, played: 10, lost: 10, more: plain},
		{name: 'with more plays than before', last: 290, played: 25, lost: 10, more: plain},
		{name: 'of long ago', last: 60, played: 240, lost: 240, more: plain},
		{name: 'whose plays go on in an old group', last: 290, played: 10, lost: 10, more: () => ({referenceId: 7})},
		{name: 'with plays of the same seconds', last: 290, played: 10, lost: 10, more: sameSecond},
	];

	test.each(cases)('$name: the mirror is the server again, and what was lost is told once', async restored => {
		const {lost} = restored;
		const setting = createSetting(300);
		const {server, sync, store, serverId, clock} = setting;
		await sync();
		const first = serverId();
		clock.at += 7200;
		restore(setting, restored);
		const {summary} = await sync();
		expect(summary.warnings).toEqual([expect.stringContaining(`${lost} known plays are not in its history any more`)]);
		expect(serverId()).toBe(first);
		const mirrored = store.mirror.plays.sightings(first, [...server.rows.keys()]);
		expect(mirrored).toHaveLength(server.rows.size);
		expect(store.mirror.plays.count(first)).toBe(server.rows.size);
		for (const {rowId, startedAt, userId} of mirrored) {
			expect({startedAt, userId}).toEqual({
				startedAt: server.rows.get(rowId)?.startedAt,
				userId: server.rows.get(rowId)?.userId,
			});
		}
		expect((await sync()).summary).toMatchObject({kind: 'same', warnings: []});
	});
});
