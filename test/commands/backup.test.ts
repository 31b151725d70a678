import path from 'node:path';
import {expect, test} from 'vitest';
import {backup} from '../../source/commands/backup.ts';
import {AppError} from '../../source/domain/app-error.ts';
import {fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

test('a path counts from where the program was started; a sentence says what was written', async () => {
	const ended = await runFake(backup, {args: ['copy.db'], tty: true});
	expect(ended).toMatchObject({code: 0, stderr: ''});
	expect(ended.stdout).toBe(`The database was copied to ${path.resolve('copy.db')} (20.4 MB).\n`);
});

test('as JSON', async () => {
	const {stdout} = await runFake(backup, {args: ['/tmp/copy.db'], flags: {json: true}});
	expect(JSON.parse(stdout)).toEqual({file: '/tmp/copy.db', bytes: 20_400_000});
});

test('where the file exists, it fails as the store does', async () => {
	const error = new AppError('store', 'copy.db exists already.', {hint: 'Name another one.'});
	const open = fakeSources({backup: async () => Promise.reject(error)});
	expect(await runFake(backup, {args: ['copy.db'], open})).toMatchObject({
		code: 1,
		stdout: '',
		stderr: 'tautop: copy.db exists already.\n  Name another one.\n',
	});
});
