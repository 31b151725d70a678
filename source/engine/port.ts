import type {Duplex} from 'node:stream';
import {parseLine} from './parse-line.ts';
import type {Port} from './protocol.ts';

/** JSON keeps line feeds inside strings escaped, so one ends a message. */
const end = '\n';

/** Several times the largest answer that the clients let through. */
const longestLine = 64 * 1024 * 1024;

/** Sends a message as a line of JSON. What is sent to a stream that has ended is dropped. */
export const postTo = <Out>(stream: Duplex, message: Out): void => {
	if (stream.writable) stream.write(`${JSON.stringify(message)}${end}`);
};

/** A port of a stream of bytes: each message is a line. */
export const streamPort = <Out, In>(stream: Duplex): Port<Out, In> => {
	stream.setEncoding('utf8');
	return {
		post: message => postTo(stream, message),
		onMessage: (handler, spoilt) => {
			// Pieces are joined once: a line of megabytes comes in hundreds of them.
			let begun: string[] = [];
			let length = 0;

			const giveUp = (): void => {
				stream.off('data', take);
				stream.resume();
				begun = [];
				spoilt();
			};

			const take = (piece: string): void => {
				const [first = '', ...lines] = piece.split(end);
				begun.push(first);
				length += first.length;
				if (length > longestLine) {
					giveUp();
					return;
				}
				for (const line of lines) {
					const message = parseLine<In>(begun.join(''));
					begun = [line];
					length = line.length;
					if (message === null) {
						giveUp();
						return;
					}
					handler(message);
				}
			};

			stream.on('data', take);
			// Whoever read its first line has paused it.
			stream.resume();
		},
	};
};
