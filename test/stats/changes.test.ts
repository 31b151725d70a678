import {expect, test} from 'vitest';
import {changesOf, percentMore} from '../../source/stats/changes.ts';
import {fakeCount} from '../helpers/fake-plays.ts';

test.each([
	[110, 100, 10],
	[10, 10, 0],
	[9, 10, null],
	[10, 9, null],
	[1000, 9, null],
	[125, 1000, -87],
	[10, 16, -37],
	[0, 0, null],
])('%i after %i is %j percent more', (now, before, percent) => {
	expect(percentMore(now, before)).toBe(percent);
});

test('the plays say whether there is enough, not the seconds; nothing and less is no base', () => {
	expect(percentMore(7200, 3600, [10, 10])).toBe(100);
	expect(percentMore(7200, 3600, [9, 100])).toBeNull();
	expect(percentMore(7200, -3600, [10, 10])).toBeNull();
	expect(percentMore(-3600, 3600, [10, 10])).toBe(-200);
});

test('names of either window, as they are called now', () => {
	const now = [fakeCount({key: '1', name: 'marta', plays: 3, playedSeconds: 30, users: 2})];
	const before = [
		fakeCount({key: '2', name: 'otto', plays: 5, playedSeconds: 50, deleted: true}),
		fakeCount({key: '1', name: 'Marta', plays: 1, playedSeconds: 10, users: 1}),
	];
	expect(changesOf('user', now, before)).toEqual([
		{
			group: 'user',
			key: '1',
			name: 'marta',
			deleted: false,
			now: {plays: 3, playedSeconds: 30, users: 2},
			before: {plays: 1, playedSeconds: 10, users: 1},
		},
		{
			group: 'user',
			key: '2',
			name: 'otto',
			deleted: true,
			now: {plays: 0, playedSeconds: 0, users: 0},
			before: {plays: 5, playedSeconds: 50, users: 0},
		},
	]);
});
