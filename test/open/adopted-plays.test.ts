import {expect, test} from 'vitest';
import {adoptedPlaysOf} from '../../source/open/history/adopted-plays.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {leafOf, listLeaves} from '../helpers/leaves.ts';
import {runThrough} from '../helpers/run-through.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

test('an item and a collection, in their window; null where nothing was carried over', async () => {
	const {mirror} = tempStore().store;
	const count = (ratingKey: string, days: number) => adoptedPlaysOf(mirror, {ratingKey, days}, true, noon);
	expect(await count('11', 0)).toBeNull();
	const from = mirror.servers.begin('plex', noon).serverId;
	const guid = 'plex://movie/1';
	mirror.plays.save(from, [
		serverRow(1, noon - 40 * 86_400, {ratingKey: '9', guid}),
		serverRow(2, noon - 86_400, {ratingKey: '9', guid}),
	]);
	mirror.servers.setAside(from, 'Test.', noon);
	const into = mirror.servers.begin('plex', noon).serverId;
	mirror.members.save(
		{collectionKey: '901', level: 0, changedAt: null, members: [{ratingKey: '11', type: 'movie', title: '', guid}]},
		noon,
	);
	expect(await count('11', 0)).toBeNull();
	listLeaves(mirror, into, [leafOf({ratingKey: '11', guid})]);
	mirror.adopted.titles.clear();
	runThrough(mirror.adopted.titles.addListed(into));
	expect(runThrough(mirror.adopted.carryOver([{from, into}], noon))).toEqual([2]);
	const counted = await Promise.all([count('11', 0), count('11', 30), count('901', 0), count('9', 0)]);
	expect(counted).toEqual([2, 1, 2, 0]);
});
