import {expect, test} from 'vitest';
import {secondsPerDay} from '../../source/domain/period.ts';
import {createHeldColumns} from '../../source/open/plays/held-columns.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

test('all time is kept for who asks again soon, and given up when nobody has for two minutes', async () => {
	const {mirror} = tempStore().store;
	const {serverId} = mirror.servers.begin('machine', noon);
	let now = noon;
	const held = createHeldColumns(
		() => now,
		async () => undefined,
		{short: false},
	);
	const read = async (since: number) => (await held.read(mirror, serverId, since, 'UTC')).columns;
	const readAll = () => read(Number.NEGATIVE_INFINITY);
	const readMonth = () => read(now - 30 * secondsPerDay);
	const all = await readAll();
	expect(await readMonth()).toBe(all);
	now += 100;
	expect(await readAll()).toBe(all);
	now += 121;
	const year = await readMonth();
	expect(year).not.toBe(all);
	expect(await readMonth()).toBe(year);
	expect(await readAll()).not.toBe(all);
});
