import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {sampleSnapshot} from '../helpers/samples.ts';
import {saveRun} from '../helpers/save-run.ts';
import {noon, openAt, openRaw, tempStore} from '../helpers/temp-store.ts';

test.each([
	['deleted', (file: string) => rmSync(file)],
	['moved away', (file: string) => renameSync(file, `${file}.elsewhere`)],
	[
		'replaced',
		(file: string) => {
			openAt(`${file}.other`).close();
			renameSync(`${file}.other`, file);
		},
	],
])('a run is not stored in a file that was %s', (_, harm) => {
	const {store, file} = tempStore();
	harm(file);
	expect(() => saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5)]})).toThrow(
		`The database ${file} was deleted or replaced meanwhile, so the run is not stored.`,
	);
	store.close();
	if (existsSync(file)) expect(openAt(file).status().snapshots).toBe(0);
});

test('a run is not stored in a file that has shown damage', () => {
	const {store, file} = tempStore();
	store.close();
	const raw = openRaw(file);
	const page = raw.prepare<[], {rootpage: number}>(
		"SELECT rootpage FROM sqlite_schema WHERE name = 'newest_snapshots'",
	);
	const start = ((page.get()?.rootpage ?? 0) - 1) * 4096;
	raw.close();
	writeFileSync(file, readFileSync(file).fill(0xa5, start, start + 4096));
	const damaged = openAt(file);
	expect(() => damaged.snapshots.newest()).toThrow('is damaged');
	expect(() => saveRun(damaged, {at: noon, snapshots: []})).toThrow(
		`The database ${file} is damaged, so the run is not stored.`,
	);
});
