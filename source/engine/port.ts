import type {Duplex} from 'node:stream';
import type {Port} from './protocol.ts';

/** JSON keeps line feeds inside strings escaped, so one ends a message. */
const end = '\n';

/** A port of a stream of bytes: each message is a line of JSON. What is posted to a stream that has ended is dropped. */
export const streamPort = <Out, In>(stream: Duplex): Port<Out, In> => {
	stream.setEncoding('utf8');
	return {
		post: message => {
			if (stream.writable) stream.write(`${JSON.stringify(message)}${end}`);
		},
		onMessage: handler => {
			let begun = '';
			stream.on('data', (piece: string) => {
				const lines = `${begun}${piece}`.split(end);
				begun = lines.pop() ?? '';
				for (const line of lines) handler(JSON.parse(line));
			});
		},
	};
};
