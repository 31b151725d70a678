import {expect, test} from 'vitest';
import {joinWhole, padEnd, padStart, textWidth, truncate} from '../../source/canvas/widths.ts';

const titles = [
	'',
	'The Long Winter',
	'千と千尋の神隠し',
	'한국어 제목',
	'👨‍👩‍👧 家族 👍🏽',
	'🇨🇿🇩🇪🇯🇵 flags',
	'e\u0301a\u0308o\u0302 combining',
	'\u0301starts with a mark',
	'مرحبا بالعالم',
	'ﾊﾟﾝﾀﾞ half width',
	'❤️ 1️⃣ ©',
	'x'.repeat(300),
	'長'.repeat(10_000),
];

test.each(titles)('%j fills exactly the cells asked for', title => {
	for (let width = 0; width < 24; width++) {
		expect(textWidth(padEnd(title, width, '…'))).toBe(width);
		expect(textWidth(padStart(title, width, '~'))).toBe(width);
		expect(textWidth(truncate(title, width, '…'))).toBeLessThanOrEqual(width);
	}
});

test.each([
	['The Long Winter', 15, 'The Long Winter'],
	['The Long Winter', 9, 'The Long…'],
	['千と千尋', 8, '千と千尋'],
	['千と千尋', 6, '千と…'],
	['ab', 1, '…'],
	['ab', 0, ''],
])('cuts %j at %i cells', (text, width, cut) => {
	expect(truncate(text, width, '…')).toBe(cut);
});

test('sides', () => {
	expect(padEnd('ab', 4, '…')).toBe('ab  ');
	expect(padStart('ab', 4, '…')).toBe('  ab');
});

test.each([
	[30, 'most on Mon, fewest on Tue'],
	[26, 'most on Mon, fewest on Tue'],
	[25, 'most on Mon'],
	[3, 'most on Mon'],
])('in %i cells only whole parts stand, the first one always', (width, expected) => {
	expect(joinWhole(['most on Mon', '', 'fewest on Tue'], ', ', width)).toBe(expected);
});
