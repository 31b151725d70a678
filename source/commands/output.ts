import type {Output} from './command.ts';

/** The part of a process stream that output needs. */
export type WriteStream = {
	readonly write: (text: string) => unknown;
	readonly on: (event: 'error', listener: (error: NodeJS.ErrnoException) => void) => unknown;
	readonly isTTY?: boolean | undefined;
	readonly columns?: number | undefined;
};

/**
 * A process stream as output. A reader that has gone (`tautop history | head`) ends the writing quietly; any other
 * failure of the stream is told to `onFailure`.
 */
export const createOutput = (stream: WriteStream, onFailure: (error: Error) => void): Output => {
	let gone = false;
	stream.on('error', error => {
		gone = true;
		if (error.code !== 'EPIPE') onFailure(error);
	});
	return {
		write: text => {
			if (!gone) stream.write(text);
		},
		isTTY: stream.isTTY === true,
		// A terminal that does not know its size says 0.
		columns: stream.columns || 80,
	};
};
