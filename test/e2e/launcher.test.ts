import {cpSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {launcher, type Ran, runCommand, runProgram} from '../helpers/run-program.ts';
import {tempFolder} from '../helpers/temp-folder.ts';

const fixture = path.join(import.meta.dirname, '..', 'fixtures', 'start', 'pretend.cjs');

const pretending = (env: Readonly<Record<string, string>>): Promise<Ran> =>
	runProgram(['--version'], {env: {NODE_OPTIONS: `--require ${JSON.stringify(fixture)}`, ...env}});

const refused = (sentence: string) => ({code: 1, stdout: '', stderr: `${sentence}\n`});

test('a Node.js that is too old is told in a sentence', async () => {
	expect(await pretending({PRETEND_NODE: '22.18.0'})).toMatchObject(
		refused('tautop needs Node.js 22.19 or newer; this is 22.18.0. In a checkout, `npm start` brings its own.'),
	);
	expect(await pretending({PRETEND_NODE: '22.19.0'})).toMatchObject({code: 0, stderr: ''});
});

test.each(['arm', 'ia32'])('a 32-bit Node.js (%s) is told in a sentence', async arch => {
	expect(await pretending({PRETEND_ARCH: arch})).toMatchObject(
		refused(
			`tautop needs a 64-bit Node.js, since its database comes for x64 and arm64 alone; this one is for ${arch}. Run it on another machine: it asks Tautulli and Plex over the network.`,
		),
	);
});

test('a checkout that was never built says how', async () => {
	const folder = tempFolder();
	cpSync(path.dirname(launcher), path.join(folder, 'bin'), {recursive: true});
	expect(await runCommand(process.execPath, [path.join(folder, 'bin', 'cli.cjs')])).toMatchObject(
		refused('tautop is not built here. `npm start` builds it, and so does `npm run build`.'),
	);
});
