import {expect, test} from 'vitest';
import {cleanText, comparable} from '../../source/domain/text.ts';

test.each([
	['\u001B[31mred\u001B[0m', 'red'],
	['\u009B31mred', 'red'],
	['\u001B]8;;http://x\u0007link\u001B]8;;\u0007', 'link'],
	['\u001B]52;c;AAAA\u001B\\clip', 'clip'],
	['\u001B]0;never ended', '0;never ended'],
	['\u001BPq#0\u001B\\sixel', 'sixel'],
	['\u001B(Bset', 'set'],
	['\u001BcReset', 'Reset'],
	['line\r\nbreak\ttab\u2028sep', 'line break tab sep'],
	['bell\u0007null\u0000del\u007Fc1\u0085', 'bellnulldelc1 '],
	['\u202Egnp.exe\u202C \u2066x\u2069\u200F', 'gnp.exe x'],
	['lone \uD83D surrogate', 'lone \uFFFD surrogate'],
	['👨‍👩‍👧 家族 Ünï', '👨‍👩‍👧 家族 Ünï'],
	[`z${'\u0301'.repeat(50)}`, `z${'\u0301'.repeat(4)}`],
	['plain [31m text', 'plain [31m text'],
])('cleans %j', (dirty, clean) => {
	expect(cleanText(dirty)).toBe(clean);
});

test('cleaning a cleaned text changes nothing', () => {
	const hostile = '\u001B\u001B[31m[31mx\u001B]\u001B[0m0;a\u0007b';
	expect(cleanText(cleanText(hostile))).toBe(cleanText(hostile));
});

test('names compare by their composed, case-blind form', () => {
	expect(comparable('Cafe\u0301 NOIR')).toBe(comparable('CAFÉ noir'));
});
