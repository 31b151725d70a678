import {expect, test} from 'vitest';
import {failureOf} from '../helpers/errors.ts';
import {readRecording, startTautulli} from './recorded.ts';

const small = (name: string) => readRecording('small', name);

test('get_activity {}: Plex is away, not idle', async () => {
	const {client} = await startTautulli({get_activity: small('plex-down--get_activity')});
	const error = await failureOf(client.getActivity());
	expect(error).toMatchObject({code: 'unreachable', server: 'plex'});
	expect(error.message).toContain('cannot reach Plex');
});

test.each([
	['server_status says no', small('server_status--just-started'), small('get_libraries_table')],
	[
		'server_status still says yes, but libraries are known',
		small('plex-down--server_status'),
		small('get_libraries_table'),
	],
])('get_libraries []: Plex is away where %s', async (_, status, table) => {
	const {client} = await startTautulli({
		get_libraries: small('plex-down--get_libraries'),
		server_status: status,
		get_libraries_table: table,
	});
	expect(await failureOf(client.getLibraries())).toMatchObject({code: 'unreachable', server: 'plex'});
});

test('get_libraries []: really none where Tautulli knows of none but Live TV', async () => {
	const rows = [
		{section_type: 'live', is_active: 1},
		{section_type: 'movie', is_active: 0},
	];
	const {client} = await startTautulli({
		get_libraries: {data: []},
		server_status: {data: {connected: true}},
		get_libraries_table: {data: {draw: 1, recordsFiltered: 2, data: rows}},
	});
	expect(await client.getLibraries()).toEqual([]);
});

test('get_history with draw 0: its query failed, the history is not empty', async () => {
	const {client} = await startTautulli({get_history: small('get_history--reference_id-1001-values')});
	expect((await failureOf(client.getHistoryWindow({start: 0, length: 25}))).code).toBe('server-error');
});

test('what Tautulli answers while Plex is away, of its own database, still stands', async () => {
	const {client} = await startTautulli({
		get_history: small('plex-down--get_history'),
		get_users: small('plex-down--get_users'),
		get_children_metadata: small('plex-down--get_children_metadata'),
	});
	expect((await client.getHistoryWindow({start: 0, length: 2})).recordsFiltered).toBe(1737);
	expect(await client.getUsers()).toHaveLength(12);
	// Members are none then, which this command cannot tell from an empty collection.
	expect(await client.getChildren('900042', 'collection')).toEqual([]);
});

test('get_metadata {}: an unknown item only while Plex lists its libraries', async () => {
	const script = {get_metadata: small('get_metadata--unknown'), get_libraries_table: small('get_libraries_table')};
	const {client} = await startTautulli({...script, get_libraries: small('get_libraries')});
	expect(await client.getMediaType('1')).toBeNull();
	// The status still says yes in the first seconds after Plex has gone.
	const away = {get_libraries: small('plex-down--get_libraries'), server_status: small('plex-down--server_status')};
	const {client: alone} = await startTautulli({...script, ...away});
	expect(await failureOf(alone.getMediaType('1'))).toMatchObject({code: 'unreachable', server: 'plex'});
});
