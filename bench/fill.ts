import {setTimeout as pause} from 'node:timers/promises';
import {openDatabase} from '../source/store/database.ts';
import {type KeyTimes, measureKeys} from './keys.ts';
import {cpuSeconds, familyCpuSeconds, familyMegabytes} from './process-facts.ts';
import {type Home, isSettled, startTautop} from './program.ts';

/** The dashboard while it mirrors a history for the first time, and after that. */
export type Fill = {
	readonly seconds: number;
	readonly plays: number;
	/** All processes together: the most, looked at with every tenth key, and at the end. */
	readonly peakMegabytes: number;
	readonly megabytes: number;
	readonly keys: KeyTimes;
	readonly keysAtRest: KeyTimes;
	/** Of one core, the process that draws, during the fill. */
	readonly drawingPercent: number;
	/** Of one core, all processes. */
	readonly cpuPercent: number;
	readonly bytesPerSecond: number;
};

const keysAtRest = 60;
const mostKeys = 2000;

type State = {readonly complete: number; readonly plays: number};

/** Reads what the dashboard has stored so far; the file may not be there yet. */
const readState = (file: string): State | undefined => {
	const database = openDatabase(file);
	try {
		return database
			.prepare<[], State>('SELECT complete, (SELECT count(*) FROM plays) AS plays FROM mirror_servers LIMIT 1')
			.get();
	} finally {
		database.close();
	}
};

/** Starts the dashboard on a database that holds nothing, and presses keys until everything is mirrored. */
export const measureFill = async (home: Home, config: string, database: string): Promise<Fill> => {
	const here = {...home, env: {...home.env, TAUTOP_DB: database}};
	const terminal = await startTautop(here, '--config', config);
	const began = performance.now();
	await terminal.waitFor(lines => (lines[0] ?? '').includes(' live '), 60_000);
	const drawing = `/proc/${terminal.pid}`;
	const [cpuBefore, drawingBefore, mark, from] = [
		familyCpuSeconds(terminal.pid),
		cpuSeconds(drawing),
		terminal.mark(),
		performance.now(),
	];
	let peakMegabytes = 0;
	const keys = await measureKeys(terminal, count => {
		if (count % 10 > 0) return count >= mostKeys;
		peakMegabytes = Math.max(peakMegabytes, familyMegabytes(terminal.pid));
		return count >= mostKeys || readState(database)?.complete === 1;
	});
	const ended = performance.now();
	const seconds = (ended - from) / 1000;
	const facts = {
		seconds: (ended - began) / 1000,
		plays: readState(database)?.plays ?? 0,
		keys,
		drawingPercent: ((cpuSeconds(drawing) - drawingBefore) / seconds) * 100,
		cpuPercent: ((familyCpuSeconds(terminal.pid) - cpuBefore) / seconds) * 100,
		bytesPerSecond: terminal.bytesSince(mark) / seconds,
	};
	await terminal.waitFor(isSettled, 60_000);
	await pause(2000);
	const atRest = await measureKeys(terminal, count => count >= keysAtRest);
	const megabytes = familyMegabytes(terminal.pid);
	terminal.type('q');
	await terminal.ended();
	await terminal.close();
	return {...facts, peakMegabytes, megabytes, keysAtRest: atRest};
};
