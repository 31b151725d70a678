import path from 'node:path';
import {expect, test} from 'vitest';
import {importFile} from '../../source/commands/import.ts';
import {AppError} from '../../source/domain/app-error.ts';
import type {ImportRequest} from '../../source/domain/importing.ts';
import {fakeNow, fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

test('JSON names every number, and the reasons', async () => {
	const {code, stdout} = await runFake(importFile, {args: ['/old/hero.sqlite'], flags: {json: true}});
	expect(code).toBe(0);
	expect(JSON.parse(stdout)).toEqual({
		file: '/old/hero.sqlite',
		dry_run: false,
		names: 'both',
		snapshots: {found: 2410, taken: 2400, known: 7, refused: [{reason: 'no time that can be read', rows: 3}]},
		rotations: {
			found: 62,
			taken: 61,
			known: 1,
			refused: [],
			failed: 1,
			unsure: 2,
			from: Math.floor(fakeNow - 30 * 86_400.5),
			to: fakeNow - 43_200,
		},
		pins: {found: 1, taken: 1, known: 0, refused: []},
		passed_over: [{table: 'users', rows: 4, reason: 'accounts of homescreen-hero'}],
	});
});

test('csv and plain have a line for each kind', async () => {
	const {stdout} = await runFake(importFile, {args: ['hero.sqlite'], flags: {csv: true}});
	expect(stdout.split(/\r?\n/)).toEqual([
		'what,found,taken,known,refused',
		'snapshots,2410,2400,7,3',
		'rotations,62,61,1,0',
		'pins,1,1,0,0',
		'',
	]);
});

test('a path counts from where the program was started; --dry-run only looks, and says so', async () => {
	const asked: ImportRequest[] = [];
	const sources = fakeSources();
	const open = fakeSources({
		importFile: async request => {
			asked.push(request);
			return await sources.sources.importFile(request);
		},
	});
	await runFake(importFile, {open, args: ['hero.sqlite']});
	const looked = await runFake(importFile, {open, args: ['hero.sqlite'], flags: {dryRun: true}, tty: true});
	const file = path.resolve('hero.sqlite');
	expect(asked).toEqual([
		{file, dryRun: false},
		{file, dryRun: true},
	]);
	expect(looked.stdout).toContain('61 of 62 would be taken');
	expect(looked.stdout).toContain('Nothing was stored.');
	const taken = await runFake(importFile, {open, args: ['hero.sqlite'], flags: {server: 'attic'}, tty: true});
	// Every row that was not taken stands below what it is of.
	expect(taken.stdout.match(/^ *not taken/gm)).toEqual(['  not taken']);
	expect(taken.stdout).toContain('tautop promoted --server attic NAME says when');
});

test.each([
	[new AppError('store', 'hero.sqlite is damaged: nothing was imported from it.'), 1],
	[new AppError('busy', 'Another run is going on.'), 75],
] as const)('%s is told on stderr', async (error, code) => {
	const open = fakeSources({importFile: () => Promise.reject(error)});
	expect(await runFake(importFile, {args: ['hero.sqlite'], open})).toMatchObject({
		code,
		stdout: '',
		stderr: `tautop: ${error.message}\n`,
	});
});
