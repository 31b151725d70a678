import {expect, test} from 'vitest';
import {asciiGlyphs, unicodeGlyphs} from '../../source/canvas/glyphs.ts';
import {type Interval, intervalHeading, intervalRow} from '../../source/canvas/interval.ts';
import {rowText} from '../../source/canvas/row.ts';

const drawn = (interval: Interval): string => rowText(intervalRow(interval, 17, unicodeGlyphs, 'plain'));

test('a factor lies on a scale of doublings, its interval is a line', () => {
	expect(intervalHeading(17, unicodeGlyphs)).toBe('×0.25   1      ×4');
	expect(drawn({low: 1, at: 2, high: 4})).toBe('        │───●────');
	expect(drawn({low: 0.5, at: 1, high: 2})).toBe('    ────●────    ');
	expect(drawn({low: 1.2, at: 1.7, high: 2.4})).toBe('        │──●──   ');
});

test('without an end the line goes to the edge, and so does what lies beyond the scale', () => {
	expect(drawn({low: 2, at: null, high: null})).toBe('        │   ─────');
	expect(drawn({low: 0, at: 0, high: 0.5})).toBe('●────   │        ');
	expect(drawn({low: 3, at: 9, high: 20})).toBe('        │     ──●');
});

test('what is not sure is dim, and so is the line at 1', () => {
	const row = intervalRow({low: 0.5, at: 2, high: 4}, 17, unicodeGlyphs, 'dim');
	expect(row.filter(({role}) => role !== undefined).every(({role}) => role === 'dim')).toBe(true);
	expect(rowText(intervalRow({low: 0.5, at: 2, high: 4}, 17, asciiGlyphs, 'dim'))).toBe('    ----|---*----');
});
