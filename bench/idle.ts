import {setTimeout as pause} from 'node:timers/promises';
import {cpuSeconds, familyCpuSeconds, familyMegabytes} from './process-facts.ts';
import {type Home, isSettled, startTautop} from './program.ts';

/** What the dashboard costs while nobody touches it. */
export type Idle = {
	readonly seconds: number;
	readonly bytesPerSecond: number;
	/** Of one core, all processes together. */
	readonly cpuPercent: number;
	/** Of one core, the process that draws. */
	readonly drawingPercent: number;
	/** All processes together. */
	readonly megabytes: number;
};

/** A start goes on behind the panes: the first sync, the compiler, the memory that is given back. That is no idling. */
const startSeconds = 30;

/** Starts the dashboard with these arguments, waits until its start is over, then counts for so long without a key. */
export const measureIdle = async (home: Home, args: readonly string[], seconds: number): Promise<Idle> => {
	const terminal = await startTautop(home, ...args);
	await terminal.waitFor(isSettled, 60_000);
	await pause(startSeconds * 1000);
	const drawing = `/proc/${terminal.pid}`;
	const mark = terminal.mark();
	const cpuBefore = familyCpuSeconds(terminal.pid);
	const drawingBefore = cpuSeconds(drawing);
	await pause(seconds * 1000);
	const idle = {
		seconds,
		bytesPerSecond: terminal.bytesSince(mark) / seconds,
		cpuPercent: ((familyCpuSeconds(terminal.pid) - cpuBefore) / seconds) * 100,
		drawingPercent: ((cpuSeconds(drawing) - drawingBefore) / seconds) * 100,
		megabytes: familyMegabytes(terminal.pid),
	};
	terminal.type('q');
	await terminal.ended();
	await terminal.close();
	return idle;
};
