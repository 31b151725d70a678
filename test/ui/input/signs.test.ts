import {expect, test} from 'vitest';
import {createSignReader} from '../../../source/ui/input/signs.ts';

const read = (bytes: Uint8Array): string => createSignReader()(bytes).join('');

test('characters come whole, wherever they are cut', () => {
	const text = 'cé界😀y';
	const bytes = Buffer.from(text);
	for (let cut = 0; cut <= bytes.length; cut += 1) {
		const reader = createSignReader();
		expect([...reader(bytes.subarray(0, cut)), ...reader(bytes.subarray(cut))].join('')).toBe(text);
	}
});

test.each([
	['CSI as UTF-8', [0xc2, 0x9b, 0x63], '\u001B[c'],
	['a bare CSI of an 8-bit terminal', [0x9b, 0x63], '\u001B[c'],
	['a bare DCS and ST', [0x90, 0x63, 0x9c], '\u001BPc\u001B\\'],
	['Latin-1 is dropped, and what follows it is whole', [0xe9, 0x63], 'c'],
	['too long forms are dropped', [0xc0, 0x83, 0xe0, 0x80, 0x83, 0x63], '\u001BCc'],
	['surrogates are dropped', [0xed, 0xa0, 0x80, 0x63], 'c'],
	['bytes that never occur are dropped', [0xff, 0xfe, 0xf8, 0xf5, 0x63], 'c'],
])('%s', (_, bytes, text) => {
	expect(read(Uint8Array.from(bytes))).toBe(text);
});
