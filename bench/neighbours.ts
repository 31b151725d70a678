import {accessSync, constants} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {startPseudoTerminal} from '../test/helpers/pseudo-terminal.ts';
import {familyCpuSeconds, familyMegabytes} from './process-facts.ts';
import type {Home} from './program.ts';

/** What another program of its kind costs while nobody touches it, on the same machine in the same minute. */
export type Neighbour = {
	readonly name: string;
	readonly bytesPerSecond: number;
	readonly cpuPercent: number;
	readonly megabytes: number;
};

const names = ['btop', 'glances'] as const;

const isExecutable = (file: string): boolean => {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

const fileOf = (name: string): string | undefined =>
	(process.env.PATH ?? '')
		.split(path.delimiter)
		.map(folder => path.join(folder, name))
		.find(isExecutable);

/** A start takes a while, and is not what is measured. */
const startSeconds = 5;

const measure = async (home: Home, name: string, command: string, seconds: number): Promise<Neighbour> => {
	const env = {...home.env, LANG: 'C.UTF-8', PATH: process.env.PATH ?? ''};
	const terminal = await startPseudoTerminal({command, cols: 120, rows: 40, env, shell: false});
	await pause(startSeconds * 1000);
	const [mark, before] = [terminal.mark(), familyCpuSeconds(terminal.pid)];
	await pause(seconds * 1000);
	const measured = {
		name,
		bytesPerSecond: terminal.bytesSince(mark) / seconds,
		cpuPercent: ((familyCpuSeconds(terminal.pid) - before) / seconds) * 100,
		megabytes: familyMegabytes(terminal.pid),
	};
	terminal.type('q');
	await terminal.close();
	return measured;
};

/** Those that are installed here; the names of the others. */
export const measureNeighbours = async (
	home: Home,
	seconds: number,
): Promise<{readonly measured: readonly Neighbour[]; readonly missing: readonly string[]}> => {
	const found = names.map(name => ({name, file: fileOf(name)}));
	const measured = await Promise.all(
		found.flatMap(({name, file}) => (file === undefined ? [] : [measure(home, name, file, seconds)])),
	);
	return {measured, missing: found.filter(({file}) => file === undefined).map(({name}) => name)};
};
