import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {runProgram} from '../helpers/run-program.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {tempFolder} from '../helpers/temp-folder.ts';

const fixture = path.join(import.meta.dirname, '..', 'fixtures', 'start', 'tell-loaded.cjs');

/** The program's own files, by their names, and the packages that a command loads. */
const loadedBy = async (...args: readonly string[]): Promise<string[]> => {
	const file = path.join(tempFolder(), 'loaded.json');
	const ran = await runProgram(args, {env: {NODE_OPTIONS: `--require ${JSON.stringify(fixture)}`, LOADED: file}});
	expect(ran).toMatchObject({code: 0, stderr: ''});
	const loaded: string[] = JSON.parse(readFileSync(file, 'utf8'));
	return loaded.filter(name => name !== path.basename(fixture)).sort();
};

test.each([
	['--version', ['cli.cjs']],
	['--help', ['cli.cjs', 'headless.cjs']],
])('%s', async (flag, files) => {
	expect(await loadedBy(flag)).toEqual(files);
});

test('a command loads no HTTP client for an answer from the database, and nobody loads the screen', async () => {
	const {url, apiKey} = await startScriptedTautulli();
	const {file} = writeConfiguration({tautulli: {url, secret: apiKey}});
	const always = ['better-sqlite3', 'cli.cjs', 'headless.cjs', 'meow.cjs'];
	const [stored, live] = [
		await loadedBy('collections', '--json', '--config', file),
		await loadedBy('now', '--json', '--config', file),
	];
	expect(stored).toEqual(always);
	expect(live).toEqual([...always, 'undici.cjs']);
});
