import {describe, expect, test} from 'vitest';
import {cleanText, comparable, shownTitle} from '../../source/domain/text/text.ts';
import {hostileTexts} from '../helpers/hostile-texts.ts';

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
	['soft\u00ADhyphen', 'softhyphen'],
	['Hangul \u115F\u1160\u3164\uFFA0 fillers', 'Hangul  fillers'],
	['Khmer\u17B4\u17B5 vowels', 'Khmer vowels'],
	['Mongolian\u180E\u180B selectors', 'Mongolian selectors'],
	['grapheme\u034F joiner', 'grapheme joiner'],
	['\u{E0041}tags \u{E0001}\u{E007F}', 'tags '],
	['🏴\u{E0041}\u{E0042}\u{E0043}\u{E0044}\u{E0045}\u{E0046}\u{E0047}\u{E007F}', '🏴'],
	['never\uFFFE\uFFFF\uFDD0\u{1FFFE}\u{10FFFF} characters', 'never characters'],
	['unassigned\u2065\uFFF0\u{E0FFF}', 'unassigned'],
	['notes\u{1D173}\u{1D17A}', 'notes'],
	['selectors\uFE00\uFE0F\u{E0100}', 'selectors'],
	['joiners\u200C\u200D of Latin', 'joiners of Latin'],
	['👨\u200D', '👨'],
	['Braille\u2800blank', 'Braille blank'],
	['\u115F\u3164 \u{E0020}', ' '],
])('cleans %j', (dirty, clean) => {
	expect(cleanText(dirty)).toBe(clean);
});

test('cleaning a cleaned text changes nothing', () => {
	const hostile = '\u001B\u001B[31m[31mx\u001B]\u001B[0m0;a\u0007b';
	expect(cleanText(cleanText(hostile))).toBe(cleanText(hostile));
});

test.each([
	'👨‍👩‍👧‍👦 Family 🏳️‍🌈 👩🏽‍🚀 🧑‍🤝‍🧑 👁️‍🗨️',
	'❤️ ☎︎ 1️⃣ ©️',
	'🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇨🇿',
	'می‌خواهم',
	'क्‍ष',
	'葛\u{E0100}城',
	'ᠠ\u180Bᠨ',
	'\uE0B0 \uF31B \u{F0001} icons of Nerd Fonts',
	'“Café” — שלום, 센과 ｱﾆﾒ',
])('%s stays as it is', text => {
	expect(cleanText(text)).toBe(text);
});

const range = (first: number, last: number): string[] =>
	Array.from({length: last - first + 1}, (_, index) => String.fromCodePoint(first + index));

/** Every control alone and inside a word; what else does harm. */
const corpus = [
	...[...range(0, 0x1f), ...range(0x7f, 0x9f)].flatMap(control => [control, `a${control}b`]),
	...Object.values(hostileTexts),
	...range(0x200b, 0x200f),
	...range(0x2028, 0x202e),
	...range(0x2060, 0x206f),
	...range(0xe0000, 0xe007f),
];

/** What no terminal may get; a joiner or selector stands where a test above says so. */
const harmful =
	/[\p{Cc}\p{Noncharacter_Code_Point}\u00AD\u061C\u115F\u1160\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]/u;

describe('the whole corpus', () => {
	test('comes out harmless, and the same when cleaned again', () => {
		for (const text of corpus) {
			const clean = cleanText(text);
			expect([text, harmful.exec(clean)?.[0]]).toEqual([text, undefined]);
			expect([text, cleanText(clean)]).toEqual([text, clean]);
			expect(clean.isWellFormed()).toBe(true);
		}
	});
});

test('a title of which nothing is seen has words in its place', () => {
	expect(shownTitle(cleanText('\u3164\u115F'), '  ')).toBe('(no title)');
	expect(shownTitle(' ', 'Pilot')).toBe('Pilot');
	expect(shownTitle('   - Episode 1 - Storm')).toBe('(no title) - Episode 1 - Storm');
	expect(shownTitle('Storm -  ')).toBe('Storm - (no title)');
});

test('names compare by their composed, case-blind form', () => {
	expect(comparable('Cafe\u0301 NOIR')).toBe(comparable('CAFÉ noir'));
});
