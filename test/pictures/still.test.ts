import {expect, test} from 'vitest';
import {drawMoving} from '../../bench/pictures/moving.ts';
import {dark} from '../../bench/pictures/palette.ts';
import {drawStill} from '../../bench/pictures/still.ts';
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

test('what stays in a film is drawn once, what changes has its time', () => {
	const shots = [
		{grid: [row('stays'), row('before')], seconds: 1, pressed: ''},
		{grid: [row('stays'), row('after!')], seconds: 3, pressed: 'x'},
	];
	const svg = drawMoving('A title', shots, dark, 1);
	expect(words(svg)).toEqual(['stays', 'before', 'after!']);
	expect(svg).toContain('.s0-1{visibility:hidden;');
	expect(svg).toContain('@keyframes s1-2{0%{visibility:hidden}25%{visibility:visible}100%{visibility:visible}}');
});
