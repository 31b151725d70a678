import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {PlaysQuery} from '../../source/domain/plays/plays.ts';
import {answerPlays, type PlaySources} from '../../source/open/plays/answer-plays.ts';
import {createHeldColumns} from '../../source/open/plays/held-columns.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const query = (given: Partial<PlaysQuery> = {}): PlaysQuery => ({
	by: 'user',
	split: 'nothing',
	window: {days: 30},
	where: {},
	measure: 'plays',
	...given,
});

const setScene = () => {
	const {store} = tempStore();
	const {mirror} = store;
	const {serverId} = mirror.servers.begin('plex', noon);
	mirror.plays.save(serverId, [
		{...serverRow(1, noon - 900, {ratingKey: '11'}), player: 'TV'},
		{...serverRow(2, noon - 1900, {ratingKey: '11'}), player: 'Phone'},
	]);
	let trouble: AppError | null = null;
	let isZoneAwaited = false;
	const sources: PlaySources = {
		mirrored: {current: () => store},
		history: {zone: () => ({name: 'UTC', trust: 'presumed'}), grouping: true, isZoneAwaited: () => isZoneAwaited},
		trouble: () => trouble,
		columns: createHeldColumns(
			() => noon,
			async () => undefined,
			{short: true},
		),
		now: () => noon,
	};
	return {
		mirror,
		serverId,
		ask: (given?: Partial<PlaysQuery>) => answerPlays(sources, query(given)),
		fail: (error: AppError | null) => {
			trouble = error;
		},
		awaitZone: () => {
			isZoneAwaited = true;
		},
	};
};

test('while the history is being read, that is what is said; where it cannot be, why', async () => {
	const {ask, fail} = setScene();
	await expect(ask()).rejects.toMatchObject({code: 'waiting', message: 'The history has not been read yet.'});
	fail(new AppError('timeout', 'Tautulli took too long.', {server: 'tautulli'}));
	await expect(ask()).rejects.toMatchObject({code: 'timeout', message: 'Tautulli took too long.'});
});

test('what is cut by the clock waits for the zone; names do not, nor does a history that is whole', async () => {
	const {ask, awaitZone, fail, mirror, serverId} = setScene();
	awaitZone();
	await expect(ask({by: 'hour'})).rejects.toMatchObject({
		code: 'waiting',
		message: "The server's time zone is being found out.",
	});
	await expect(ask({by: 'user'})).rejects.toMatchObject({message: 'The history has not been read yet.'});
	fail(new AppError('timeout', 'Tautulli took too long.', {server: 'tautulli'}));
	await expect(ask({by: 'hour'})).rejects.toMatchObject({code: 'timeout'});
	fail(null);
	mirror.servers.markCompared(serverId, noon, 0);
	expect((await ask({by: 'hour'})).coverage).toMatchObject({zoneProven: false, knownFrom: null});
});

test('players and networks are known from where rows tell them', async () => {
	const {ask, mirror, serverId} = setScene();
	mirror.servers.markCompared(serverId, noon, 0);
	const known = async (given: Partial<PlaysQuery>) => (await ask(given)).coverage.knownFrom;
	expect(await known({by: 'player'})).toBeNull();
	expect(mirror.rows.lastWithoutDetails(serverId)).toBeNull();
	expect(await known({by: 'user', where: {network: [{id: 'lan', name: 'LAN'}]}})).toBeNull();
});

test('until the libraries are read none is deleted: it has its number', async () => {
	const {ask, mirror, serverId} = setScene();
	mirror.plays.save(serverId, [serverRow(3, noon - 100)], '2');
	mirror.servers.markCompared(serverId, noon, 0);
	const named = async () =>
		(await ask({by: 'library'})).rows.filter(({key}) => key !== '').map(({name, deleted}) => [name, deleted]);
	expect(await named()).toEqual([['library 2', false]]);
	mirror.names.saveLibraries(serverId, [{sectionId: '99', name: 'Movies', type: 'movie', count: 1}]);
	expect(await named()).toEqual([['library 2', true]]);
});
