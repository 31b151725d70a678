import {pipeline, type Readable} from 'node:stream';
import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib';

/** The body is larger than the request allows, packed or unpacked, or holds more items. */
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

const quote = 0x22;
const comma = 0x2c;
const bracket = 0x5b;
const backslash = 0x5c;
const brace = 0x7b;

/** Counts the objects, lists and values that JSON makes of bytes, piece by piece. Returns the number so far. */
const itemCounter = (): ((bytes: Buffer) => number) => {
	let items = 0;
	let isInText = false;
	let isEscaped = false;
	return bytes => {
		// Counted by hand: the iterator of a buffer takes ten times as long.
		for (let at = 0; at < bytes.length; at++) {
			const byte = bytes[at];
			if (isEscaped) isEscaped = false;
			else if (byte === quote) isInText = !isInText;
			else if (isInText) isEscaped = byte === backslash;
			else if (byte === comma || byte === bracket || byte === brace) items++;
		}
		return items;
	};
};

/** How much of a body is read before it is given up. */
export type Limits = {readonly maxBytes: number; readonly maxItems: number};

/**
 * Reads a body as UTF-8 text, unpacking it where it is packed. What counts is the unpacked size, and reading stops at the
 * limits, so a small body that unpacks to gigabytes costs no more than an honest one, and one of a million empty objects
 * is never parsed. (undici's own unpacking is experimental and says so on the terminal.)
 */
export const readText = async (
	stream: Readable,
	encoding: string,
	{maxBytes, maxItems}: Limits,
): Promise<{readonly text: string; readonly bytes: number}> => {
	const chunks: Buffer[] = [];
	let size = 0;
	const countItems = itemCounter();
	for await (const chunk of unpacked(stream, encoding)) {
		const bytes = Buffer.from(chunk);
		size += bytes.length;
		if (size > maxBytes || countItems(bytes) > maxItems) throw new TooLarge();
		chunks.push(bytes);
	}
	return {text: new TextDecoder().decode(Buffer.concat(chunks)), bytes: size};
};
