import {expect, test} from 'vitest';
import {isBeyondMeasure} from '../../source/http/measure.ts';

const listOf = (element: string, megabytes: number): string =>
	`[${`${element},`.repeat((megabytes * 1_000_000) / (element.length + 1))}null]`;

test.each([
	['empty objects', '{}', 12],
	['empty lists', '[]', 12],
	['single digits', '0', 12],
	['short texts', '"ab"', 12],
	['objects in objects', '{"a":{}}', 30],
])('%s without end are beyond measure', (_, element, megabytes) => {
	expect(isBeyondMeasure(listOf(element, megabytes))).toBe(true);
});

const row = JSON.stringify({
	row_id: 48_210,
	user: 'marta',
	full_title: 'Harbour Lights - Part 5',
	started: 1_795_377_840,
});

test.each([
	['rows of history', row, 30],
	['one text without end', `"${'x'.repeat(1_000_000)}"`, 30],
	['texts full of brackets', `"${'[{(,'.repeat(20)}${'x'.repeat(2000)}"`, 12],
	['whatever is small', '{}', 0.9],
])('%s are not', (_, element, megabytes) => {
	expect(isBeyondMeasure(listOf(element, megabytes))).toBe(false);
});
