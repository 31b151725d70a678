import {expect, test} from 'vitest';
import {noon, tempStore} from '../helpers/temp-store.ts';

const film = {ratingKey: '11', type: 'movie', title: 'Heist', guid: 'plex://movie/heist'};
const known = {collectionKey: '900', level: 0, changedAt: 5, members: [film]} as const;

test('members are as they were read last, and only those of collections that are there', () => {
	const {members} = tempStore().store.mirror;
	expect(members.get('900')).toBeNull();
	members.save({...known, members: [{...film, ratingKey: '12'}]}, noon);
	members.save(known, noon);
	expect(members.get('900')).toEqual(known);
	expect(members.extent('900')).toEqual({changedAt: 5, count: 1});
	expect(members.extent('901')).toBeNull();
	members.keepOnly(['901']);
	expect(members.get('900')).toBeNull();
});

test('a history that is set aside takes what is known of members with it: another server has other titles under these keys', () => {
	const {servers, members} = tempStore().store.mirror;
	const {serverId} = servers.begin('plex', noon);
	members.save(known, noon);
	servers.setAside(serverId, 'Test.', noon);
	expect(members.get('900')).toBeNull();
});
