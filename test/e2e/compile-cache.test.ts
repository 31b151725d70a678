import {chmodSync, mkdirSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {type Ran, runProgram} from '../helpers/run-program.ts';
import {tempFolder} from '../helpers/temp-folder.ts';

/** A start that loads much, with a cache folder of its own. The tests' own cache is switched off. */
const run = (cache: string): Promise<Ran> =>
	runProgram(['hours', '--help'], {env: {NODE_COMPILE_CACHE: '', XDG_CACHE_HOME: cache}});

const well = {code: 0, stderr: '', stdout: expect.stringContaining('Usage: tautop hours')};

test('what was compiled is kept in a folder that only its user enters', async () => {
	const cache = tempFolder();
	expect(await run(cache)).toMatchObject(well);
	for (const folder of ['tautop', 'tautop/compiled'])
		expect(statSync(path.join(cache, folder)).mode & 0o777).toBe(0o700);
	expect(readdirSync(path.join(cache, 'tautop/compiled'))).toHaveLength(1);
});

test('where others can write, nothing is kept, and nothing taken', async () => {
	const cache = tempFolder();
	const folder = path.join(cache, 'tautop/compiled');
	mkdirSync(folder, {recursive: true});
	chmodSync(folder, 0o777);
	expect(await run(cache)).toMatchObject(well);
	expect(readdirSync(folder)).toEqual([]);
});

test('a cache that cannot be written costs no word', async () => {
	const file = path.join(tempFolder(), 'file');
	writeFileSync(file, '');
	expect(await run(file)).toMatchObject(well);
});
