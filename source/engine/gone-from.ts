import type {Duplex} from 'node:stream';

/** Resolves when the other end has closed, or was killed and left a line that resets. */
export const goneFrom = (stream: Duplex): Promise<void> =>
	new Promise(resolve => {
		for (const event of ['error', 'close', 'end']) stream.on(event, () => resolve());
		if (stream.destroyed) resolve();
	});
