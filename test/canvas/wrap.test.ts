import {expect, test} from 'vitest';
import {wrapWords} from '../../source/canvas/wrap.ts';

test.each([
	['', 5, ['']],
	['one two three', 7, ['one two', 'three']],
	['one two three', 80, ['one two three']],
	['incomprehensible it is', 6, ['incomprehensible', 'it is']],
	['千と千尋 の神隠し', 8, ['千と千尋', 'の神隠し']],
])('%j in %i cells', (text, width, lines) => {
	expect(wrapWords(text, width)).toEqual(lines);
});
