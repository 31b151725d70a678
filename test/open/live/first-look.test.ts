import {setImmediate} from 'node:timers/promises';
import {expect, test, vi} from 'vitest';
import {AppError} from '../../../source/domain/app-error.ts';
import {createFirstLook} from '../../../source/open/live/first-look.ts';
import {createHeldColumns} from '../../../source/open/plays/held-columns.ts';
import {noon, tempStore} from '../../helpers/temp-store.ts';

test.each([
	['an answer', async () => undefined],
	['a failure', () => Promise.reject(new AppError('unreachable', 'It is away.'))],
])('plays are read behind %s about who is watching', async (_, ask) => {
	const {mirror} = tempStore().store;
	const {serverId} = mirror.servers.begin('machine', noon);
	const firstLook = createFirstLook();
	const held = createHeldColumns(
		() => noon,
		async () => undefined,
		{short: false, after: firstLook.passed},
	);
	const order: string[] = [];
	const read = held.read(mirror, serverId, noon - 86_400, 'UTC').then(() => order.push('read'));
	await setImmediate();
	expect(order).toEqual([]);
	const asked = ask();
	firstLook.note(asked);
	asked.then(
		() => order.push('told'),
		() => order.push('told'),
	);
	await read;
	expect(order).toEqual(['told', 'read']);
});

test('a server that takes its time holds nothing up', async () => {
	vi.useFakeTimers();
	try {
		const {passed, note} = createFirstLook();
		note(new Promise(() => undefined));
		vi.advanceTimersByTime(250);
		await passed;
	} finally {
		vi.useRealTimers();
	}
});
