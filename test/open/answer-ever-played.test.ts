import {expect, test} from 'vitest';
import {answerEverPlayed} from '../../source/open/plays/answer-ever-played.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {playSources} from '../helpers/play-sources.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const setScene = () => {
	const {store} = tempStore();
	const {mirror} = store;
	const sources = playSources(store, {at: noon});
	const begin = (machine: string): number => mirror.servers.begin(machine, noon).serverId;
	return {
		mirror,
		begin,
		play: (serverId: number, rowId: number, seconds = 1800): void => {
			const startedAt = noon - 10_000 * rowId;
			const row = serverRow(rowId, startedAt, {
				stoppedAt: startedAt + seconds,
				pausedSeconds: 0,
				userId: 4,
				user: 'ada',
			});
			mirror.plays.save(serverId, [row]);
		},
		ask: async (by: 'library' | 'user' = 'user') =>
			(await answerEverPlayed(sources, {by})).map(
				({key, name, kind, plays, playedSeconds}) => `${key} ${name} ${kind} ${plays} ${playedSeconds}`,
			),
	};
};

test('until the whole history is mirrored it waits: a part would grow, and not by plays', async () => {
	const {mirror, begin, play, ask} = setScene();
	const serverId = begin('plex');
	play(serverId, 1);
	await expect(ask()).rejects.toMatchObject({code: 'waiting'});
	mirror.servers.markCompared(serverId, noon, 0);
	expect(await ask()).toEqual(['4 ada  1 1800']);
});

test('what is deleted from the history counts on, and what comes then is added', async () => {
	const {mirror, begin, play, ask} = setScene();
	const serverId = begin('plex');
	for (const rowId of [1, 2, 3]) play(serverId, rowId);
	mirror.servers.markCompared(serverId, noon, 0);
	expect(await ask()).toEqual(['4 ada  3 5400']);
	mirror.plays.remove(serverId, [1, 2]);
	expect(await ask()).toEqual(['4 ada  3 5400']);
	expect(await ask()).toEqual(['4 ada  3 5400']);
	play(serverId, 4, 60);
	expect(await ask()).toEqual(['4 ada  4 5460']);
	mirror.plays.remove(serverId, [3, 4]);
	expect(await ask()).toEqual(['4 ada  4 5460']);
	// A play that turned out to be shorter.
	play(serverId, 5, 900);
	expect(await ask()).toEqual(['4 ada  5 6360']);
	play(serverId, 5, 600);
	expect(await ask()).toEqual(['4 ada  5 6360']);
});

test('libraries are counted by kind, and what was never counted is not lost', async () => {
	const {mirror, begin, play, ask} = setScene();
	const serverId = begin('plex');
	play(serverId, 1);
	play(serverId, 2);
	mirror.servers.markCompared(serverId, noon, 0);
	mirror.plays.remove(serverId, [1]);
	expect(await ask('library')).toEqual([' no library movie 1 1800']);
});

test('another history is counted for itself', async () => {
	const {mirror, begin, play, ask} = setScene();
	const first = begin('plex');
	for (const rowId of [1, 2]) play(first, rowId);
	mirror.servers.markCompared(first, noon, 0);
	expect(await ask()).toEqual(['4 ada  2 3600']);
	mirror.servers.setAside(first, 'another server', noon);
	const second = begin('another');
	play(second, 1);
	mirror.servers.markCompared(second, noon, 0);
	expect(await ask()).toEqual(['4 ada  1 1800']);
});
