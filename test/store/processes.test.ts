import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {startCollector} from '../helpers/start-collector.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {noon, openAt, openRaw} from '../helpers/temp-store.ts';

const tempFile = (): string => path.join(tempFolder(), 'tautop.db');

const lastLine = async (lines: AsyncIterable<string>): Promise<string> => {
	let last = '';
	for await (const line of lines) last = line;
	return last;
};

test('several processes on a file that is not there yet: one collects, the others say that it is busy', async () => {
	const file = tempFile();
	const collectors = [1, 2, 3, 4].map(() => startCollector(file, 200, noon));
	const ends = await Promise.all(collectors.map(({lines}) => lastLine(lines)));
	await Promise.all(collectors.map(({ended}) => ended));
	expect(new Set([...ends, 'ended success', 'ended busy'])).toEqual(new Set(['ended success', 'ended busy']));
	const runs = ends.filter(end => end === 'ended success').length;
	expect(runs).toBeGreaterThan(0);
	const store = openAt(file);
	expect(store.status().snapshots).toBe(runs * 200);
	expect(store.runs.latest(9).map(({status}) => status)).toEqual(Array.from({length: runs}, () => 'success'));
}, 60_000);

/** A generator of numbers from 0 to 1, the same at every start. */
const createRandom = (seed: number) => {
	let state = seed;
	return (): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
};

test('killed at any moment, the file is sound and holds whole runs only', async () => {
	const file = tempFile();
	const random = createRandom(20_260_115);
	const collections = 500;
	for (let turn = 0; turn < 12; turn++) {
		const {child, lines, ended} = startCollector(file, collections, noon + turn * 3600);
		const moment = Math.floor(random() * (collections + 5));
		const delayMs = random() * 20;
		let line = 0;
		for await (const step of lines) {
			line += 1;
			// Every other time in the middle of the one transaction that matters.
			if (turn % 2 === 0 ? line === moment : step === 'saving') {
				if (turn % 2 === 1) await setTimeout(delayMs);
				child.kill('SIGKILL');
			}
		}
		await ended;
	}
	const last = startCollector(file, collections, noon + 13 * 3600);
	expect(await lastLine(last.lines)).toBe('ended success');
	await last.ended;
	expect(openRaw(file).pragma('integrity_check', {simple: true})).toBe('ok');
	const store = openAt(file);
	const statuses = store.runs.latest(99).map(({status}) => status);
	expect(statuses).toContain('interrupted');
	expect(new Set(statuses)).toEqual(new Set(['success', 'interrupted']));
	expect(store.status().snapshots).toBe(statuses.filter(status => status === 'success').length * collections);
}, 120_000);
