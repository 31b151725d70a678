import {PassThrough} from 'node:stream';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {openInput} from '../../../source/ui/input/open-input.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An input whose terminal writes down what is done to it. */
const setUp = () => {
	const done: string[] = [];
	const stdin = new PassThrough();
	const input = openInput({
		stdin,
		setRawMode: isRaw => void done.push(isRaw ? 'raw' : 'cooked'),
		write: text => void done.push(text),
		reply: text => void done.push(`reply ${text}`),
	});
	input.listen((name, trust) => void done.push(`${trust} ${name}`));
	/** What has been done since the last look, all that waits being read. */
	const taken = async (milliseconds = 0): Promise<string[]> => {
		await vi.advanceTimersByTimeAsync(milliseconds);
		return done.splice(0);
	};
	return {stdin, input, taken};
};

test('nothing is read or set before the start, and nothing typed before it is lost', async () => {
	const {stdin, input, taken} = setUp();
	stdin.write('j');
	expect(await taken()).toEqual([]);
	input.start();
	expect(await taken()).toEqual(['raw', '\u001B[?2004h', 'typed j']);
});

test('keys, answers and an Esc alone, which its silence tells', async () => {
	const {stdin, input, taken} = setUp();
	input.start();
	await taken();
	stdin.write('\u001B[A\u001B]11;x\u0007');
	expect(await taken()).toEqual(['typed up', 'reply 11;x']);
	stdin.write('\u001B');
	expect(await taken(149)).toEqual([]);
	expect(await taken(2)).toEqual(['typed esc']);
	input.setEscapeMs(50);
	stdin.write('\u001B');
	expect(await taken(52)).toEqual(['typed esc']);
});

test('between stop and start the terminal is the shell’s; after close it stays so', async () => {
	const {stdin, input, taken} = setUp();
	input.start();
	await taken();
	input.stop();
	input.stop();
	stdin.write('c');
	expect(await taken()).toEqual(['\u001B[?2004l', 'cooked']);
	input.start();
	expect(await taken()).toEqual(['raw', '\u001B[?2004h', 'typed c']);
	stdin.write('\u001B');
	await taken();
	input.close();
	input.start();
	expect(await taken(1000)).toEqual(['\u001B[?2004l', 'cooked']);
});

test('who listens no more hears nothing', async () => {
	const {stdin, input, taken} = setUp();
	const heard: string[] = [];
	const unlisten = input.listen(name => void heard.push(name));
	input.start();
	stdin.write('j');
	await taken();
	unlisten();
	stdin.write('k');
	await taken();
	expect(heard).toEqual(['j']);
});
