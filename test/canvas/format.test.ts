import {expect, test} from 'vitest';
import * as format from '../../source/canvas/format.ts';
import {asciiGlyphs, unicodeGlyphs} from '../../source/canvas/glyphs.ts';

test.each([
	[0, '0'],
	[999, '999'],
	[1000, '1\u2009000'],
	[48_210, '48\u2009210'],
	[1_234_567, '1\u2009234\u2009567'],
	[-1500, '−1\u2009500'],
])('counts %i', (value, text) => {
	expect(format.formatCount(value, unicodeGlyphs)).toBe(text);
});

test('ASCII has plain spaces and signs', () => {
	expect(format.formatCount(-1500, asciiGlyphs)).toBe('-1 500');
	expect(format.formatChange(4, asciiGlyphs)).toBe('+4');
	expect(format.formatChange(0, asciiGlyphs)).toBe('0');
});

test.each([
	[0, '0h 0m'],
	[7200, '2h 0m'],
	[2520, '0h 42m'],
	[2579, '0h 42m'],
	[360_060, '100h 1m'],
	[-30, '0h 0m'],
	[-60, '-0h 1m'],
	[-7320, '-2h 2m'],
])('%i seconds are %s', (seconds, text) => {
	expect(format.formatDuration(seconds)).toBe(text);
});

test.each([
	[0, '0 h'],
	[1800, '0.5 h'],
	[35_900, '10 h'],
	[4_334_400, '1\u2009204 h'],
])('%i seconds are %s played', (seconds, text) => {
	expect(format.formatHours(seconds, unicodeGlyphs)).toBe(text);
});

test.each([
	[0, 10, '0 %'],
	[1, 1000, '<1 %'],
	[62, 100, '62 %'],
	[999, 1000, '99 %'],
	[10, 10, '100 %'],
	[1, 0, '0 %'],
])('%i of %i is %s', (part, whole, text) => {
	expect(format.formatShare(part, whole)).toBe(text);
});

test.each([
	[712, '712 B'],
	[41_400, '41 kB'],
	[20_400_000, '20.4 MB'],
	[3_000_000_000, '3.0 GB'],
	[999_900_000_000, '999.9 GB'],
	[1_900_000_000_000, '1.9 TB'],
])('%i bytes are %s', (bytes, text) => {
	expect(format.formatBytes(bytes)).toBe(text);
});

test('megabits, plurals', () => {
	expect(format.formatMegabits(21_440)).toBe('21.4');
	expect(format.plural(1, 'play', 'plays', unicodeGlyphs)).toBe('1 play');
	expect(format.plural(0, 'play', 'plays', unicodeGlyphs)).toBe('0 plays');
});
