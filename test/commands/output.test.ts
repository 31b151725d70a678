import {Writable} from 'node:stream';
import {finished} from 'node:stream/promises';
import {expect, test} from 'vitest';
import {createOutput} from '../../source/commands/run/output.ts';

const failing = (code: string): Writable =>
	new Writable({
		decodeStrings: false,
		write: (_, __, done) => done(Object.assign(new Error(code), {code})),
	});

test.each([
	['EPIPE', []],
	['EIO', ['EIO']],
])('%s of a reader that has gone', async (code, told) => {
	const failures: string[] = [];
	const stream = failing(code);
	const output = createOutput(stream, error => failures.push(error.message));
	output.write('first');
	await finished(stream).catch(() => undefined);
	output.write('second');
	expect(failures).toEqual(told);
});

test('what does not know its size has 80 columns', () => {
	const stream = new Writable();
	expect(createOutput(stream, () => undefined)).toMatchObject({isTTY: false, columns: 80});
	expect(createOutput(Object.assign(stream, {columns: 0}), () => undefined)).toMatchObject({columns: 80});
	expect(createOutput(Object.assign(stream, {columns: 50}), () => undefined)).toMatchObject({columns: 50});
});
