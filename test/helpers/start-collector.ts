import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import {createInterface} from 'node:readline';

export type Collector = {
	readonly child: ChildProcess;
	/** The steps that it prints, until it ends or is killed. */
	readonly lines: AsyncIterable<string>;
	readonly ended: Promise<unknown>;
};

/** Starts a process of its own that collects once into the file, at a time in Unix seconds. */
export const startCollector = (file: string, collections: number, at: number): Collector => {
	const program = path.join(import.meta.dirname, 'collect-once.ts');
	const child = spawn(process.execPath, [program, file, String(collections), String(at)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	return {child, lines: createInterface({input: child.stdout}), ended: once(child, 'close')};
};
