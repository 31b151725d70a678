import {closeSync, openSync, readSync} from 'node:fs';
import Sqlite from 'better-sqlite3';

/** A table, view, index or trigger, with its statement as far as it stands in its row's first page. */
export type SchemaEntry = {readonly type: string; readonly name: string; readonly sql: string};

/** What the main part of a database file says of itself; a write-ahead log beside it may say otherwise. */
export type FileSchema = {
	readonly applicationId: number;
	readonly userVersion: number;
	/** Read page by page: whoever has seen enough stops. */
	readonly entries: Iterable<SchemaEntry>;
};

const headerBytes = 100;
const leafPage = 13;
const innerPage = 5;
/** More pages has no schema; a damaged one may go round in circles. */
const mostPages = 10_000;

const malformed = (): Error => new Sqlite.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT');

/** Seven bits a byte, the high bit says that another one follows; the ninth byte counts whole. */
const readVarint = (page: Buffer, start: number): {readonly value: number; readonly end: number} => {
	let value = 0;
	for (let at = start; at < start + 8; at++) {
		const byte = page.readUInt8(at);
		value = value * 128 + (byte & 127);
		if (byte < 128) return {value, end: at + 1};
	}
	return {value: value * 256 + page.readUInt8(start + 8), end: start + 9};
};

const integerBytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

const bytesOf = (serialType: number): number =>
	serialType < 12 ? (integerBytes[serialType] ?? 0) : Math.floor((serialType - 12) / 2);

/** A row of sqlite_schema: type, name, table, root page, statement. */
const readEntry = (page: Buffer, cell: number): SchemaEntry => {
	const row = readVarint(page, readVarint(page, cell).end).end;
	const head = readVarint(page, row);
	let [at, from] = [head.end, row + head.value];
	const texts: string[] = [];
	while (at < row + head.value) {
		const {value, end} = readVarint(page, at);
		const to = from + bytesOf(value);
		texts.push(page.toString('utf8', from, Math.min(to, page.length)));
		[at, from] = [end, to];
	}
	const [type = '', name = '', , , sql = ''] = texts;
	return {type, name, sql};
};

function* readEntries(descriptor: number, pageBytes: number): Generator<SchemaEntry> {
	const queue = [1];
	let pages = 0;
	for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
		pages += 1;
		const page = Buffer.alloc(pageBytes);
		const read = readSync(descriptor, page, 0, pageBytes, (number - 1) * pageBytes);
		if (read < pageBytes || pages > mostPages) throw malformed();
		const start = number === 1 ? headerBytes : 0;
		const kind = page.readUInt8(start);
		if (kind !== leafPage && kind !== innerPage) throw malformed();
		const cells = start + (kind === leafPage ? 8 : 12);
		const count = page.readUInt16BE(start + 3);
		for (let index = 0; index < count; index++) {
			const cell = page.readUInt16BE(cells + index * 2);
			if (kind === leafPage) yield readEntry(page, cell);
			else queue.push(page.readUInt32BE(cell));
		}
		if (kind === innerPage) queue.push(page.readUInt32BE(start + 8));
	}
}

/**
 * Reads who made a database and what is in it with nothing but reads of its main part: SQLite itself would take locks,
 * and make and remove files beside one that has a write-ahead log. Throws SQLite's errors for a file that is no database
 * or makes no sense.
 */
export const withFileSchema = <Result>(file: string, use: (schema: FileSchema) => Result): Result => {
	const descriptor = openSync(file, 'r');
	try {
		const header = Buffer.alloc(headerBytes);
		const read = readSync(descriptor, header, 0, headerBytes, 0);
		if (read < headerBytes || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
			throw new Sqlite.SqliteError('file is not a database', 'SQLITE_NOTADB');
		}
		const pageBytes = header.readUInt16BE(16);
		return use({
			applicationId: header.readUInt32BE(68),
			userVersion: header.readInt32BE(60),
			entries: readEntries(descriptor, pageBytes === 1 ? 65_536 : pageBytes),
		});
	} catch (error) {
		// Reading outside of a page: its numbers make no sense.
		throw error instanceof RangeError ? malformed() : error;
	} finally {
		closeSync(descriptor);
	}
};
