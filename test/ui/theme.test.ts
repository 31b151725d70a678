import {expect, test} from 'vitest';
import {colorLevel, needsAscii} from '../../source/ui/terminal.ts';
import {backgroundOf, faintColors, paint, paintsCells, themeFor} from '../../source/ui/theme.ts';

const auto = {theme: 'auto', colors: {}} as const;

test('a row becomes one string; every look ends where its span ends', () => {
	const theme = themeFor('256', 'dark', auto);
	expect(paint([{text: 'a'}, {text: 'b', role: 'transcode'}, {text: '', role: 'bad'}], theme)).toBe(
		'a\u001B[38;5;179mb\u001B[0m',
	);
});

test('a block of one colour stands on another, on text turned round', () => {
	const theme = themeFor('256', 'dark', auto);
	expect(paint([{text: '▄', role: 'transcode', over: 'copy'}], theme)).toBe('\u001B[38;5;179;48;5;38m▄\u001B[0m');
	expect(paint([{text: '▄', role: 'copy', over: 'plain'}], theme)).toBe('\u001B[48;5;38;7m▄\u001B[0m');
});

test('colours of one’s own stand in the place of the theme’s, and a faint one is told', () => {
	const own = {theme: 'nord', colors: {copy: '#3b4252'}} as const;
	expect(themeFor('truecolor', 'dark', own)).toMatchObject({copy: '38;2;59;66;82', transcode: '38;2;235;203;139'});
	expect(faintColors('dark', own)).toEqual([
		'dashboard.colors.copy is faint: #3b4252 on #2e3440 has a contrast of 1.2, and text needs 4.5.',
	]);
	expect(faintColors('light', own)).toEqual([]);
	expect(faintColors('unknown', {theme: 'auto', colors: {copy: '#3b4252'}})).toEqual([]);
});

test('mono has no colours, and a named theme is dark where the background is not known', () => {
	expect(themeFor('truecolor', 'dark', {theme: 'mono', colors: {}}).transcode).toBe('');
	expect(themeFor('truecolor', 'unknown', {theme: 'nord', colors: {}}).transcode).toBe('38;2;235;203;139');
	expect([paintsCells('truecolor', 'dark', 'mono'), paintsCells('256', 'unknown', 'nord')]).toEqual([false, true]);
	expect(paintsCells('truecolor', 'unknown', 'auto')).toBe(false);
});

test('without colours there are attributes only', () => {
	const looks = Object.values(themeFor('none', 'unknown', auto)).flatMap(look => look.split(';'));
	expect(looks.filter(look => look !== '' && Number(look) >= 30)).toEqual([]);
});

test.each([
	[{NO_COLOR: '1', COLORTERM: 'truecolor'}, 'none'],
	[{FORCE_COLOR: '0', TERM: 'xterm-256color'}, 'none'],
	[{TERM: 'dumb'}, 'none'],
	[{COLORTERM: 'truecolor', TERM: 'xterm'}, 'truecolor'],
	[{TERM: 'screen-256color'}, '256'],
	[{TERM: 'linux'}, '16'],
] as const)('%j has colours: %s', (env, level) => {
	expect(colorLevel(env)).toBe(level);
});

test.each([
	['auto', 'unknown', '15;0', 'dark'],
	['auto', 'unknown', '0;15', 'light'],
	['auto', 'unknown', '0;default;7', 'light'],
	['auto', 'unknown', undefined, 'unknown'],
	['auto', 'unknown', 'nonsense', 'unknown'],
	['auto', 'light', '15;0', 'light'],
	['dark', 'light', '0;15', 'dark'],
	['light', 'unknown', '15;0', 'light'],
] as const)('theme %s, a terminal that says %s, COLORFGBG %s: %s', (theme, answered, value, background) => {
	expect(backgroundOf(theme, answered, value)).toBe(background);
});

test.each([
	[{LANG: 'en_US.UTF-8'}, false],
	[{LANG: 'en_US.UTF-8', LC_ALL: 'C'}, true],
	[{LANG: 'cs_CZ.ISO-8859-2'}, true],
	[{TERM: 'linux', LANG: 'C.UTF-8'}, true],
	[{}, false],
])('%j needs ASCII: %s', (env, needs) => {
	expect(needsAscii(env, 'linux')).toBe(needs);
});

test('on Windows a locale says nothing of the console', () => {
	expect(needsAscii({LANG: 'cs_CZ.ISO-8859-2'}, 'win32')).toBe(false);
});
