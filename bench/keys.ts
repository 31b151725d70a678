import {setTimeout as pause} from 'node:timers/promises';
import type {Terminal} from '../test/helpers/terminal-types.ts';

/** How long keys waited for their frame, in milliseconds. */
export type KeyTimes = {
	readonly count: number;
	readonly medianMs: number;
	readonly p95Ms: number;
	readonly worstMs: number;
};

const at = (sorted: readonly number[], share: number): number =>
	sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Moves between two panes, and measures from each key to the first frame that shows it, until it is enough. */
export const measureKeys = async (terminal: Terminal, isEnough: (count: number) => boolean): Promise<KeyTimes> => {
	const times: number[] = [];
	while (!isEnough(times.length)) {
		const key = times.length % 2 === 0 ? '2' : '3';
		const began = performance.now();
		terminal.type(key);
		await terminal.waitFor(lines => lines.some(line => line.includes(`[${key} `)));
		times.push(performance.now() - began);
		await pause(70);
	}
	const sorted = times.toSorted((one, two) => one - two);
	return {count: times.length, medianMs: at(sorted, 0.5), p95Ms: at(sorted, 0.95), worstMs: at(sorted, 1)};
};
