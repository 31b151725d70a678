import {existsSync, renameSync, rmSync} from 'node:fs';
import {expect, test} from 'vitest';
import {sampleSnapshot} from '../helpers/samples.ts';
import {saveRun} from '../helpers/save-run.ts';
import {noon, openAt, tempStore} from '../helpers/temp-store.ts';

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
