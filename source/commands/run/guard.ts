import {spawn} from 'node:child_process';
import {Socket} from 'node:net';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

/** Gives the terminal back when this program could not. */
export type Guard = {
	/** Resolves once it knows the terminal's modes, which may be changed only then; at once where there can be no guard. */
	readonly ready: Promise<void>;
	/** From now on the terminal is ours: should we end, it has to be given back. */
	readonly on: () => void;
	/** The terminal has been given back, for a while or for good. */
	readonly off: () => void;
	/** We end, and the terminal took nothing of what gives it back: it gets it when it reads again. */
	readonly takeOver: () => void;
	/** Where an end without a word is reported. */
	readonly reportTo: (logFile: string) => void;
};

const none: Guard = {ready: Promise.resolve(), on: () => {}, off: () => {}, takeOver: () => {}, reportTo: () => {}};

/** A guard that says nothing by now is not waited for. */
const readyWithinMs = 2000;

/** A guard that has ended hears nothing; it is not needed any more. */
const ignore = (): void => {};

/**
 * Starts a shell that waits at a pipe (`bin/guard.sh`). The pipe's other end is in this process alone, so whatever ends it
 * (SIGKILL too), the shell hears it. In a session of its own, so that what is sent to our group does not reach it. There
 * is none on Windows.
 */
export const startGuard = (what: 'screen' | 'lines'): Guard => {
	if (process.platform === 'win32') return none;
	// The bundle lies beside bin/.
	const script = fileURLToPath(new URL('../bin/guard.sh', import.meta.url));
	const shell = spawn('/bin/sh', [script, what], {
		stdio: ['pipe', 'pipe', 'ignore', process.stdout.fd],
		detached: true,
	});
	const ready = Promise.withResolvers<void>();
	const timer = setTimeout(ready.resolve, readyWithinMs);
	ready.promise.then(() => clearTimeout(timer));
	shell.on('error', ready.resolve);
	shell.on('exit', ready.resolve);
	const {stdin, stdout} = shell;
	stdout?.on('error', ignore).once('data', () => {
		ready.resolve();
		stdout.destroy();
	});
	stdin?.on('error', ignore);
	// It waits for our end, we do not wait for its.
	shell.unref();
	if (stdin instanceof Socket) stdin.unref();
	const say = (word: string): void => {
		if (stdin?.writable) stdin.write(`${word}\n`);
	};
	return {
		ready: ready.promise,
		on: () => say('on'),
		off: () => say('off'),
		takeOver: () => say('leaving'),
		reportTo: logFile => {
			if (!logFile.includes('\n')) say(`log ${logFile}`);
		},
	};
};

/** Changes the modes of the line, and tells the guard whose terminal it is by that. */
export const guardedRawMode =
	(stdin: NodeJS.ReadStream, guard: Guard): ((isRaw: boolean) => void) =>
	isRaw => {
		if (isRaw) guard.on();
		stdin.setRawMode(isRaw);
		if (!isRaw) guard.off();
	};
