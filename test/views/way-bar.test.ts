import {expect, test} from 'vitest';
import {glyphsFor, unicodeGlyphs} from '../../source/canvas/glyphs.ts';
import {rowText} from '../../source/canvas/row.ts';
import {wayBar} from '../../source/views/plays/way-bar.ts';

const ways = {directPlay: 50, directStream: 25, transcode: 25};

test('ways to play are parts of one bar, by pattern or by colour', () => {
	expect(rowText(wayBar(ways, unicodeGlyphs))).toBe('██████▓▓▓▒▒▒');
	expect(wayBar(ways, glyphsFor(false, true))).toEqual([
		{text: '━━━━━━', role: 'plain'},
		{text: '━━━', role: 'copy'},
		{text: '━━━', role: 'transcode'},
	]);
	expect(rowText(wayBar({directPlay: 1, directStream: 1, transcode: 1}, unicodeGlyphs))).toHaveLength(12);
});

test('there is none where a way is not known, or nothing was played', () => {
	expect(wayBar({...ways, transcode: null}, unicodeGlyphs)).toEqual([]);
	expect(wayBar({directPlay: 0, directStream: 0, transcode: 0}, unicodeGlyphs)).toEqual([]);
});
