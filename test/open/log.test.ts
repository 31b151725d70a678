import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {hideSecrets} from '../../source/domain/text/secrets.ts';
import {type Log, openLog} from '../../source/open/log.ts';
import {tempFolder} from '../helpers/temp-folder.ts';

type Level = Parameters<typeof openLog>[0]['level'];

const openIn = (file: string, level: Level = 'debug'): {log: Log; warnings: string[]} => {
	const warnings: string[] = [];
	return {log: openLog({level, file}, null, sentence => void warnings.push(sentence)), warnings};
};

const linesOf = (file: string): unknown[] =>
	readFileSync(file, 'utf8')
		.trimEnd()
		.split('\n')
		.map((line): unknown => JSON.parse(line));

const newFile = (): string => path.join(tempFolder(), 'state', 'tautop.log');

const record = {server: 'tautulli', asked: 'get_activity', status: 200, ms: 41, bytes: 1234} as const;

const tellAll = ({hear, heard, noted, stored, synced, failed}: Log): void => {
	hear.request(record);
	hear.failed('get_history', new AppError('timeout', 'Tautulli did not answer.', {server: 'tautulli'}));
	heard({
		type: 'run-ended',
		summary: {
			status: 'success',
			reason: null,
			error: null,
			collected: [],
			failed: [],
			warnings: [],
			totalCollections: 0,
		},
	});
	heard({type: 'odd', sentence: 'A session was odd.'});
	const nothing = {plays: 5, requests: 1, serverMs: 1, pausedMs: 1, totalMs: 1.4, warnings: []};
	synced({kind: 'same', added: 0, changed: 0, removed: 0, ...nothing});
	synced({kind: 'delta', added: 2, changed: 0, removed: 0, ...nothing});
	noted({at: 1, kind: 'plex-lost', text: 'Plex away'});
	noted({at: 2, kind: 'plex-back', text: 'Plex back, away 5 min'});
	stored('The database was deleted.');
	failed('a run by the clock did not begin', new Error('busy'));
};

afterEach(() => hideSecrets([]));

test('requests at debug, what went well at info, what was odd at warn, failures at error', () => {
	const file = newFile();
	tellAll(openIn(file).log);
	expect(linesOf(file)).toMatchObject([
		{level: 20, ...record},
		{level: 50, asked: 'get_history', code: 'timeout', error: 'Tautulli did not answer.'},
		{level: 30, msg: 'run ended', status: 'success'},
		{level: 40, msg: 'A session was odd.'},
		{level: 30, msg: 'history synced', added: 2},
		{level: 50, msg: 'Plex away'},
		{level: 30, msg: 'Plex back, away 5 min'},
		{level: 40, msg: 'The database was deleted.'},
		{level: 50, msg: 'a run by the clock did not begin', error: 'busy'},
	]);
	expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a level leaves out what is below it', () => {
	const file = newFile();
	tellAll(openIn(file, 'error').log);
	expect(linesOf(file)).toHaveLength(3);
});

test('no line holds a secret', () => {
	const file = newFile();
	hideSecrets(['canary "key"/0123']);
	openIn(file).log.failed('it said', new Error('canary "key"/0123'));
	expect(linesOf(file)).toMatchObject([{error: '[secret]'}]);
});

test('at five megabytes it begins anew, and one old file is kept', () => {
	const file = newFile();
	const {log, warnings} = openIn(file);
	const long = 'x'.repeat(100_000);
	for (let round = 0; round < 120; round++) log.failed(long, `${round}`);
	expect(warnings).toEqual([]);
	expect(readdirSync(path.dirname(file)).sort()).toEqual(['tautop.log', 'tautop.log.1']);
	expect(statSync(file).size).toBeLessThanOrEqual(5 * 1024 * 1024);
	expect(statSync(`${file}.1`).size).toBeLessThanOrEqual(5 * 1024 * 1024);
	expect(linesOf(file).at(-1)).toMatchObject({error: '119'});
});

test('another process that makes it anew is followed', () => {
	const file = newFile();
	const one = openIn(file);
	const two = openIn(file);
	one.log.failed('before', 'one');
	renameSync(file, `${file}.1`);
	one.log.failed('after', 'one');
	two.log.failed('after', 'two');
	expect(linesOf(file)).toMatchObject([{error: 'one'}, {error: 'two'}]);
	expect(linesOf(`${file}.1`)).toMatchObject([{msg: 'before'}]);
});

test('deleted while it is open, it is there again', () => {
	const file = newFile();
	const {log, warnings} = openIn(file);
	log.failed('first', '');
	rmSync(file);
	log.failed('second', '');
	expect(linesOf(file)).toMatchObject([{msg: 'second'}]);
	expect(warnings).toEqual([]);
});

/** What cannot be a log, and how it comes to be there. */
const useless: ReadonlyArray<readonly [string, () => string]> = [
	[
		'a folder',
		() => {
			const file = newFile();
			mkdirSync(file, {recursive: true});
			return file;
		},
	],
	[
		'in a folder that is a file',
		() => {
			const file = path.join(tempFolder(), 'file');
			writeFileSync(file, '');
			return path.join(file, 'tautop.log');
		},
	],
	[
		'a pipe that nobody reads',
		() => {
			const file = path.join(tempFolder(), 'pipe');
			execFileSync('mkfifo', [file]);
			return file;
		},
	],
	['on a full disk', () => '/dev/full'],
];

test.each(useless.filter(([name]) => name !== 'on a full disk' || existsSync('/dev/full')))(
	'where it is %s it is given up with one sentence',
	(_, make) => {
		const file = make();
		const {log, warnings} = openIn(file);
		tellAll(log);
		tellAll(log);
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).toMatch(/^The log file .* cannot be written \(E[A-Z]+\), so there is none\.$/);
	},
);

test('given up while it is open, it is not tried again', () => {
	const file = newFile();
	const {log, warnings} = openIn(file);
	log.failed('first', '');
	rmSync(path.dirname(file), {recursive: true});
	log.failed('second', '');
	log.failed('third', '');
	expect(warnings).toHaveLength(1);
	expect(existsSync(file)).toBe(false);
});
