import {expect, test} from 'vitest';
import {truePeaksOf} from '../../source/open/true-peaks.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {tempStore} from '../helpers/temp-store.ts';

const zone = 'Europe/Prague';
const at = (iso: string): number => Date.parse(iso) / 1000;
const now = at('2026-03-31T10:00:00Z');

const mirrored = () => {
	const {store} = tempStore();
	const {serverId} = store.mirror.servers.begin('plex', now);
	const stream = (rowId: number, from: string, to: string) => ({...serverRow(rowId, at(from)), stoppedAt: at(to)});
	store.mirror.plays.save(serverId, [
		// Clocks go forward at 01:00Z on the 29th; midnight of the 29th is 23:00Z, that of the 30th 22:00Z.
		stream(1, '2026-03-28T22:30:00Z', '2026-03-29T00:30:00Z'),
		stream(2, '2026-03-28T23:30:00Z', '2026-03-29T00:10:00Z'),
		stream(3, '2026-03-29T21:50:00Z', '2026-03-29T22:20:00Z'),
		stream(4, '2020-01-01T00:00:00Z', '2020-01-01T01:00:00Z'),
	]);
	return {mirror: store.mirror, serverId};
};

test('a stream across midnight counts on both days, each peak with its time', () => {
	const {mirror, serverId} = mirrored();
	mirror.servers.markCompared(serverId, at('2026-03-30T12:00:00Z'), 0);
	expect(truePeaksOf(mirror, zone, 4, now)).toEqual({
		categories: ['2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'],
		counts: [1, 2, 1, null],
		at: [at('2026-03-28T22:30:00Z'), at('2026-03-28T23:30:00Z'), at('2026-03-29T22:00:00Z'), null],
		hours: expect.any(Array),
	});
});

test('each hour of day has its most, of the days alone', () => {
	const {mirror, serverId} = mirrored();
	mirror.servers.markCompared(serverId, at('2026-03-30T12:00:00Z'), 0);
	const hours = truePeaksOf(mirror, zone, 3, now)?.hours.flatMap((moment, hour) =>
		moment ? [[hour, moment.count, moment.at]] : [],
	);
	// The first stream began at 23:30 on the 28th, which is not one of the three days any more.
	expect(hours).toEqual([
		[0, 2, at('2026-03-28T23:30:00Z')],
		[1, 2, at('2026-03-29T00:00:00Z')],
		[23, 1, at('2026-03-29T21:50:00Z')],
	]);
});

test('there are none while the mirror is not complete, or not there', () => {
	expect(truePeaksOf(mirrored().mirror, zone, 4, now)).toBeNull();
	expect(truePeaksOf(tempStore().store.mirror, zone, 4, now)).toBeNull();
});
