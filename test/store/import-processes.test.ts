import {spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {setTimeout} from 'node:timers/promises';
import {expect, onTestFinished, test} from 'vitest';
import {importRun} from '../../source/collect/import.ts';
import {heroDatabase} from '../helpers/hero-database.ts';
import {patient} from '../helpers/patience.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {noon, openAt, openRaw, tempStore} from '../helpers/temp-store.ts';

/** One of the helpers as a process of its own. */
const start = (name: string, args: readonly string[]) => {
	const program = path.join(import.meta.dirname, '..', 'helpers', name);
	const child = spawn(process.execPath, [program, ...args], {stdio: ['ignore', 'pipe', 'inherit']});
	onTestFinished(() => void child.kill('SIGKILL'));
	return {child, lines: createInterface({input: child.stdout}), ended: once(child, 'close')};
};

test.each(['WAL', 'DELETE'])(
	'whatever moment of a busy writer with journal mode %s is taken, it is one moment',
	async mode => {
		const [{store}, hero] = [tempStore(), heroDatabase()];
		hero.raw.close();
		const writer = start('write-hero.ts', [hero.file, mode]);
		await once(writer.lines, 'line');
		let before = 100;
		for (let turn = 0; turn < 3; turn++) {
			const deps = {store, now: () => noon, holder: 'test'};
			const report = await importRun(deps, {file: hero.file, dryRun: true}, new AbortController().signal);
			expect(report.rotations.found).toBe(report.snapshots.found);
			expect(report.rotations.found).toBeGreaterThanOrEqual(before);
			before = report.rotations.found;
		}
		writer.child.kill('SIGKILL');
		await writer.ended;
		expect(openRaw(hero.file).pragma('integrity_check', {simple: true})).toBe('ok');
	},
	patient(60_000),
);

test(
	'killed at any moment, an import has taken everything or nothing, and nothing twice',
	async () => {
		const [own, hero] = [path.join(tempFolder(), 'tautop.db'), heroDatabase()];
		hero.raw.exec('BEGIN');
		for (let number = 0; number < 10_000; number++) hero.snapshot(noon - number);
		for (let number = 0; number < 50; number++) hero.rotate(noon - number * 3600, ['Heists']);
		hero.raw.exec('COMMIT');
		hero.raw.close();
		for (let turn = 0; turn < 5; turn++) {
			const {child, lines, ended} = start('import-once.ts', [own, hero.file, String(noon)]);
			for await (const line of lines) {
				if (line !== 'saving') continue;
				await setTimeout(turn * 40);
				child.kill('SIGKILL');
			}
			await ended;
			const raw = openRaw(own);
			const count = (table: string) => raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
			expect([
				[0, 0],
				[10_000, 50],
			]).toContainEqual([count('collection_analytics'), count('rotations')]);
			raw.close();
		}
		const last = start('import-once.ts', [own, hero.file, String(noon)]);
		expect(await once(last.lines, 'line')).toEqual(['saving']);
		await last.ended;
		const store = openAt(own);
		expect([store.status().snapshots, store.rotations.list().length]).toEqual([10_000, 50]);
		expect(store.lease.holder()).toBeNull();
	},
	patient(110_000),
);
