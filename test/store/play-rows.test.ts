import {expect, test} from 'vitest';
import {serverRow} from '../helpers/fake-history.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const setScene = () => {
	const {mirror} = tempStore().store;
	const {serverId} = mirror.servers.begin('plex', noon);
	const row = (rowId: number, startedAt: number, stoppedAt: number | null) => ({
		...serverRow(rowId, startedAt, {user: `user ${rowId}`, userId: rowId}),
		stoppedAt,
	});
	mirror.plays.save(serverId, [
		row(1, noon, noon + 100),
		row(2, noon + 50, noon + 200),
		row(3, noon + 100, noon + 150),
		row(4, noon + 200, noon + 300),
		row(5, noon + 60, null),
	]);
	const ids = (plays: ReadonlyArray<{readonly rowId: number | null}>): Array<number | null> =>
		plays.map(({rowId}) => rowId);
	return {mirror, serverId, ids};
};

test('what runs at a moment: it has begun then, and stops later', () => {
	const {mirror, serverId, ids} = setScene();
	const at = (seconds: number): Array<number | null> =>
		ids(mirror.rows.between(serverId, noon + seconds, noon + seconds + 1));
	expect([at(-1), at(0), at(49), at(50), at(99)]).toEqual([[], [1], [1], [1, 2], [1, 2]]);
	expect([at(100), at(149), at(150), at(199), at(200), at(299), at(300)]).toEqual([
		[2, 3],
		[2, 3],
		[2],
		[2],
		[4],
		[4],
		[],
	]);
});

test('what ran in a stretch of time: it began before its end, and stopped behind its beginning', () => {
	const {mirror, serverId, ids} = setScene();
	const between = (from: number, to: number): Array<number | null> =>
		ids(mirror.rows.between(serverId, noon + from, noon + to));
	expect(between(0, 1)).toEqual([1]);
	expect(between(100, 200)).toEqual([2, 3]);
	expect(between(100, 201)).toEqual([2, 3, 4]);
	expect(between(99, 100)).toEqual([1, 2]);
	expect(between(300, 400)).toEqual([]);
});

test('rows by their ids, in that order, those that are not there left out; the last of all', () => {
	const {mirror, serverId, ids} = setScene();
	expect(ids(mirror.rows.rows(serverId, [3, 99, 1]))).toEqual([3, 1]);
	expect(mirror.rows.last(serverId)?.rowId).toBe(4);
	expect(mirror.rows.last(serverId + 1)).toBeNull();
});

test('a row with all that is known of it', () => {
	const {mirror, serverId} = setScene();
	const [play] = mirror.rows.rows(serverId, [2]);
	expect(play).toMatchObject({
		rowId: 2,
		referenceId: 2,
		startedAt: noon + 50,
		stoppedAt: noon + 200,
		user: 'user 2',
		userId: 2,
	});
	expect(play?.playedSeconds).toBe(150 - (play?.pausedSeconds ?? 0));
	expect(mirror.rows.rows(serverId, [5])[0]).toMatchObject({stoppedAt: null, playedSeconds: null});
});

test('a row without a start has none: it is no play of 1970', () => {
	const {mirror, serverId} = setScene();
	mirror.plays.save(serverId, [{...serverRow(9, noon), startedAt: null}]);
	expect(mirror.rows.rows(serverId, [9])[0]).toMatchObject({startedAt: null, playedSeconds: null});
});
