import {expect, test} from 'vitest';
import {createHeldColumns} from '../../source/open/plays/held-columns.ts';
import {keepSwept} from '../../source/open/plays/kept-sweeps.ts';
import {streamColumns} from '../../source/stats/true-peaks.ts';
import {noon} from '../helpers/temp-store.ts';

const held = () =>
	createHeldColumns(
		() => noon,
		async () => undefined,
		{short: true},
	);

const streams = (stoppedAt: number, decision = 'copy') => streamColumns([{startedAt: 10, stoppedAt, decision}]);

test('equal streams of one name are swept once; others, of another name or other columns, are swept', async () => {
	const [kept, columns] = [keepSwept<number>(), held()];
	let sweeps = 0;
	const sweep = async () => ++sweeps;
	expect(await kept(columns, 'a', streams(20), sweep)).toBe(1);
	expect(await kept(columns, 'a', streams(20), sweep)).toBe(1);
	expect(await kept(columns, 'a', streams(21), sweep)).toBe(2);
	expect(await kept(columns, 'a', streams(21, 'transcode'), sweep)).toBe(3);
	expect(await kept(columns, 'a', streamColumns([]), sweep)).toBe(4);
	expect(await kept(columns, 'b', streamColumns([]), sweep)).toBe(5);
	expect(await kept(held(), 'b', streamColumns([]), sweep)).toBe(6);
});

test('a sweep that fails is not kept', async () => {
	const [kept, columns] = [keepSwept<number>(), held()];
	await expect(kept(columns, 'a', streams(20), () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
	expect(await kept(columns, 'a', streams(20), async () => 7)).toBe(7);
});

test('of many names those that were asked for last are kept', async () => {
	const [kept, columns] = [keepSwept<string>(), held()];
	const sweeps: string[] = [];
	const ask = (name: string) =>
		kept(columns, name, streams(20), async () => {
			sweeps.push(name);
			return name;
		});
	for (const name of ['first', 'second']) await ask(name);
	for (let index = 0; index < 10; index++) await ask(String(index));
	await ask('first');
	await ask('one more');
	sweeps.length = 0;
	await ask('first');
	await ask('second');
	expect(sweeps).toEqual(['second']);
});
