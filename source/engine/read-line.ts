import type {Duplex} from 'node:stream';

/** No greeting and no request is as long as this. */
const mostBytes = 1024 * 1024;

const lineFeed = 10;

/**
 * The first line of a stream of bytes; what came behind it waits for whoever reads next. Null: the stream has ended, or
 * says too much without ending a line, or nothing in time.
 */
export const readLine = (stream: Duplex, withinMs?: number): Promise<string | null> =>
	new Promise(resolve => {
		const pieces: Buffer[] = [];
		let bytes = 0;

		const settle = (line: string | null): void => {
			clearTimeout(timer);
			stream.pause();
			stream.off('data', take);
			for (const event of ['end', 'close', 'error']) stream.off(event, giveUp);
			resolve(line);
		};

		const giveUp = (): void => settle(null);

		const take = (piece: Buffer): void => {
			const end = piece.indexOf(lineFeed);
			if (end === -1) {
				pieces.push(piece);
				bytes += piece.length;
				if (bytes > mostBytes) giveUp();
				return;
			}
			settle(Buffer.concat([...pieces, piece.subarray(0, end)]).toString('utf8'));
			if (end + 1 < piece.length) stream.unshift(piece.subarray(end + 1));
		};

		const timer = withinMs === undefined ? undefined : setTimeout(giveUp, withinMs);
		for (const event of ['end', 'close', 'error']) stream.on(event, giveUp);
		stream.on('data', take);
		stream.resume();
	});
