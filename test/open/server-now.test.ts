import {expect, test} from 'vitest';
import {believedAhead, countedAhead, requireClock, serverNow} from '../../source/open/server-now.ts';

test.each([
	[null, 1000],
	[0, 1000],
	[4, 1000],
	[-4, 1000],
	[5, 1005],
	[-840, 160],
])('a server that is %s seconds ahead of 1000', (ahead, now) => {
	expect(
		serverNow(
			() => 1000,
			() => ahead,
		)(),
	).toBe(now);
	expect(countedAhead(ahead)).toBe(now - 1000);
});

test('what is learnt later counts from then on', () => {
	let ahead: number | null = null;
	const now = serverNow(
		() => 1000,
		() => ahead,
	);
	expect(now()).toBe(1000);
	ahead = 3600;
	expect(now()).toBe(4600);
});

test.each([400, -400])('clocks that are %d days apart are not counted by, and end a run', days => {
	const ahead = days * 86_400;
	expect(believedAhead(ahead)).toBeNull();
	expect(
		serverNow(
			() => 1000,
			() => ahead,
		)(),
	).toBe(1000);
	expect(() => requireClock(ahead)).toThrow('400 d apart');
});

test.each([null, 0, 7200, -30 * 86_400])('a difference of %s seconds ends none', ahead => {
	expect(believedAhead(ahead)).toBe(ahead);
	expect(() => requireClock(ahead)).not.toThrow();
});
