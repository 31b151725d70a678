import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import {tempCopyFolder} from '../../source/store/temp-copy.ts';

test('a folder for its owner alone; what a process left that was killed is removed, what a living one uses is not', () => {
	const {pid: ended} = spawnSync(process.execPath, ['--version']);
	const [left, used] = [ended, process.pid].map(pid => path.join(tmpdir(), `tautop-import-${pid}-trial`));
	for (const folder of [left, used]) mkdirSync(folder ?? '', {recursive: true});
	const folder = tempCopyFolder('look');
	onTestFinished(() => {
		for (const each of [folder, used ?? '']) rmSync(each, {recursive: true, force: true});
	});
	expect(statSync(folder).mode & 0o777).toBe(0o700);
	expect([existsSync(left ?? ''), existsSync(used ?? '')]).toEqual([false, true]);
});
