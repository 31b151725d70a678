import {expect, test} from 'vitest';
import {durationSeconds, formatSpan} from '../../source/domain/duration.ts';

test.each([
	['0s', 0],
	['90s', 90],
	[' 10m ', 600],
	['2h', 7200],
	['1d', 86_400],
	['9999999s', 9_999_999],
	['90', null],
	['', null],
	['s', null],
	['10 m', null],
	['1.5h', null],
	['-1m', null],
	['1w', null],
	['2H', null],
	['99999999s', null],
])('%j lasts %j seconds', (typed, seconds) => {
	expect(durationSeconds(typed)).toBe(seconds);
});

test.each([
	[59, '59 s'],
	[60, '1 min'],
	[7200, '2 h'],
	[180_000, '2 d'],
	[-5, '0 s'],
])('a span of %i seconds is %s', (seconds, text) => {
	expect(formatSpan(seconds)).toBe(text);
});
