import {expect, test} from 'vitest';
import {axisRow} from '../../source/canvas/axis.ts';
import {rowBar, shareBar} from '../../source/canvas/bars.ts';
import {drawColumns} from '../../source/canvas/columns.ts';
import {asciiGlyphs, glyphsFor, unicodeGlyphs} from '../../source/canvas/glyphs.ts';
import {maxOf, resample, squeeze} from '../../source/canvas/resample.ts';
import {rowText, rowWidth} from '../../source/canvas/row.ts';
import {sparkline} from '../../source/canvas/sparkline.ts';
import {textWidth} from '../../source/canvas/widths.ts';

test('columns stand on zero in eighths', () => {
	expect(drawColumns({values: [0, 1, 4, 8, 12, 16], height: 2, max: 16, glyphs: unicodeGlyphs})).toEqual([
		'    ▄█',
		' ▁▄███',
	]);
});

test('columns in ASCII, with gaps', () => {
	expect(drawColumns({values: [0, 2, 8, 16], height: 2, max: 16, glyphs: asciiGlyphs, gap: 1})).toEqual([
		'      @',
		'  : @ @',
	]);
});

test('what is above zero never vanishes, gaps and overflow are harmless', () => {
	expect(sparkline([0, 1, null, Number.NaN, 1000, 2000, -5], 1000, unicodeGlyphs)).toBe(' ▁  ██ ');
	expect(sparkline([1, 2], 0, unicodeGlyphs)).toBe('  ');
	expect(sparkline([], 5, unicodeGlyphs)).toBe('');
});

test.each([
	[0.62, '━━━━━━━━━╸·····'],
	[0, '···············'],
	[0.001, '╸··············'],
	[1, '━━━━━━━━━━━━━━━'],
	[7, '━━━━━━━━━━━━━━━'],
	[Number.NaN, '···············'],
])('a share of %d', (share, bar) => {
	expect(rowText(shareBar(share, 15, unicodeGlyphs))).toBe(bar);
});

test('the bar of a row in half cells of the number, the longest for the highest', () => {
	const bars = [212, 188, 171, 100, 92, 1, 0].map(plays => rowBar(plays, 212, 5, unicodeGlyphs));
	expect(bars).toEqual(['━━━━━', '━━━━╸', '━━━━ ', '━━╸  ', '━━   ', '╸    ', '     ']);
	expect(rowBar(3, 0, 5, unicodeGlyphs)).toBe('     ');
	expect(rowBar(3, 3, 0, unicodeGlyphs)).toBe('');
});

test('bars in ASCII', () => {
	expect(rowText(shareBar(0.5, 8, asciiGlyphs))).toBe('####....');
	expect([212, 100, 1].map(plays => rowBar(plays, 212, 5, asciiGlyphs))).toEqual(['#####', '##   ', '#    ']);
});

test.each([0, 1, 7, 30])('every bar has exactly %i cells', width => {
	for (let share = -0.1; share < 1.2; share += 0.013) {
		for (const ascii of [false, true]) {
			const glyphs = glyphsFor(ascii);
			expect(rowWidth(shareBar(share, width, glyphs))).toBe(width);
			expect(textWidth(rowBar(share, 1, width, glyphs))).toBe(width);
		}
	}
});

test('squeezing keeps the peaks', () => {
	expect(squeeze([1, 9, 2, 3, null, 4], 3)).toEqual([9, 3, 4]);
	expect(squeeze([null, Number.NaN, 1, 1], 2)).toEqual([null, 1]);
	expect(squeeze([1, 2], 5)).toEqual([1, 2]);
	expect(maxOf([1, null, Number.NaN], [3], [])).toBe(3);
});

test('stretching joins by lines, or by steps', () => {
	expect(resample([0, 4], 5, 'linear')).toEqual([0, 1, 2, 3, 4]);
	expect(resample([0, 4], 5, 'step')).toEqual([0, 0, 0, 0, 4]);
	expect(resample([], 5, 'linear')).toEqual([]);
	expect(resample([7], 3, 'linear')).toEqual([7, 7, 7]);
	expect(resample([1, null, 3], 5, 'linear')).toEqual([1, 1, null, null, 3]);
});

test('axis labels keep apart and inside', () => {
	expect(
		axisRow(
			[
				{at: 0, text: '24 Oct'},
				{at: 3, text: '27 Oct'},
				{at: 9, text: '2 Nov'},
			],
			12,
		),
	).toBe('24 Oct 2 Nov');
	expect(axisRow([{at: 0, text: 'too long'}], 4)).toBe('');
});

test('every sign is one cell wide, but for the names of keys', () => {
	for (const glyphs of [unicodeGlyphs, asciiGlyphs]) {
		const {enter: _, back: __, ...signs} = glyphs;
		const flat = [signs]
			.flatMap(set => Object.values(set))
			.flatMap(value => (typeof value === 'object' ? Object.values(value).flat() : [value]));
		for (const sign of flat) if (typeof sign === 'string') expect([sign, textWidth(sign)]).toEqual([sign, 1]);
	}
});
