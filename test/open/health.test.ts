import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {switchedOff} from '../../source/domain/switched-off.ts';
import type {Clients} from '../../source/open/clients.ts';
import {createHealth} from '../../source/open/health.ts';
import {createFakeTautulli, createFakeWorld} from '../helpers/fake-clients.ts';
import {fakeHistory} from '../helpers/fake-history.ts';

const world = createFakeWorld({sections: [], collections: [], members: {}, plays: {}, flags: {}});

const setScene = () => {
	const clock = {at: 1000};
	const known: unknown[] = [];
	let fails = false;
	const clients: Clients = {
		tautulli: {
			...createFakeTautulli(world),
			...fakeHistory('UTC', []).client,
			ping: async given => {
				known.push(given?.serverName ?? null);
				if (fails) throw new AppError('timeout', 'No answer.', {server: 'tautulli'});
				return {version: '2.17.2', serverName: 'tower', plexConnected: true, ms: 3, ...given};
			},
		},
		plex: null,
		switchedOff: switchedOff(null),
		aheadSeconds: () => 0,
		reopen: () => undefined,
		close: async () => undefined,
	};
	const {pingServer} = createHealth(clients, () => clock.at);
	const ping = () => pingServer('tautulli');
	const fail = (now: boolean): void => {
		fails = now;
	};
	return {clock, known, ping, fail};
};

test('what Tautulli says of itself is asked once in five minutes; in between only whether Plex is there', async () => {
	const {clock, known, ping} = setScene();
	const first = await ping();
	clock.at += 30;
	expect(await ping()).toEqual(first);
	clock.at += 269;
	await ping();
	clock.at += 1;
	await ping();
	expect(known).toEqual([null, 'tower', 'tower', null]);
});

test('after a failure all of it is asked anew', async () => {
	const {known, ping, fail} = setScene();
	await ping();
	fail(true);
	expect((await ping()).health?.ok).toBe(false);
	fail(false);
	await ping();
	expect(known).toEqual([null, 'tower', null]);
});
