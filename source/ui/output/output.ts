import {closeSync, constants, openSync, writeSync} from 'node:fs';
import process from 'node:process';
import {leanSequences} from './lean.ts';

/** The way to the terminal. What it has not taken waits here, and the program goes on. */
export type Output = {
	/** The terminal's stream, but for its writes, which never wait. */
	readonly stream: NodeJS.WriteStream;
	/** True while the terminal has not taken all that it was sent. */
	readonly isStalled: () => boolean;
	/** Resolves when it has taken all, or is gone. */
	readonly flushed: () => Promise<void>;
	/** Forgets what still waits. */
	readonly close: () => void;
};

/** How often a terminal that takes nothing is tried again, in milliseconds. */
const retryMs = 20;

/** How long what waits may hold up an exit that nobody planned, in milliseconds. */
const exitingMs = 400;

/** Writes to an open file, in order; `gone` is called when nothing can be written any more. */
export type Writer = {
	readonly write: (bytes: Buffer, done: () => void) => void;
	readonly isWaiting: () => boolean;
	/** The process exits, and no timer fires any more: from now on writing waits, but not for long. */
	readonly exit: () => void;
	readonly close: () => void;
};

const isBusy = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EINTR');

type Piece = {readonly bytes: Buffer; readonly done: () => void};

/** A writer for a file descriptor that was opened without blocking. */
export const createWriter = (descriptor: number, gone: () => void): Writer => {
	let waiting: Piece[] = [];
	let timer: NodeJS.Timeout | undefined;
	let isGone = false;
	let exitingUntil: number | null = null;

	const drop = (): void => {
		const dropped = waiting;
		waiting = [];
		clearTimeout(timer);
		timer = undefined;
		for (const {done} of dropped) queueMicrotask(done);
	};

	/** Writes the first piece as far as it goes. False: the terminal takes nothing now. */
	const advance = ({bytes, done}: Piece): boolean => {
		try {
			const written = bytes.length === 0 ? 0 : writeSync(descriptor, bytes);
			if (written < bytes.length) waiting[0] = {bytes: bytes.subarray(written), done};
			else {
				waiting.shift();
				queueMicrotask(done);
			}
			return true;
		} catch (error) {
			if (isBusy(error)) return false;
			isGone = true;
			drop();
			gone();
			return true;
		}
	};

	const pump = (): void => {
		timer = undefined;
		for (let piece = waiting[0]; piece; piece = waiting[0]) {
			if (advance(piece)) continue;
			timer = setTimeout(pump, retryMs);
			return;
		}
	};

	const drain = (until: number): void => {
		const never = new Int32Array(new SharedArrayBuffer(4));
		for (let piece = waiting[0]; piece && performance.now() < until; piece = waiting[0]) {
			if (!advance(piece)) Atomics.wait(never, 0, 0, retryMs);
		}
	};

	return {
		write: (bytes, done) => {
			if (isGone) {
				queueMicrotask(done);
				return;
			}
			waiting.push({bytes, done});
			if (exitingUntil !== null) drain(exitingUntil);
			else if (timer === undefined) pump();
		},
		isWaiting: () => waiting.length > 0,
		exit: () => {
			exitingUntil = performance.now() + exitingMs;
			drain(exitingUntil);
		},
		close: drop,
	};
};

/** The terminal of stdout opened once more, since the first opening is shared with the shell and must go on blocking. */
const reopen = (): number | null => {
	const path = process.platform === 'linux' ? '/proc/self/fd/1' : '/dev/tty';
	try {
		return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
	} catch {
		return null;
	}
};

/** Where the terminal cannot be opened again, writes wait for it as Node's do. */
const plainOutput = (stdout: NodeJS.WriteStream): Output => ({
	stream: stdout,
	isStalled: () => stdout.writableNeedDrain,
	flushed: () => {
		const taken = Promise.withResolvers<void>();
		stdout.write('', () => taken.resolve());
		return taken.promise;
	},
	close: () => {},
});

/**
 * Opens the terminal of stdout so that writing never waits. Node makes writes to a terminal wait, so one that stops reading
 * (a hung SSH connection) would stop timers, requests and Ctrl-C too. `gone` is called when it has hung up.
 */
export const openOutput = (stdout: NodeJS.WriteStream, gone: () => void): Output => {
	const descriptor = reopen();
	if (descriptor === null) return plainOutput(stdout);
	const writer = createWriter(descriptor, gone);
	process.on('exit', writer.exit);
	const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
		const callback = rest.at(-1);
		writer.write(Buffer.from(typeof chunk === 'string' ? leanSequences(chunk) : chunk), () => {
			if (typeof callback === 'function') callback();
		});
		return !writer.isWaiting();
	};
	return {
		stream: new Proxy(stdout, {get: (target, name) => (name === 'write' ? write : Reflect.get(target, name))}),
		isStalled: writer.isWaiting,
		flushed: () => {
			const taken = Promise.withResolvers<void>();
			writer.write(Buffer.alloc(0), taken.resolve);
			return taken.promise;
		},
		close: () => {
			process.off('exit', writer.exit);
			writer.close();
			closeSync(descriptor);
		},
	};
};
