import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {paintRow} from '../../source/canvas/paint.ts';
import {fitRow, rowText} from '../../source/canvas/row.ts';
import {steadyText} from '../../source/canvas/steady.ts';
import {textWidth} from '../../source/canvas/widths.ts';

/** As a terminal counts that joins nothing. */
const oneByOne = (text: string): number => [...text].reduce((sum, character) => sum + stringWidth(character), 0);

const emoji: [string, string][] = [
	['The 👨‍👩‍👧‍👦 Next Door', 'The 👨 Next Door'],
	['❤️ Love', '❤  Love'],
	['1️⃣2️⃣', '1 2 '],
	['👍🏽', '👍'],
	['👩🏽‍🚀🏳️‍🌈', '👩🏳 '],
	['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴'],
];

describe.each(emoji)('%s', (text, steady) => {
	test('is reduced to single characters', () => {
		expect(steadyText(text)).toBe(steady);
	});

	test('keeps its width, and has it in every terminal', () => {
		expect(textWidth(steady)).toBe(textWidth(text));
		expect(oneByOne(steady)).toBe(textWidth(text));
	});
});

test.each(['plain', '千と千尋', '🎬🇨🇿', 'می‌خواهم', 'क्‍ष', 'e\u0301', '7 nights', ''])('%j stays as it is', text => {
	expect(steadyText(text)).toBe(text);
});

test('what is fitted or painted is steady', () => {
	expect(rowText(fitRow([{text: '👨\u200D'}, {text: '👩 x'}], 8))).toBe('👨👩 x  ');
	expect(paintRow([{text: '❤️'}, {text: 'x'}], false)).toBe('❤ x');
});
