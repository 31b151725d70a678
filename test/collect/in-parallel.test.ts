import {expect, test} from 'vitest';
import {inParallel} from '../../source/collect/in-parallel.ts';

test('no more than the limit at once, every item once, each with its place', async () => {
	let underway = 0;
	let most = 0;
	const found: [number, string][] = [];
	const work = async (turns: number): Promise<string> => {
		underway += 1;
		most = Math.max(most, underway);
		for (let turn = 0; turn < turns; turn++) await Promise.resolve();
		underway -= 1;
		return `after ${turns}`;
	};
	for await (const {index, value} of inParallel([50, 1, 1, 1, 30], 2, work)) found.push([index, value]);
	expect(most).toBe(2);
	expect(found.sort(([one], [two]) => one - two)).toEqual([
		[0, 'after 50'],
		[1, 'after 1'],
		[2, 'after 1'],
		[3, 'after 1'],
		[4, 'after 30'],
	]);
});

test('a rejection ends it, and nothing new is begun', async () => {
	const begun: number[] = [];
	const all = async (): Promise<void> => {
		const work = async (item: number): Promise<void> => {
			begun.push(item);
			if (item === 2) throw new Error('two');
		};
		for await (const _ of inParallel([1, 2, 3, 4, 5], 2, work));
	};
	await expect(all()).rejects.toThrow('two');
	expect(begun).not.toContain(5);
});

test('nothing to do', async () => {
	for await (const _ of inParallel([], 2, async () => 1)) expect.unreachable();
});
