import {once} from 'node:events';
import {getPriority} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {Worker} from 'node:worker_threads';
import {expect, test} from 'vitest';

const file = path.join(import.meta.dirname, '..', '..', 'source', 'engine', 'give-way.ts');

const script = `
const {readlinkSync} = require('node:fs');
const {getPriority} = require('node:os');
const {parentPort} = require('node:worker_threads');
const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
import(${JSON.stringify(file)}).then(({giveWay}) => {
	const before = getPriority(thread);
	giveWay();
	parentPort.postMessage([before, getPriority(thread)]);
});`;

test.runIf(process.platform === 'linux')('a thread that gives way has a lower priority, and it alone', async () => {
	const worker = new Worker(script, {eval: true});
	const [[before, after]] = await once(worker, 'message');
	expect(after).toBe(Math.min(19, before + 5));
	expect(getPriority(process.pid)).toBe(before);
	await worker.terminate();
});
