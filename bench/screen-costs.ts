import {setTimeout as pause} from 'node:timers/promises';
import {type KeyTimes, measureKeys} from './keys.ts';
import {familyMegabytes} from './process-facts.ts';
import {type Home, isSettled, startTautop} from './program.ts';

/** What using the screen costs, at 120x40. */
export type ScreenCosts = {
	/** Bytes of one move of the focus. */
	readonly focusBytes: {readonly median: number; readonly most: number};
	readonly keysAtRest: KeyTimes;
	readonly keysWhileCollecting: KeyTimes;
};

const moves = 24;
const keysAtRest = 100;
const mostKeys = 400;

/** Long enough for a frame and what follows it, and short beside the next refresh. */
const settleMs = 150;

const focusBytes = async (terminal: Awaited<ReturnType<typeof startTautop>>): Promise<ScreenCosts['focusBytes']> => {
	const costs: number[] = [];
	for (let index = 0; index < moves; index++) {
		const mark = terminal.mark();
		terminal.type('\t');
		await pause(settleMs);
		costs.push(terminal.bytesSince(mark));
	}
	costs.sort((one, two) => one - two);
	return {median: costs[Math.floor(moves / 2)] ?? Number.NaN, most: costs.at(-1) ?? Number.NaN};
};

/** Starts the dashboard with these arguments, and uses it when every pane is live. */
export const measureScreenCosts = async (home: Home, args: readonly string[]): Promise<ScreenCosts> => {
	const terminal = await startTautop(home, ...args);
	await terminal.waitFor(isSettled, 60_000);
	await pause(2000);
	const focus = await focusBytes(terminal);
	const atRest = await measureKeys(terminal, count => count >= keysAtRest);
	terminal.type('c');
	await terminal.waitFor(lines => lines.join('\n').includes('collecting'), 10_000);
	const whileCollecting = await measureKeys(
		terminal,
		count => count >= mostKeys || !terminal.screen().join('\n').includes('collecting'),
	);
	terminal.type('q');
	await terminal.ended();
	await terminal.close();
	return {focusBytes: focus, keysAtRest: atRest, keysWhileCollecting: whileCollecting};
};

/** Memory of all processes after each of some simulated days, in megabytes. */
export const measureDays = async (home: Home, args: readonly string[], days: number): Promise<readonly number[]> => {
	const start = Math.floor(Date.now() / 1000);
	const fast = {...home, env: {...home.env, TAUTOP_CLOCK: `${start},${speed}`}};
	const terminal = await startTautop(fast, ...args);
	await pause(startSeconds * 1000);
	const found: number[] = [];
	for (let day = 0; day < days; day++) {
		await pause((86_400 / speed) * 1000);
		found.push(familyMegabytes(terminal.pid));
	}
	terminal.type('q');
	await terminal.ended();
	await terminal.close();
	return found;
};

/** A day in ten seconds. */
const speed = 8640;
const startSeconds = 15;
