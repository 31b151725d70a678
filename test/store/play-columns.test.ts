import {expect, test} from 'vitest';
import {nothing} from '../../source/domain/plays/play-columns.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {runThrough} from '../helpers/run-through.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const setScene = () => {
	const {mirror} = tempStore().store;
	const {serverId} = mirror.servers.begin('plex', noon);
	const read = (since: number | null) => runThrough(mirror.columns.read(serverId, since));
	return {mirror, serverId, read};
};

test('every column of a row, in the order of the ids, whatever order they were saved in', () => {
	const {mirror, serverId, read} = setScene();
	const row = {
		...serverRow(7, noon, {
			ratingKey: '11',
			parentRatingKey: '12',
			grandparentRatingKey: '13',
			mediaType: 'episode',
			pausedSeconds: 30,
			userId: 5,
		}),
		stoppedAt: noon + 100,
		transcodeDecision: 'copy' as const,
		platform: 'Roku',
		player: 'TV',
		product: 'Plex for Roku',
		network: 'lan',
	};
	mirror.plays.save(serverId, [row, {...row, rowId: 3, referenceId: 3, live: true, platform: 'iOS'}], '2');
	const columns = read(null);
	expect(columns.count).toBe(2);
	expect([...columns.rowIds]).toEqual([3, 7]);
	const numbers = [
		'startedAt',
		'stoppedAt',
		'seconds',
		'userIds',
		'sectionIds',
		'itemKeys',
		'parentKeys',
		'grandparentKeys',
	] as const;
	expect(numbers.map(name => columns[name][1])).toEqual([noon, noon + 100, 70, 5, 2, 11, 12, 13]);
	const texts = ['media', 'decisions', 'platforms', 'players', 'products', 'networks'] as const;
	const textAt = (at: number) => texts.map(name => columns[name].texts[columns[name].indexes[at] ?? -1]);
	expect(textAt(0)).toEqual(['live', 'copy', 'iOS', 'TV', 'Plex for Roku', 'lan']);
	expect(textAt(1)).toEqual(['episode', 'copy', 'Roku', 'TV', 'Plex for Roku', 'lan']);
});

test('what a row has not is nothing: times, user, keys, library; the pauses alone are taken off', () => {
	const {mirror, serverId, read} = setScene();
	mirror.plays.save(serverId, [
		{...serverRow(1, noon, {ratingKey: '', userId: null, pausedSeconds: 9}), startedAt: null, referenceId: null},
		{...serverRow(2, noon, {pausedSeconds: 4}), stoppedAt: null},
	]);
	const columns = read(null);
	expect([
		columns.startedAt[0],
		columns.stoppedAt[1],
		columns.userIds[0],
		columns.itemKeys[0],
		columns.sectionIds[0],
		columns.groups[0],
	]).toEqual(new Array(6).fill(nothing));
	expect([columns.seconds[0], columns.seconds[1]]).toEqual([-9, -4]);
});

test('groups of several rows come first by number, all others behind', () => {
	const {mirror, serverId, read} = setScene();
	const group = (rowId: number, referenceId: number | null) => ({...serverRow(rowId, noon + rowId), referenceId});
	mirror.plays.save(serverId, [
		group(1, 1),
		group(2, 2),
		group(3, 2),
		group(4, null),
		group(5, null),
		group(6, 1),
		group(7, 7),
	]);
	const {groups, groupsOfSeveral} = read(null);
	expect(groupsOfSeveral).toBe(2);
	expect([...groups]).toEqual([0, 1, 1, nothing, nothing, 0, 2]);
});

test('a window begins with the plays that stopped at its first second', () => {
	const {mirror, serverId, read} = setScene();
	mirror.plays.save(
		serverId,
		[1, 2, 3].map(rowId => ({...serverRow(rowId, noon), stoppedAt: noon + rowId})),
	);
	expect([...read(noon + 2).rowIds]).toEqual([2, 3]);
	expect(read(noon + 4).count).toBe(0);
	expect(read(null).count).toBe(3);
});

test('numbers beyond 32 bits stop at their ends', () => {
	const {mirror, serverId, read} = setScene();
	mirror.plays.save(serverId, [{...serverRow(1, noon, {ratingKey: '9999999999'}), startedAt: -9e9, stoppedAt: 9e9}]);
	const columns = read(null);
	expect([columns.startedAt[0], columns.stoppedAt[0], columns.itemKeys[0], columns.seconds[0]]).toEqual([
		-2_147_483_647, 2_147_483_647, 2_147_483_647, 2_147_483_647,
	]);
});
