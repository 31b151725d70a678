import {setTimeout as pause} from 'node:timers/promises';
import {openDatabase} from '../source/store/database.ts';
import {type KeyTimes, measureKeys} from './keys.ts';
import {cpuSeconds, peakMegabytes, residentMegabytes} from './process-facts.ts';
import {type Home, isSettled, startTautop} from './program.ts';

/** The dashboard while it mirrors a history for the first time, and after that. */
export type Fill = {
	readonly seconds: number;
	readonly plays: number;
	readonly peakMegabytes: number;
	readonly residentMegabytes: number;
	readonly keys: KeyTimes;
	readonly keysAtRest: KeyTimes;
	/** Of one core, the thread that draws, during the fill. */
	readonly drawingPercent: number;
	/** Of one core, all threads. */
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
	const folder = `/proc/${terminal.pid}`;
	await terminal.waitFor(lines => (lines[0] ?? '').includes(' live '), 60_000);
	const drawing = `${folder}/task/${terminal.pid}`;
	const [cpuBefore, drawingBefore, mark, from] = [
		cpuSeconds(folder),
		cpuSeconds(drawing),
		terminal.mark(),
		performance.now(),
	];
	const keys = await measureKeys(
		terminal,
		count => count >= mostKeys || (count % 10 === 0 && readState(database)?.complete === 1),
	);
	const ended = performance.now();
	const seconds = (ended - from) / 1000;
	const facts = {
		seconds: (ended - began) / 1000,
		plays: readState(database)?.plays ?? 0,
		keys,
		drawingPercent: ((cpuSeconds(drawing) - drawingBefore) / seconds) * 100,
		cpuPercent: ((cpuSeconds(folder) - cpuBefore) / seconds) * 100,
		bytesPerSecond: terminal.bytesSince(mark) / seconds,
	};
	await terminal.waitFor(isSettled, 60_000);
	await pause(2000);
	const atRest = await measureKeys(terminal, count => count >= keysAtRest);
	const memory = {peakMegabytes: peakMegabytes(terminal.pid), residentMegabytes: residentMegabytes(terminal.pid)};
	terminal.type('q');
	await terminal.ended();
	await terminal.close();
	return {...facts, ...memory, keysAtRest: atRest};
};
