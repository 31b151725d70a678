import {expect, test} from 'vitest';
import {asciiGlyphs, unicodeGlyphs} from '../../source/canvas/glyphs.ts';
import {type LineChartOptions, lineChart} from '../../source/canvas/line-chart.ts';
import {rowText, rowWidth} from '../../source/canvas/row.ts';

const draw = (options: Omit<LineChartOptions, 'glyphs'>, glyphs = unicodeGlyphs): string[] =>
	lineChart({...options, glyphs}).rows.map(row => rowText(row).trimEnd());

test('a line from zero with whole labels', () => {
	expect(draw({series: [{values: [0, 2, 4, 4, 1]}], width: 8, height: 5})).toEqual([
		'4 ┤  ╭─╮',
		'  ┤  │ │',
		'2 ┤ ╭╯ │',
		'  ┤ │  ╰',
		'0 ┤─╯',
	]);
});

test('the same in ASCII', () => {
	for (const line of draw({series: [{values: [0, 2, 4, 4, 1]}], width: 8, height: 5}, asciiGlyphs)) {
		expect(line).toMatch(/^[ -~]*$/);
	}
});

const shapes: [string, LineChartOptions['series']][] = [
	['no series', []],
	['an empty series', [{values: []}]],
	['zeros', [{values: [0, 0, 0]}]],
	['one value', [{values: [3]}]],
	['NaN and gaps', [{values: [1, Number.NaN, 3, null, Number.POSITIVE_INFINITY, 2]}]],
	['negative sums', [{values: [-5, 3, -1]}]],
	['large values', [{values: [1_234_567, 99]}]],
	['more values than cells', [{values: Array.from({length: 365}, (_, day) => day % 17)}]],
	['several series', [{values: [1, 2, 3]}, {values: [3, 2, 1]}, {values: []}]],
];

test.each(shapes)('%s: exactly the size asked for', (_, series) => {
	for (const width of [4, 12, 40, 78]) {
		for (const height of [2, 3, 9]) {
			const chart = lineChart({series, width, height, glyphs: unicodeGlyphs});
			expect(chart.rows).toHaveLength(height);
			for (const row of chart.rows) expect(rowWidth(row)).toBe(Math.max(width, chart.plotAt));
		}
	}
});

test('a gap stays a gap', () => {
	expect(draw({series: [{values: [1, null, 1]}], width: 6, height: 2})).toEqual(['1 ┤─ ─', '0 ┤']);
});

test('the first series is on top, each in its role', () => {
	const {rows} = lineChart({
		series: [
			{values: [1, 1], role: 'accent'},
			{values: [1, 1], role: 'dim'},
			{values: [0, 0], role: 'bad'},
		],
		width: 5,
		height: 2,
		glyphs: unicodeGlyphs,
	});
	expect(rows.map(row => row.at(-1))).toEqual([
		{text: '──', role: 'accent'},
		{text: '──', role: 'bad'},
	]);
});

test('a shared scale, and nothing above it', () => {
	expect(draw({series: [{values: [2, 90]}], width: 6, height: 3, max: 4, between: 'step'})).toEqual([
		'4 ┤  ╭',
		'  ┤──╯',
		'0 ┤',
	]);
});
