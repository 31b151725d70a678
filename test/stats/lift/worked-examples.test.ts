import {expect, test} from 'vitest';
import type {LiftNumbers} from '../../../source/domain/lift.ts';
import {judge} from '../../../source/stats/lift/judge.ts';
import {computeLift} from '../../../source/stats/lift/lift.ts';
import {sumStrata} from '../../../source/stats/lift/mantel-haenszel.ts';
import {type TextWorld, worldInput} from '../../helpers/lift-worlds.ts';

const known = {onSeconds: 1, offSeconds: 1, hasOldTitles: true};

const digits = (value: number | null): string => (value === null ? 'null' : value.toFixed(4));

const text = (found: LiftNumbers): string =>
	[
		`${found.onStarts} ${found.offStarts}`,
		`${digits(found.expectedOn)} ${digits(found.expectedOff)}`,
		found.reason ?? `${digits(found.lift)} (${digits(found.low)}, ${digits(found.high)}) ${found.verdict}`,
	].join(' | ');

test.each([
	['one stratum', '12 8 300 500', true, '12 8 | 7.6098 12.3902 | 2.5000 (1.0104, 6.1860) more'],
	[
		'two strata, turned round by the season',
		'20 4 100 40; 5 12 60 200',
		true,
		'25 16 | 21.5501 19.4499 | 1.6847 (0.7792, 3.6425) unclear',
	],
	['too few', '3 1 40 60', true, '3 1 | 1.6538 2.3462 | too few'],
	['none without', '12 0 200 300', true, '12 0 | 4.9688 7.0313 | null (3.9320, null) more'],
	['none without, by hand', '12 0 200 300', false, '12 0 | 4.9688 7.0313 | null (2.6569, null) more'],
	['none with', '0 14 200 300', true, '0 14 | 5.4475 8.5525 | 0.0000 (0.0000, 0.4733) less'],
	[
		'a stratum that was never on counts for nothing',
		'9 6 90 110; 0 7 0 80',
		true,
		'9 6 | 6.9070 8.0930 | 1.8333 (0.6289, 5.3444) unclear',
	],
])('strata: %s', (_, strata, rotated, expected) => {
	const found = strata.split('; ').map(each => {
		const [ownOn = 0, ownOff = 0, otherOn = 0, otherOff = 0] = each.split(' ').map(Number);
		return {ownOn, ownOff, otherOn, otherOff, elsewhere: 0};
	});
	expect(text(judge(sumStrata(found), known, rotated))).toBe(expected);
});

const compute = (world: TextWorld) => {
	const steps = computeLift(worldInput(world));
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
};

const toText = (world: TextWorld): string => {
	const [one] = compute(world).collections;
	if (!one) return '';
	return `${text(one)} | hours ${one.onHours} ${one.offHours} ${one.unknownHours}, periods ${one.periods}`;
};

test('starts, an unknown day, edges', () => {
	const found = toText({
		window: [0, 28],
		members: 'M N',
		spans: '0 7 h; 7 14 -; 15 21 h; 21 28 -',
		plays: `0-27 20 X* abcd
			0 21 M a; 1 21 M a; 2 21 M a; 9 21 M a; 1 20 N b; 3 20 N c; 4 20 N d; 5 20 M b
			7 0 M c; 14 12 M d; 16 20 N e; 17 20 N a; 18 20 M e; 23 20 M f; 24 20 N f`,
	});
	expect(found).toBe('8 2 | 5.0847 4.9153 | 4.3077 (0.8337, 22.2580) unclear | hours 312 336 24, periods 2');
});

test('thirty days, to the second', () => {
	const found = toText({
		window: [0, 56],
		members: 'M',
		spans: '0 14 r; 14 42 -; 42 56 r',
		plays: '0-55 20 X* ab; 1 20 M abcd; 30 20 M a; 31 20 M b; 20 20 M efg; 43 20 M hijk; 45 20 M a',
	});
	expect(found).toBe('8 4 | 6.1935 5.8065 | 2.0000 (0.5365, 7.4558) unclear | hours 672 672 0, periods 2');
});

test('titles that come and go', () => {
	const found = toText({
		window: [0, 56],
		members: 'M N@21: O@:35',
		spans: '0 28 -; 28 56 h',
		plays: `0-55 20 X* abc
			2 20 M ab; 16 20 M cd; 35 20 M efg; 10 20 N abc; 23 20 N d; 40 20 N efgh; 50 20 N ij
			5 20 O a; 30 20 O bc; 44 20 O de`,
	});
	expect(found).toBe('11 6 | 9.7439 7.2561 | 1.4385 (0.4615, 4.4835) unclear | hours 672 672 0, periods 1');
});

test('the owner sees Home, friends do not', () => {
	const found = toText({
		window: [0, 28],
		owner: 'o',
		members: 'M N O',
		spans: '0 14 h; 14 28 s',
		plays: `0-27 20 X* oab
			3 20 M o; 4 20 N o; 5 20 O o; 6 20 M ab; 8 20 N c; 18 20 N ab; 19 20 O abc; 20 20 M cd; 48 20 M o`,
	});
	expect(found).toBe('10 3 | 6.9482 6.0518 | 3.3978 (0.8155, 14.1566) unclear | hours 672 0 0, periods 1');
});

test('the clock changes, parts of the day', () => {
	const found = toText({
		zone: 'Europe/Berlin',
		window: [28, 56],
		members: 'M N',
		spans: '28 35 h; 35 41.5 -; 41.5 47 h; 47 56 -',
		plays: `28-55 11 X* ab; 28-55 18 Y* abc
			29 11 M ab; 30 18 N abc; 41 5.5 M c; 41 11.5 M d; 41 12.5 M e; 42 17.9 M f; 43 18 M g; 50 18 M hi
			52 11 N de; 37 18 N fg`,
	});
	expect(found).toBe('6 7 | 5.8703 7.1297 | 1.0451 (0.3124, 3.4962) unclear | hours 300 371 0, periods 2');
});

test('rows 1 and 2 against 3 and below', () => {
	const {highAgainstLow} = compute({
		window: [0, 28],
		members: 'M N',
		spans: '0 7 h 1; 7 14 h 4; 14 21 h 2; 21 28 -',
		plays: `0-27 20 X* abc
			1 20 M abcd; 3 20 N ab; 9 20 M ef; 11 20 N c; 15 20 N defg; 17 20 M gh; 24 20 M i`,
	});
	expect(text(highAgainstLow)).toBe('12 3 | 10.3846 4.6154 | 2.0000 (0.4813, 8.3102) unclear');
});
