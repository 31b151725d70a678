import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, constants, openSync, readSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {createWriter} from '../../../source/ui/output/output.ts';
import {tempFolder} from '../../helpers/temp-folder.ts';

/** Both ends of a pipe of the system, neither of which waits. */
const openPipe = (): {readonly file: string; readonly from: number; readonly to: number} => {
	const file = path.join(tempFolder(), 'pipe');
	execFileSync('mkfifo', [file]);
	const from = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
	const to = openSync(file, constants.O_WRONLY | constants.O_NONBLOCK);
	onTestFinished(() => closeSync(to));
	return {file, from, to};
};

/** Reads what is there. */
const drain = (from: number): string => {
	const buffer = Buffer.alloc(1 << 20);
	return buffer.subarray(0, readSync(from, buffer)).toString();
};

const written = (writer: ReturnType<typeof createWriter>, text: string): Promise<void> =>
	new Promise(resolve => writer.write(Buffer.from(text), resolve));

test('what fits goes at once, the rest waits, in order, until it is read', async () => {
	const {from, to} = openPipe();
	const writer = createWriter(to, () => {});
	await written(writer, 'first');
	expect(writer.isWaiting()).toBe(false);
	expect(drain(from)).toBe('first');

	const long = 'x'.repeat(100_000);
	const ends = [written(writer, long), written(writer, 'last')];
	expect(writer.isWaiting()).toBe(true);
	let read = drain(from);
	await Promise.all(ends);
	read += drain(from);
	expect(read).toBe(`${long}last`);
	expect(writer.isWaiting()).toBe(false);
	closeSync(from);
});

test('a reader that is gone is told once, and nothing waits for it', async () => {
	const {from, to} = openPipe();
	let told = 0;
	const writer = createWriter(to, () => {
		told += 1;
	});
	closeSync(from);
	await written(writer, 'a');
	await written(writer, 'b');
	expect([told, writer.isWaiting()]).toEqual([1, false]);
});

test('while the process exits, what waits is written as its reader takes it', async () => {
	const {file, from, to} = openPipe();
	const writer = createWriter(to, () => {});
	// It tells once that it reads, and needs nobody from then on.
	const reader = spawn('sh', ['-c', 'exec <"$0"; head -c 5; exec cat >/dev/null', file]);
	await written(writer, 'first');
	await once(reader.stdout, 'data');
	closeSync(from);
	writer.write(Buffer.alloc(2_000_000), () => {});
	writer.exit();
	writer.write(Buffer.from('last'), () => {});
	expect(writer.isWaiting()).toBe(false);
	reader.kill();
	await once(reader, 'close');
});

test('closed, it forgets what waits', async () => {
	const {from, to} = openPipe();
	const writer = createWriter(to, () => {});
	const end = written(writer, 'x'.repeat(1_000_000));
	writer.close();
	await end;
	expect(writer.isWaiting()).toBe(false);
	closeSync(from);
});
