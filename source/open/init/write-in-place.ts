import {closeSync, fchmodSync, ftruncateSync, openSync, readFileSync, writeSync} from 'node:fs';

const writeAll = (handle: number, bytes: Uint8Array): void => {
	let done = 0;
	while (done < bytes.length) done += writeSync(handle, bytes, done, bytes.length - done, done);
	ftruncateSync(handle, bytes.length);
};

/**
 * Writes over a file, for its owner alone. Nothing is given back to the disk before all is written: where that is full, the old
 * text has its place yet, and is put back.
 */
export const writeInPlace = (file: string, text: string): void => {
	const old = readFileSync(file);
	const handle = openSync(file, 'r+');
	try {
		fchmodSync(handle, 0o600);
		writeAll(handle, Buffer.from(text));
	} catch (error) {
		writeAll(handle, old);
		throw error;
	} finally {
		closeSync(handle);
	}
};
