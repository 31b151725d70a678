import path from 'node:path';
import {expect, test} from 'vitest';
import {migrate} from '../../source/store/migrate.ts';
import {migrations} from '../../source/store/migrations/list.ts';
import {setUp} from '../../source/store/set-up.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {leafOf, listLeaves} from '../helpers/leaves.ts';
import {runThrough} from '../helpers/run-through.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {noon, openAt, tempStore} from '../helpers/temp-store.ts';

test('a file of before keeps the histories that it has set aside', () => {
	const file = path.join(tempFolder(), 'tautop.db');
	const {database} = runThrough(setUp(file));
	runThrough(migrate(database, migrations.slice(0, 2)));
	database.exec(`INSERT INTO mirror_servers (id, machine_identifier, first_seen, set_aside_at, set_aside_reason)
		VALUES (4, 'plex', 1, 2, 'Test.')`);
	database.close();
	const {servers, adopted} = openAt(file).mirror;
	expect(servers.aside()).toEqual([{serverId: 4, machineIdentifier: 'plex', plays: 0, setAsideAt: 2, reason: 'Test.'}]);
	expect(adopted.any(4)).toBe(false);
});

test('keys that Plex has given up: the title is under another key, or nowhere; live TV has none', () => {
	const {mirror} = tempStore().store;
	const {serverId} = mirror.servers.begin('plex', noon);
	mirror.plays.save(serverId, [
		serverRow(1, noon, {ratingKey: '11', guid: 'plex://movie/1'}),
		serverRow(2, noon, {ratingKey: '12', guid: 'plex://movie/1'}),
		serverRow(3, noon, {ratingKey: '13', guid: 'plex://movie/3'}),
		serverRow(4, noon, {ratingKey: '14', guid: 'local://1'}),
		serverRow(5, noon, {ratingKey: '15', guid: 'plex://movie/3', live: true}),
	]);
	const leaves = [leafOf({ratingKey: '11', guid: 'plex://movie/1'}), leafOf({ratingKey: '16', guid: 'local://1'})];
	expect(listLeaves(mirror, serverId, leaves)).toEqual({rekeyed: 1, orphans: 2});
});

test('a title that is in two libraries keeps its key where it still has it', () => {
	const {mirror} = tempStore().store;
	const from = mirror.servers.begin('plex', noon).serverId;
	const guid = 'plex://movie/1';
	mirror.plays.save(from, [
		serverRow(1, noon - 9, {ratingKey: '12', guid}),
		serverRow(2, noon, {ratingKey: '19', guid}),
	]);
	mirror.servers.setAside(from, 'Test.', noon);
	const into = mirror.servers.begin('plex', noon).serverId;
	listLeaves(mirror, into, [
		leafOf({ratingKey: '11', guid, sectionId: '1'}),
		leafOf({ratingKey: '12', guid, sectionId: '2'}),
	]);
	mirror.adopted.titles.clear();
	runThrough(mirror.adopted.titles.addListed(into));
	expect(runThrough(mirror.adopted.carryOver([{from, into}], noon))).toEqual([2]);
	const count = (key: string): number =>
		runThrough(mirror.adopted.ofItem({serverId: into, since: null, grouping: false}, key));
	expect([count('11'), count('12'), count('19')]).toEqual([1, 1, 0]);
});

test('carrying over is one transaction: what fails leaves nothing behind', () => {
	const {mirror} = tempStore().store;
	const from = mirror.servers.begin('plex', noon).serverId;
	const guid = 'plex://movie/1';
	mirror.plays.save(from, [serverRow(1, noon, {guid})]);
	mirror.servers.setAside(from, 'Test.', noon);
	const into = mirror.servers.begin('plex', noon).serverId;
	listLeaves(mirror, into, [leafOf({ratingKey: '11', guid})]);
	mirror.adopted.titles.clear();
	runThrough(mirror.adopted.titles.addListed(into));
	const unknown = {from: 77, into};
	expect(() => runThrough(mirror.adopted.carryOver([{from, into}, unknown], noon))).toThrow();
	expect(mirror.adopted.any(into)).toBe(false);
});
