import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {openForReading} from '../../source/store/open.ts';
import {sampleSnapshot} from '../helpers/samples.ts';
import {saveRun} from '../helpers/save-run.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {noon, openRaw, tempStore} from '../helpers/temp-store.ts';

const now = (): number => noon;

const refusal = (file: string): string => {
	try {
		openForReading(file, {now}).close();
	} catch (error) {
		if (error instanceof AppError) return `${error.code}: ${error.message}`;
		throw error;
	}
	return 'it opened';
};

test('what others wrote is read, while they go on writing', () => {
	const {store, file} = tempStore();
	const reader = openForReading(file, {now});
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5)]});
	expect(reader.status()).toMatchObject({snapshots: 1});
	reader.close();
	saveRun(store, {at: noon + 60, snapshots: [sampleSnapshot('1', 6)]});
	expect(store.status().snapshots).toBe(2);
});

test('nothing is left beside a file that nobody has open', () => {
	const {store, file} = tempStore();
	store.close();
	const before = readFileSync(file);
	const reader = openForReading(file, {now});
	expect(reader.status()).toMatchObject({snapshots: 0});
	reader.close();
	expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
	expect(readFileSync(file)).toEqual(before);
});

test('nothing can be written', () => {
	const {file} = tempStore();
	const reader = openForReading(file, {now});
	expect(() => reader.meta.saveAheadSeconds(3)).toThrow(AppError);
	reader.close();
});

test('nothing is made where there is nothing', () => {
	const folder = tempFolder();
	const file = path.join(folder, 'sub', 'tautop.db');
	expect(refusal(file)).toBe('store: It has no database yet.');
	expect(existsSync(path.dirname(file))).toBe(false);
});

test('a file of another version, another program or no database stays as it is', () => {
	const folder = tempFolder();
	const text = path.join(folder, 'text.db');
	writeFileSync(text, 'not a database, but long enough to be read as one'.repeat(30));
	const before = readFileSync(text);
	expect(refusal(text)).toMatch(/^store: /);
	expect(readFileSync(text)).toEqual(before);
	const other = path.join(folder, 'other.db');
	openRaw(other).exec('CREATE TABLE things (id)');
	expect(refusal(other)).toBe('store: Its database is of another version of tautop.');
	const {file} = tempStore();
	openRaw(file).pragma('user_version = 9999');
	expect(refusal(file)).toBe('store: Its database is of another version of tautop.');
	expect(readdirSync(folder).filter(name => name.includes('aside'))).toEqual([]);
});
