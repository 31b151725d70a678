import {expect, test} from 'vitest';
import {createTautulliCount} from '../../source/collect/count.ts';
import type {Collection} from '../../source/domain/collection.ts';
import {storedWindows} from '../../source/domain/period.ts';
import {
	createFakePlex,
	createFakeTautulli,
	createFakeWorld,
	type FakeWorld,
	windowIn,
} from '../helpers/fake-clients.ts';
import {sampleCollection} from '../helpers/samples.ts';

const {signal} = new AbortController();

const countIn = (world: FakeWorld, collection: Collection, withPlex = true) =>
	createTautulliCount({
		tautulli: createFakeTautulli(world),
		plex: withPlex ? createFakePlex(world) : null,
		queryDays: 30,
	})(collection, signal);

const keys = (count: number): string[] => Array.from({length: count}, (_, index) => String(100 + index));

const playsOf = (members: readonly string[]): Record<string, number> =>
	Object.fromEntries(members.map(key => [key, 1000]));

test('plays and a small number of members are taken at their word', async () => {
	const world = createFakeWorld({members: {1: keys(3)}, plays: playsOf(keys(3))});
	expect(await countIn(world, sampleCollection('1'))).toEqual({
		windows: storedWindows.map(days => windowIn(3000, days)),
		asked: windowIn(3000, 30),
		totalItems: 3,
	});
	expect(world.asked).toHaveLength(1);
});

test('a zero that both servers agree on is a zero', async () => {
	const world = createFakeWorld({members: {1: keys(3)}});
	expect((await countIn(world, sampleCollection('1'))).asked.plays).toBe(0);
	expect(world.asked.slice(1)).toEqual(['plex members 1', 'tautulli children 1']);
});

test('an empty collection has no plays', async () => {
	const world = createFakeWorld();
	expect(await countIn(world, sampleCollection('1', {childCount: 0}))).toMatchObject({
		asked: {plays: 0},
		totalItems: 0,
	});
});

test('a zero while Tautulli had no Plex is counted again, member by member', async () => {
	const world = createFakeWorld({members: {1: keys(3)}, children: {1: []}, plays: playsOf(keys(3))});
	const counted = await countIn(world, sampleCollection('1'));
	expect(counted.windows).toEqual(
		storedWindows.map(days => {
			const {plays, playedSeconds} = windowIn(1000, days);
			return {days, plays: 3 * plays, playedSeconds: 3 * playedSeconds, users: null};
		}),
	);
	expect(counted.asked.plays).toBe(90);
});

test('members that Tautulli does not see, above a hundred, are counted one by one', async () => {
	const all = keys(150);
	const world = createFakeWorld({members: {1: all}, children: {1: all.slice(0, 100)}, plays: playsOf(all)});
	const counted = await countIn(world, sampleCollection('1', {childCount: 150}));
	expect([counted.totalItems, counted.windows.at(-1)?.plays]).toEqual([150, 150_000]);
});

test('more than a hundred that it sees need one request', async () => {
	const all = keys(150);
	const world = createFakeWorld({members: {1: all}, plays: playsOf(all)});
	await countIn(world, sampleCollection('1', {childCount: 150}));
	expect(world.asked.filter(question => question.startsWith('tautulli stats'))).toHaveLength(1);
});

test('a smart collection counts what it holds, not what it matches', async () => {
	const world = createFakeWorld({members: {1: keys(20)}, plays: playsOf(keys(20))});
	const counted = await countIn(world, sampleCollection('1', {smart: true, childCount: 311}));
	expect(counted.totalItems).toBe(20);
});

test('members that Plex lists twice count once', async () => {
	const world = createFakeWorld({members: {1: [...keys(2), ...keys(2)]}, children: {1: []}, plays: playsOf(keys(2))});
	expect(await countIn(world, sampleCollection('1'))).toMatchObject({asked: {plays: 60}, totalItems: 2});
});

test.each<[string, Partial<FakeWorld>, boolean, string]>([
	['Plex lists none of its items', {members: {}, children: {}}, true, 'Plex lists none of its 3 items.'],
	['Tautulli finds none, without Plex', {}, false, 'Tautulli found none of its 3 items in Plex.'],
	[
		'Tautulli sees some, without Plex',
		{members: {1: ['7']}},
		false,
		'Tautulli sees only 1 of its 3 items; with Plex configured all are counted.',
	],
])('never a zero or a part: %s', async (_, world, withPlex, message) => {
	await expect(countIn(createFakeWorld(world), sampleCollection('1'), withPlex)).rejects.toMatchObject({
		code: 'bad-answer',
		message,
	});
});

test('items that only Tautulli sees are a contradiction', async () => {
	const world = createFakeWorld({members: {1: []}, children: {1: ['7']}});
	await expect(countIn(world, sampleCollection('1', {childCount: 0}))).rejects.toMatchObject({code: 'bad-answer'});
});

test('one member that cannot be read fails the whole collection', async () => {
	const world = createFakeWorld({members: {1: keys(3)}, children: {1: []}});
	const tautulli = createFakeTautulli(world);
	const getItemStats: typeof tautulli.getItemStats = async (request, inner) => {
		if (request.ratingKey === '102') throw new Error('no answer');
		return tautulli.getItemStats(request, inner);
	};
	const count = createTautulliCount({
		tautulli: {...tautulli, getItemStats},
		plex: createFakePlex(world),
		queryDays: 30,
	});
	await expect(count(sampleCollection('1'), signal)).rejects.toThrow('no answer');
});

test('a window that the answer lacks is no zero', async () => {
	const world = createFakeWorld({members: {1: keys(1)}, plays: playsOf(keys(1))});
	const tautulli = createFakeTautulli(world);
	const count = createTautulliCount({
		tautulli: {...tautulli, getItemStats: async () => [windowIn(1000, 7)]},
		plex: null,
		queryDays: 30,
	});
	await expect(count(sampleCollection('1'), signal)).rejects.toMatchObject({code: 'bad-answer'});
});
