import {fstatSync, writeSync} from 'node:fs';
import type {Output} from '../command.ts';

/** The part of a process stream that output needs. */
export type WriteStream = {
	readonly write: (text: string) => unknown;
	readonly on: (event: 'error', listener: (error: NodeJS.ErrnoException) => void) => unknown;
	/** The descriptor behind it, where there is one. */
	readonly fd?: number | undefined;
	readonly isTTY?: boolean | undefined;
	readonly columns?: number | undefined;
};

const isFile = (descriptor: number | undefined): descriptor is number => {
	try {
		return descriptor !== undefined && fstatSync(descriptor).isFile();
	} catch {
		return false;
	}
};

/** Node's stream of a file passes over a write that the disk took only in part; this one does not. */
const writeWhole = (descriptor: number, text: string): void => {
	let rest = Buffer.from(text);
	while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
};

/**
 * A process stream as output. A reader that has gone (`tautop history | head`) ends the writing quietly; any other
 * failure of the stream is told to `onFailure`, once.
 */
export const createOutput = (stream: WriteStream, onFailure: (error: NodeJS.ErrnoException) => void): Output => {
	const {fd} = stream;
	const gone = new AbortController();
	const fail = (error: NodeJS.ErrnoException): void => {
		if (gone.signal.aborted) return;
		gone.abort();
		if (error.code !== 'EPIPE') onFailure(error);
	};
	const write = isFile(fd) ? (text: string) => writeWhole(fd, text) : (text: string) => stream.write(text);
	stream.on('error', fail);
	return {
		write: text => {
			if (gone.signal.aborted) return;
			try {
				write(text);
			} catch (error) {
				fail(error instanceof Error ? error : new Error(String(error)));
			}
		},
		isTTY: stream.isTTY === true,
		// A terminal that does not know its size says 0.
		columns: stream.columns || 80,
		gone: gone.signal,
	};
};
