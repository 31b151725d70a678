import {expect, test} from 'vitest';
import {openAt, tempStore} from '../helpers/temp-store.ts';

test('the client identifier is made once for all who share the file', () => {
	const {store, file} = tempStore();
	const identifier = store.meta.clientIdentifier();
	expect(identifier).toMatch(/^[0-9a-f-]{36}$/);
	expect(store.meta.clientIdentifier()).toBe(identifier);
	expect(openAt(file).meta.clientIdentifier()).toBe(identifier);
});

test('the server that the data is from', () => {
	const {store} = tempStore();
	expect(store.meta.serverId('plex')).toBeNull();
	store.meta.saveServerId('plex', 'a1b2c3');
	store.meta.saveServerId('plex', 'd4e5f6');
	expect([store.meta.serverId('plex'), store.meta.serverId('tautulli')]).toEqual(['d4e5f6', null]);
});
