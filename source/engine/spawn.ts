import {spawn} from 'node:child_process';
import {getCompileCacheDir} from 'node:module';
import path from 'node:path';
import {Duplex} from 'node:stream';
import {fileURLToPath} from 'node:url';
import {streamPort} from './port.ts';
import {elsewhereStatus, type FromEngine, type Port, type ToEngine} from './protocol.ts';

/** How an engine ended, in words, and what it last wrote to its stderr. */
export type EngineEnd = {readonly reason: string; readonly said: string};

/** One engine process. */
export type EngineProcess = {
	readonly port: Port<ToEngine, FromEngine>;
	/** Never rejects. */
	readonly ended: Promise<EngineEnd>;
	/** Ends it at once, whatever it is at. */
	readonly kill: () => void;
	/** Leaves it to others: it ends by itself when the last of them has gone. */
	readonly release: () => void;
};

/**
 * Without limits V8 lets rubbish pile up as far as the machine has memory; with them it clears away earlier. The engine
 * itself holds at most a page of history and what its panes show: some tens of megabytes.
 */
export const memoryFlags = ['--max-old-space-size=192', '--max-semi-space-size=4', '--semi-space-growth-factor=1'];

/**
 * The environment of an engine: it keeps what it compiles where this process does. glibc gives each thread a heap of its own, up to
 * eight for a core; two are enough. What is free at the end of one it gives back only where it is told how much may lie there.
 */
const environment = (): NodeJS.ProcessEnv => {
	const own = {MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072', ...process.env};
	// Node names a folder of this version in the folder that it was given.
	const compiled = getCompileCacheDir();
	return compiled === undefined ? own : {...own, NODE_COMPILE_CACHE: path.dirname(compiled)};
};

/** As much as a stack, or what V8 says when memory has run out. */
const mostSaid = 8000;

const reasonOf = (code: number | null, signal: NodeJS.Signals | null, said: string): string => {
	if (code === elsewhereStatus) return 'The engine that several dashboards share has ended.';
	if (/heap out of memory|allocation failed/i.test(said)) return 'The engine ran out of memory.';
	return signal === null ? `The engine ended by itself (status ${code ?? 0}).` : `The engine was ended by ${signal}.`;
};

/** The bundle puts the engine beside this file; see tools/build.mjs. */
const besideThis = (): string => fileURLToPath(new URL('./engine.cjs', import.meta.url));

/**
 * Starts an engine in a process of its own: it can be killed whatever it is at, and its memory is not the screen's. In a
 * session of its own, so that the terminal's signals and hang-ups are the screen's alone; it ends when the line ends, unless
 * other screens have come to it meanwhile.
 */
export const spawnEngine = (file = besideThis()): EngineProcess => {
	const child = spawn(process.execPath, [...memoryFlags, file], {
		stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
		detached: process.platform !== 'win32',
		windowsHide: true,
		env: environment(),
	});
	let said = '';
	child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
		said = `${said}${piece}`.slice(-mostSaid);
	});
	const line: unknown = child.stdio[3];
	if (!(line instanceof Duplex)) throw new Error('The connection to the engine could not be opened.');
	// A line that resets is an engine that has ended: `ended` tells of it.
	line.on('error', () => undefined);
	return {
		port: streamPort(line),
		ended: new Promise(resolve => {
			child.on('error', error => resolve({reason: `The engine could not be started: ${error.message}.`, said}));
			// 'close' comes after the last of what it said.
			child.on('close', (code, signal) => resolve({reason: reasonOf(code, signal, said), said}));
		}),
		kill: () => {
			child.kill('SIGKILL');
		},
		release: () => {
			line.end();
			child.stderr?.destroy();
			child.unref();
		},
	};
};
