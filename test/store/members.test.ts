import {expect, test} from 'vitest';
import type {Member} from '../../source/domain/collection.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const day = 86_400;
const film = (ratingKey: string, addedAt: number | null = null): Member => ({
	ratingKey,
	type: 'movie',
	title: `Film ${ratingKey}`,
	guid: `plex://movie/${ratingKey}`,
	addedAt,
});
const read = (...members: Member[]) => ({collectionKey: '900', level: 0, changedAt: 5, members}) as const;
const stay = (
	ratingKey: string,
	firstSeen: number | null = null,
	lastSeen: number | null = null,
	addedAt: number | null = null,
) => ({
	ratingKey,
	type: 'movie',
	title: `Film ${ratingKey}`,
	addedAt,
	firstSeen,
	lastSeen,
});

test('members are as they were read last', () => {
	const {members} = tempStore().store.mirror;
	expect(members.extent('900')).toBeNull();
	members.save(read(film('12')), noon);
	members.save(read(film('11', noon - day)), noon);
	expect(members.extent('900')).toEqual({changedAt: 5, count: 1});
	expect(members.stays('901')).toEqual([]);
});

test('what is there at the first read was there before, what comes later since then, what leaves until it was last seen', () => {
	const {members} = tempStore().store.mirror;
	members.save(read(film('11', 7), film('12')), noon);
	members.confirm('900', noon + day);
	members.save(read(film('11'), film('13')), noon + 3 * day);
	expect(members.stays('900')).toEqual([
		stay('11', null, null, 7),
		stay('13', noon + 3 * day),
		stay('12', null, noon + day),
	]);
});

test('of a title that left and came back the last stay counts', () => {
	const {members} = tempStore().store.mirror;
	members.save(read(film('11'), film('12')), noon);
	members.save(read(film('11')), noon + day);
	members.save(read(film('11'), film('12')), noon + 2 * day);
	expect(members.stays('900')).toEqual([stay('11'), stay('12', noon + 2 * day)]);
});

test('a smart collection changes by being watched, so its first members are known from its first read', () => {
	const {members} = tempStore().store.mirror;
	members.save({...read(film('11')), smart: true}, noon);
	expect(members.stays('900')).toEqual([stay('11', noon)]);
});

test('a history that is set aside takes what is known of members with it: another server has other titles under these keys', () => {
	const {servers, members} = tempStore().store.mirror;
	const {serverId} = servers.begin('plex', noon);
	members.save(read(film('11'), film('12')), noon);
	members.save(read(film('11')), noon);
	servers.setAside(serverId, 'Test.', noon);
	expect(members.extent('900')).toBeNull();
	expect(members.stays('900')).toEqual([]);
});
