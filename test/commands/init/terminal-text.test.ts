import {expect, test} from 'vitest';
import {createTerminalText} from '../../../source/commands/init/terminal-text.ts';

const read = (pieces: readonly string[], isRaw = false): string[] => {
	const text = createTerminalText();
	return pieces.map(piece => text(Buffer.from(piece, 'latin1'), isRaw));
};

test.each([
	[
		['yes\r\n', '\r\n'],
		['yes\r', '\r'],
	],
	[['one\r\ntwo\r\n'], ['one\rtwo\r']],
	[
		['yes\r', '\n', '\n'],
		['yes\r', '', '\n'],
	],
	[
		['yes\r', '\nno\r', 'a\n'],
		['yes\r', 'no\r', 'a\n'],
	],
	[
		['yes\n', '\n'],
		['yes\n', '\n'],
	],
	// The letter ä, cut in the middle.
	[
		['\xC3', '\xA4\n'],
		['', 'ä\n'],
	],
])('%j answers each question once', (pieces, texts) => {
	expect(read(pieces)).toEqual(texts);
});

test('Enter in a line behind Enter as a key is one of its own', () => {
	const text = createTerminalText();
	expect(text(Buffer.from('secret\r'), true)).toBe('secret\r');
	expect(text(Buffer.from('\n'), false)).toBe('\n');
});

test('a paste from Windows ends a secret once', () => {
	expect(read(['secret\r\nnext'], true)).toEqual(['secret\rnext']);
});
