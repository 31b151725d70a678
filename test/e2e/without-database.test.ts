import {existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {describe, expect, test} from 'vitest';
import {type Configuration, writeConfiguration} from '../helpers/configuration.ts';
import {isLive, startDashboard} from '../helpers/dashboard.ts';
import {demoFile} from '../helpers/demo-file.ts';
import {type Ran, runProgram} from '../helpers/run-program.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {openAt, openRaw} from '../helpers/temp-store.ts';

const setScene = async (): Promise<Configuration> => {
	const tautulli = await startScriptedTautulli();
	return writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}});
};

const makeForeign = (file: string): void => {
	mkdirSync(path.dirname(file), {recursive: true});
	const raw = new Sqlite(file);
	raw.exec('CREATE TABLE notes (words TEXT)');
	raw.close();
};

/** Each makes a database that cannot be used; the words are those of its sentence. */
const hindrances: ReadonlyArray<readonly [what: string, make: (file: string) => void, words: string]> = [
	['belongs to another program', makeForeign, 'belongs to another program'],
	['is a text', file => writeFileSync(file, 'dear diary, '.repeat(500)), 'is not a SQLite database'],
	['is a folder', file => mkdirSync(file), 'is a folder, not a database'],
	['is locked', file => openRaw(file).exec('BEGIN EXCLUSIVE'), 'is in use: another program keeps it locked'],
];

const expectRefused = (ran: Ran, words: string): void => {
	expect(ran).toMatchObject({code: 1, stdout: '', stderr: expect.stringMatching(/^tautop: [^\n]+\n {2}[^\n]+\n$/)});
	expect(ran.stderr).toContain(words);
};

describe.each(hindrances)('a database that %s', (_, make, words) => {
	const scene = async (): Promise<Configuration> => {
		const configuration = await setScene();
		mkdirSync(path.dirname(configuration.database), {recursive: true});
		make(configuration.database);
		return configuration;
	};

	test('what asks servers answers with one warning, what is about the database fails', async () => {
		const {file} = await scene();
		const [status, collect] = await Promise.all([
			runProgram(['status', '--json', '--config', file]),
			runProgram(['collect', '--config', file]),
		]);
		expect(status).toMatchObject({code: 0, stderr: expect.stringMatching(/^tautop: [^\n]+\n$/)});
		expect(status.stderr).toContain(words);
		expect(JSON.parse(status.stdout).database).toMatchObject({
			bytes: null,
			snapshots: null,
			trouble: {message: expect.stringContaining(words)},
		});
		expectRefused(collect, words);
	}, 60_000);
});

test('of a database that cannot be used, every command knows whether it needs one', async () => {
	const {file, folder, database} = await setScene();
	makeForeign(database);
	const run = (...args: readonly string[]): Promise<Ran> => runProgram([...args, '--config', file]);
	for (const ran of await Promise.all([run('now'), run('hours')])) {
		expect(ran).toMatchObject({code: 0, stderr: expect.stringContaining('belongs to another program')});
	}
	const copy = path.join(folder, 'copy.db');
	const refused = [run('collections'), run('sync'), run('adopt'), run('backup', copy)];
	for (const ran of await Promise.all(refused)) expectRefused(ran, 'belongs to another program');
	expect(existsSync(copy)).toBe(false);
}, 60_000);

test('a damaged database of ours is set aside by whichever command comes first, and told once', async () => {
	const {file, database} = await setScene();
	const store = openAt(database);
	store.close();
	writeFileSync(database, readFileSync(database).fill(0xa5, 4096));
	const first = await runProgram(['now', '--config', file]);
	expect(first).toMatchObject({
		code: 0,
		stderr: expect.stringContaining(`The database ${database} was damaged: it was set aside as`),
	});
	expect(await runProgram(['now', '--config', file])).toMatchObject({code: 0, stderr: ''});
});

test('backup: a whole copy for its owner alone; a file that exists stays', async () => {
	const {file, folder, database} = await setScene();
	openAt(database).events.saveEvent({at: 1, kind: 'other', text: 'kept'});
	const copy = path.join(folder, 'copy.db');
	expect(await runProgram(['backup', copy, '--config', file])).toMatchObject({code: 0, stderr: ''});
	expect((statSync(copy).mode & 0o777).toString(8)).toBe('600');
	expect(openAt(copy).events.latest(1)).toMatchObject([{text: 'kept'}]);
	expect(await runProgram(['backup', copy, '--config', file])).toMatchObject({
		code: 1,
		stderr: expect.stringContaining(`${copy} exists already`),
	});
});

const shows =
	(...words: readonly string[]) =>
	(lines: readonly string[]): boolean =>
		words.every(each => lines.join('\n').includes(each));

const plain = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ');

test('the dashboard runs without its database, says so, collects nothing, and takes the file up when it can', async () => {
	const temporary = tempFolder();
	const file = demoFile(temporary);
	makeForeign(file);
	const tautop = await startDashboard({args: ['--demo'], cols: 200, rows: 60, temporary});
	await tautop.waitFor(lines => isLive(lines) && shows('nothing is kept')(lines));
	tautop.type('c');
	await tautop.waitFor(lines => / belongs to another program/.test(lines.at(-1) ?? ''));
	tautop.type('d');
	await tautop.waitFor(lines => plain(lines).includes('Set database.path to a file of its own for tautop.'));
	tautop.press('escape');
	rmSync(file);
	await tautop.waitFor(lines => shows('0 snapshots')(lines) && !shows('nothing is kept')(lines), 45_000);
	tautop.type('q');
	expect(await tautop.ended()).toMatchObject({status: 0});
}, 90_000);

test('a database that is deleted under the dashboard: said, nothing is collected into nowhere, and begun anew', async () => {
	const temporary = tempFolder();
	const file = demoFile(temporary);
	const tautop = await startDashboard({args: ['--demo'], cols: 200, rows: 60, temporary});
	// The demo collects at its start: the file goes away under a run.
	await tautop.waitFor(lines => isLive(lines) && / snapshots/.test(lines.join('\n')), 60_000);
	rmSync(path.dirname(file), {recursive: true});
	await tautop.waitFor('nothing is kept');
	await tautop.waitFor(shows('0 snapshots'), 45_000);
	expect(existsSync(file)).toBe(true);
	tautop.type('d');
	await tautop.waitFor(lines =>
		plain(lines).includes('was deleted or moved away while tautop ran: a new one was begun.'),
	);
	tautop.type('q');
	tautop.type('q');
	await tautop.ended();
}, 150_000);
