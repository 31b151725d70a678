import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';

/** A folder for one test, removed when it ends. */
export const tempFolder = (): string => {
	const folder = mkdtempSync(path.join(tmpdir(), 'tautop-test-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
};
