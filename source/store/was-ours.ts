import {closeSync, openSync, readSync} from 'node:fs';

/** What SQLite's header calls a database of tautop: "TaTp". */
export const applicationId = 0x54_61_54_70;

/** The tables that come first in a database of ours stand in its first pages. */
const firstBytes = 256 * 1024;

/** Where SQLite's header keeps the application id. */
const idOffset = 68;

/** Words of our schema that no other program has; a text that quotes them has no zero bytes. */
const ourWords = ['CREATE TABLE newest_snapshots', 'CREATE TABLE lease'];

const beginOf = (file: string): Buffer => {
	const descriptor = openSync(file, 'r');
	try {
		const buffer = Buffer.alloc(firstBytes);
		return buffer.subarray(0, readSync(descriptor, buffer, 0, firstBytes, 0));
	} finally {
		closeSync(descriptor);
	}
};

/** True for a file that SQLite cannot read, but that tautop once made: what is left of its first pages tells. */
export const wasOurs = (file: string): boolean => {
	const begin = beginOf(file);
	const isDatabase = begin.toString('latin1', 0, 16) === 'SQLite format 3\0';
	if (isDatabase && begin.length >= idOffset + 4 && begin.readUInt32BE(idOffset) === applicationId) return true;
	return begin.includes(0) && ourWords.some(words => begin.includes(words));
};
