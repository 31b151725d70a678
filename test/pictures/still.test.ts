import {expect, test} from 'vitest';
import {drawMoving} from '../../bench/pictures/moving.ts';
import {dark} from '../../bench/pictures/palette.ts';
import {drawStill} from '../../bench/pictures/still.ts';
import {timeless} from '../../bench/pictures/timeless.ts';
import type {Cell} from '../helpers/terminal-screen.ts';

const plain: Cell = {
	text: ' ',
	width: 1,
	bold: false,
	dim: false,
	italic: false,
	underline: false,
	inverse: false,
	foreground: 'default',
	background: 'default',
};

const row = (text: string, look: Partial<Cell> = {}): Cell[] =>
	[...text].map(sign => ({...plain, ...look, text: sign}));

const words = (svg: string): string[] => [...svg.matchAll(/<tspan [^>]*>([^<]*)/g)].map(([, text = '']) => text);

const painted = (svg: string, color: string): string =>
	new RegExp(`<path fill="${color}" d="([^"]*)"`).exec(svg)?.[1] ?? '';

test('words stand alone, at their columns, so that no renderer can fold blanks', () => {
	const svg = drawStill('A title', [row(' two  words & <one>')], dark);
	expect(words(svg)).toEqual(['two', 'words', '&amp;', '&lt;one&gt;']);
	expect(svg).toContain('<tspan x="8" textLength="24">two');
	expect(svg).toContain('<tspan x="48" textLength="40">words');
});

test('blocks are rectangles that touch', () => {
	const svg = drawStill('A title', [row('██'), row('▄▄▂')], dark);
	expect(words(svg)).toEqual([]);
	expect(painted(svg, dark.text)).toBe('M0 0h16v16h-16zM0 24h16v8h-16zM16 28h8v4h-8z');
});

test('a block on a painted cell has both colors, and shades are mixed', () => {
	const svg = drawStill('A title', [row('▄░', {foreground: '#ff0000', background: '#0000ff'})], dark);
	expect(painted(svg, '#0000ff')).toBe('M0 0h16v16h-16z');
	expect(painted(svg, '#ff0000')).toBe('M0 8h8v8h-8z');
	expect(painted(svg, '#4000bf')).toBe('M8 0h8v16h-8z');
});

test('inverse, dim and the colors of 256 are what a terminal makes of them', () => {
	const svg = drawStill(
		'A title',
		[row('a', {inverse: true}), row('b', {foreground: 179}), row('c', {dim: true})],
		dark,
	);
	expect(painted(svg, dark.text)).toBe('M0 0h8v16h-8z');
	expect(svg).toContain(`<tspan x="0" fill="${dark.back}">a`);
	expect(svg).toContain('<tspan x="0" fill="#d7af5f">b');
	expect(svg).toContain('<tspan x="0" fill="#8a8c91">c');
});

test('a wide sign is one word of two cells', () => {
	const svg = drawStill('A title', [[...row('雨', {width: 2}), {...plain, text: '', width: 0}, ...row('x')]], dark);
	expect(svg).toContain('<tspan x="0" textLength="16">雨');
	expect(svg).toContain('<tspan x="16">x');
});

test('what stays or comes again in a film is drawn once, and has its times', () => {
	const caption = (key: string, words: string) => ({key, words});
	const shots = [
		{grid: [row('stays there'), row('before'), row('1')], seconds: 1, caption: caption('', 'a')},
		{grid: [row('stays there'), row('after!'), row('2')], seconds: 2, caption: caption('x', 'b')},
		{grid: [row('stays there'), row('after!'), row('1')], seconds: 1, caption: caption('x', 'b')},
	];
	const svg = drawMoving('A title', shots, dark, 1);
	expect(words(svg)).toEqual(['stays', 'there', 'before', 'after!', '1', '2', 'a', 'x', 'b']);
	expect(svg).toContain('.s4{visibility:hidden;animation:s4 4s step-end infinite}');
	expect(svg).toContain('@keyframes s4{0%{visibility:visible}25%{visibility:hidden}100%{visibility:hidden}}');
	expect(svg).toContain('@keyframes s3{0%{visibility:hidden}25%{visibility:visible}100%{visibility:visible}}');
	expect(svg).toContain('@keyframes s5{0%{visibility:visible}25%{visibility:hidden}75%{visibility:visible}100%');
	expect(svg).toContain('.s3{visibility:visible;');
});

test('what passes is no part of a picture: a rule goes on behind it', () => {
	const textOf = (text: string): string => {
		const cells = timeless(row(text));
		return cells.map(cell => cell.text).join('');
	};
	expect(textOf('history 34 497, checked 21:34 ── collected 38 in 1 s ─')).toBe(
		'history 34 497 ───────────────────────────────────────',
	);
	expect(textOf('history 34 497 ─ add a config.yaml ─')).toBe('history 34 497 ─────────────────────');
	expect(textOf('Demo  add a config.yaml')).toBe('Demo  add a config.yaml');
	expect(textOf('Tautulli ●  12 ms')).toBe('Tautulli ●   1 ms');
	const dim = timeless([...row('─ collected 38 in 2 s ', {bold: true}), ...row('─', {dim: true})]);
	expect(dim.slice(1).every(cell => cell.dim)).toBe(true);
});
