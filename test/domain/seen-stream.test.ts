import {expect, test} from 'vitest';
import {type Sight, type Watched, watchedSince} from '../../source/domain/streams/seen-stream.ts';

/** A look at a second: `b` for one that buffers, then speed and rate. */
const look = (at: number, state: '' | 'b', speed: number | null = null, kbps: number | null = null): Sight => ({
	at,
	isBuffering: state === 'b',
	speed,
	kbps,
});

const sums = (watched: Watched | null) => watched && [watched.stalls, watched.stalledSeconds];

test('nothing was seen', () => {
	expect(watchedSince(null, [])).toBeNull();
});

test('buffering lasts until the next look that finds it gone', () => {
	const sights = [look(0, ''), look(5, 'b'), look(10, 'b'), look(17, ''), look(20, 'b'), look(21, '')];
	expect(sums(watchedSince(null, sights))).toEqual([2, 13]);
});

test('one that begins with buffering has stalled once', () => {
	expect(sums(watchedSince(null, [look(0, 'b'), look(4, '')]))).toEqual([1, 4]);
});

test.each([
	[150, 150],
	[151, 0],
])('after %i seconds of silence %i are known to be of buffering', (gap, seconds) => {
	expect(sums(watchedSince(null, [look(0, 'b'), look(gap, 'b')]))).toEqual([1, seconds]);
});

test('in parts it is the same as at once', () => {
	const sights = [look(0, ''), look(5, 'b', 0.9, 10), look(10, 'b', 0.7, 4), look(15, ''), look(20, 'b', null, 12)];
	const whole = watchedSince(null, sights);
	for (let cut = 0; cut <= sights.length; cut++) {
		expect(watchedSince(watchedSince(null, sights.slice(0, cut)), sights.slice(cut))).toEqual(whole);
	}
	expect(whole).toMatchObject({slowestSpeed: 0.7, highestKbps: 12, lastSeen: 20, isBuffering: true});
});

test('looks that are known already add nothing', () => {
	const sights = [look(0, ''), look(5, 'b'), look(10, '')];
	const known = watchedSince(null, sights);
	expect(watchedSince(known, sights)).toEqual(known);
	expect(watchedSince(known, [look(7, 'b'), look(12, '')])).toMatchObject({stalls: 1, stalledSeconds: 5, lastSeen: 12});
});

test('two that tell of the same stream count each second once', () => {
	const ours = [look(0, ''), look(10, 'b'), look(20, 'b'), look(30, '')];
	const theirs = [look(5, ''), look(15, 'b'), look(25, 'b'), look(35, '')];
	const first = watchedSince(null, ours.slice(0, 2));
	const second = watchedSince(first, theirs.slice(0, 3));
	const third = watchedSince(second, ours.slice(1));
	expect(sums(watchedSince(third, theirs.slice(2)))).toEqual([1, 20]);
});
