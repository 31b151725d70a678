import {expect, test} from 'vitest';
import {unicodeGlyphs as glyphs} from '../../../source/canvas/glyphs.ts';
import {rowText} from '../../../source/canvas/row.ts';
import {atEnd, titleRule} from '../../../source/ui/frames/title-rule.ts';

test('with the focus: heavy, in brackets', () => {
	const row = titleRule({
		title: '1 Now playing',
		focused: true,
		words: [{at: 20, span: {text: 'how'}}],
		width: 28,
		glyphs,
	});
	expect(rowText(row)).toBe('━[1 Now playing]━━━ how ━━━━');
});

test('without: light, with a word at its end', () => {
	const row = titleRule({
		title: '2 Hours',
		focused: false,
		words: [atEnd({text: '30 days'}, 26, 1)],
		width: 26,
		glyphs,
	});
	expect(rowText(row)).toBe('─ 2 Hours ────── 30 days ─');
});

test('a word that would touch another is left out', () => {
	const words = [
		{at: 4, span: {text: 'on the title'}},
		{at: 14, span: {text: 'first'}},
		{at: 19, span: {text: 'second'}},
	];
	expect(rowText(titleRule({title: 'Hours', focused: false, words, width: 26, glyphs}))).toBe(
		'─ Hours ───── first ──────',
	);
});

test('two words can have one blank between them, and the last one can end where the rule does', () => {
	const words = [
		{at: 11, span: {text: 'plays'}},
		{at: 17, span: {text: '/item'}},
	];
	expect(rowText(titleRule({title: 'Hours', focused: false, words, width: 22, glyphs}))).toBe('─ Hours ── plays /item');
});

test.each([1, 2, 3, 5, 8, 13])('%i cells are exactly as many', width => {
	expect(rowText(titleRule({title: '2 Hours', focused: true, words: [], width, glyphs}))).toHaveLength(width);
	expect(rowText(titleRule({title: '2 Hours', focused: false, words: [], width, glyphs}))).toHaveLength(width);
});
