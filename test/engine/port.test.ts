import {PassThrough} from 'node:stream';
import {setImmediate as turn} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {streamPort} from '../../source/engine/port.ts';

test('messages come out whole, however the bytes are cut', async () => {
	const stream = new PassThrough();
	const heard: unknown[] = [];
	streamPort<never, unknown>(stream).onMessage(
		message => heard.push(message),
		() => heard.push('spoilt'),
	);
	const bytes = Buffer.from(`${JSON.stringify({text: 'a\nb 千 😀'})}\n${JSON.stringify([1, null])}\n`);
	for (const byte of bytes) {
		stream.write(Buffer.from([byte]));
		await turn();
	}
	expect(heard).toEqual([{text: 'a\nb 千 😀'}, [1, null]]);
});

test('what is posted to an end that is gone is dropped', async () => {
	const stream = new PassThrough();
	const port = streamPort<string, never>(stream);
	stream.end();
	await turn();
	expect(() => port.post('too late')).not.toThrow();
});

test.each([
	['text', 'Hello\n'],
	['half a message', '{"type":\n'],
	['no object', '42\n'],
	['nothing', 'null\n'],
	['an empty line', '\n'],
	['a line without an end', 'x'.repeat(65 * 1024 * 1024)],
])('%s is no message, and ends the hearing', async (_, rubbish) => {
	const stream = new PassThrough();
	const heard: unknown[] = [];
	streamPort<never, unknown>(stream).onMessage(
		message => heard.push(message),
		() => heard.push('spoilt'),
	);
	stream.write(`[1]\n${rubbish}`);
	stream.write('\n[2]\n');
	await turn();
	expect(heard).toEqual([[1], 'spoilt']);
});
