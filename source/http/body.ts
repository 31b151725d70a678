import {pipeline, type Readable} from 'node:stream';
import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib';

/** The body is larger than the request allows, packed or unpacked. */
export class TooLarge extends Error {}

/** The body is packed in a way that was not asked for. */
export class UnknownEncoding extends Error {}

const unpackers = {
	gzip: createGunzip,
	'x-gzip': createGunzip,
	deflate: createInflate,
	br: createBrotliDecompress,
} as const;

const hasUnpacker = (encoding: string): encoding is keyof typeof unpackers => Object.hasOwn(unpackers, encoding);

const unpacked = (stream: Readable, encoding: string): Readable => {
	if (encoding === '' || encoding === 'identity') return stream;
	if (!hasUnpacker(encoding)) throw new UnknownEncoding(encoding);
	// The reader of the last stream hears of every error; nothing is left to do when the pipe ends.
	return pipeline(stream, unpackers[encoding](), () => {});
};

/**
 * Reads a body as UTF-8 text, unpacking it where it is packed. What counts against `maxBytes` is the unpacked size, and
 * reading stops there, so a small body that unpacks to gigabytes costs no more than an honest one. (undici's own unpacking
 * is experimental and says so on the terminal.)
 */
export const readText = async (stream: Readable, encoding: string, maxBytes: number): Promise<string> => {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of unpacked(stream, encoding)) {
		const bytes = Buffer.from(chunk);
		size += bytes.length;
		if (size > maxBytes) throw new TooLarge();
		chunks.push(bytes);
	}
	return new TextDecoder().decode(Buffer.concat(chunks));
};
