import {expect, test} from 'vitest';
import {serverNow} from '../../source/open/server-now.ts';

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
