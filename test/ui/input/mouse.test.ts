import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createDriver, tokensOf} from './driver.ts';

const esc = '\u001B';

test.each<[string, unknown]>([
	[`${esc}[<0;12;5M`, {type: 'mouse', did: 'click', column: 11, row: 4}],
	[`${esc}[<4;12;5M`, {type: 'mouse', did: 'click', column: 11, row: 4}],
	[`${esc}[<64;1;1M`, {type: 'mouse', did: 'wheel-up', column: 0, row: 0}],
	[`${esc}[<65;1;1M`, {type: 'mouse', did: 'wheel-down', column: 0, row: 0}],
])('%j', (report, token) => {
	expect(tokensOf(report)).toEqual([token]);
});

test.each([`${esc}[<0;12;5m`, `${esc}[<2;12;5M`, `${esc}[<35;12;5M`, `${esc}[<0;12M`])('%j is nothing', report => {
	expect(tokensOf(report)).toEqual([]);
});

test('cut anywhere, a report is the same click, and no key', () => {
	const number = fc.integer({min: 1, max: 300});
	fc.assert(
		fc.property(number, number, fc.array(fc.tuple(fc.integer({min: 1, max: 4}), fc.nat({max: 119}))), (x, y, cuts) => {
			const driver = createDriver();
			let rest = `${esc}[<0;${x};${y}M`;
			for (const [length, pause] of cuts) {
				driver.play(rest.slice(0, length), pause);
				rest = rest.slice(length);
			}
			driver.play(rest, 3000);
			expect(driver.taken()).toEqual([{type: 'mouse', did: 'click', column: x - 1, row: y - 1}]);
		}),
		{numRuns: 300, seed: 1},
	);
});

test('a paste is one event, however it comes; the mouse in it is a part of it', () => {
	const paste = `${esc}[200~harb${esc}[<0;1;1M\rcy${esc}[201~`;
	expect(tokensOf(paste)).toEqual([{type: 'paste', text: `harb${esc}[<0;1;1M\rcy`}]);
	expect(tokensOf(...[...paste].flatMap(sign => [sign, 20]))).toEqual([
		{type: 'paste', text: `harb${esc}[<0;1;1M\rcy`},
	]);
});
