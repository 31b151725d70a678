import {setTimeout as pause} from 'node:timers/promises';
import {cpuSeconds, residentMegabytes} from './process-facts.ts';
import {type Home, isSettled, startTautop} from './program.ts';

/** What the dashboard costs while nobody touches it. */
export type Idle = {
	readonly seconds: number;
	readonly bytesPerSecond: number;
	/** Of one core, all threads together. */
	readonly cpuPercent: number;
	/** Of one core, the thread that draws. */
	readonly drawingPercent: number;
	readonly residentMegabytes: number;
};

/** Starts the dashboard with these arguments, waits until every pane is live, then counts for so long without a key. */
export const measureIdle = async (home: Home, args: readonly string[], seconds: number): Promise<Idle> => {
	const terminal = await startTautop(home, ...args);
	await terminal.waitFor(isSettled, 60_000);
	const process = `/proc/${terminal.pid}`;
	const drawing = `${process}/task/${terminal.pid}`;
	const mark = terminal.mark();
	const cpuBefore = cpuSeconds(process);
	const drawingBefore = cpuSeconds(drawing);
	await pause(seconds * 1000);
	const idle = {
		seconds,
		bytesPerSecond: terminal.bytesSince(mark) / seconds,
		cpuPercent: ((cpuSeconds(process) - cpuBefore) / seconds) * 100,
		drawingPercent: ((cpuSeconds(drawing) - drawingBefore) / seconds) * 100,
		residentMegabytes: residentMegabytes(terminal.pid),
	};
	terminal.type('q');
	await terminal.ended();
	await terminal.close();
	return idle;
};
