import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {bindings} from '../../../source/ui/keys/bindings.ts';
import {pastes, replies, typing} from './corpus.ts';
import {createDriver, namesOf, type Step, sureNamesOf, tokensOf} from './driver.ts';

const changing = new Set(bindings.filter(({changes}) => changes).flatMap(({keys}) => keys));

const changes = (steps: readonly Step[]): string[] =>
	sureNamesOf(tokensOf(...steps)).filter(name => changing.has(name));

/** These bytes with pauses (milliseconds) at these places, each counted from the last one. */
const split = (bytes: Uint8Array, cuts: readonly (readonly [length: number, pause: number])[]): Step[] => {
	let at = 0;
	const steps = cuts.flatMap(([length, pause]): Step[] => {
		const piece = bytes.subarray(at, at + length);
		at += length;
		return [piece, pause];
	});
	return [...steps, bytes.subarray(at)];
};

const bytesOf = (input: string): Uint8Array => Buffer.from(input);

const recorded = [...replies, ...pastes];

/** Around every limit of time, and long after all of them. */
const pauses = [1, 119, 149, 150, 999, 1000, 1999, 2000, 9999, 10_001, 3_600_000];

const anyPause = fc.oneof(fc.constantFrom(...pauses), fc.nat({max: 20_000}));
const cutsWith = (pause: fc.Arbitrary<number>, longest: number) =>
	fc.array(fc.tuple(fc.integer({min: 1, max: longest}), pause), {maxLength: 60});

describe('what no finger typed changes nothing', () => {
	test.each(recorded)('%j, cut at every byte and byte by byte, with every pause', input => {
		const bytes = bytesOf(input);
		const wrong = pauses.flatMap(pause => {
			const byteByByte = [...bytes].flatMap(byte => [Uint8Array.of(byte), pause]);
			const cutOnce = byteByByte.slice(2).map((_, index) => split(bytes, [[index + 1, pause]]));
			return [byteByByte, ...cutOnce].filter(steps => changes(steps).length > 0);
		});
		expect(wrong).toEqual([]);
	});

	test('several in a row, cut anywhere, with any pauses; and then keys are heard', () => {
		const inputs = fc.array(fc.constantFrom(...recorded), {minLength: 1, maxLength: 4});
		fc.assert(
			fc.property(inputs, cutsWith(anyPause, 12), (parts, cuts) => {
				const driver = createDriver();
				driver.play(...split(bytesOf(parts.join('')), cuts), 3000);
				expect(sureNamesOf(driver.taken()).filter(name => changing.has(name))).toEqual([]);
				driver.play('c', 200, 'y');
				expect(sureNamesOf(driver.taken())).toEqual(['c', 'y']);
			}),
			{numRuns: 2000, seed: 1},
		);
	});

	test('one that is broken off, cut anywhere: nothing, and Ctrl-L brings the keys back', () => {
		const broken = fc.constantFrom(...recorded).chain(input => {
			const bytes = bytesOf(input);
			return fc.integer({min: 1, max: bytes.length - 1}).map(length => bytes.subarray(0, length));
		});
		fc.assert(
			fc.property(broken, cutsWith(anyPause, 6), (bytes, cuts) => {
				const driver = createDriver();
				driver.play(...split(bytes, cuts), 3000);
				expect(sureNamesOf(driver.taken()).filter(name => changing.has(name))).toEqual([]);
				driver.play('\u000C', 'c');
				expect(sureNamesOf(driver.taken()).at(-1)).toBe('c');
			}),
			{numRuns: 2000, seed: 2},
		);
	});
});

test('with pauses below 120 ms the same comes out as without any', () => {
	const anything = fc.constantFrom(...recorded, ...typing.map(([keys]) => keys.join('')));
	fc.assert(
		fc.property(anything, cutsWith(fc.nat({max: 119}), 5), (input, cuts) => {
			const bytes = bytesOf(input);
			const tellNames = (steps: readonly Step[]) =>
				tokensOf(...steps).map(token => (token.type === 'key' ? token.name : token));
			expect(tellNames(split(bytes, cuts))).toEqual(tellNames([bytes]));
		}),
		{numRuns: 3000, seed: 3},
	);
});

test('what fingers type are keys, also when each comes in pieces', () => {
	fc.assert(
		fc.property(fc.constantFrom(...typing), cutsWith(fc.nat({max: 119}), 3), ([keys, names], cuts) => {
			const steps = keys.flatMap(key => [...split(bytesOf(key), cuts), 200]);
			expect(sureNamesOf(tokensOf(...steps))).toEqual(names);
		}),
		{numRuns: 1000, seed: 4},
	);
});

test('100,000 random bytes with half sequences among them: keys are heard after every silence', () => {
	const openers = [
		'\u001B',
		'\u001B[',
		'\u001B[200~',
		'\u001B[201~',
		'\u001B]11;',
		'\u001BP',
		'\u001B_',
		'\u001B[M',
		'\u001BO',
	];
	const piece = fc.oneof(
		fc.uint8Array({minLength: 1, maxLength: 60}),
		fc.constantFrom(...openers, ...recorded).map(bytesOf),
	);
	const steps = fc.array(fc.oneof({arbitrary: piece, weight: 3}, {arbitrary: anyPause, weight: 1}), {
		minLength: 80,
		maxLength: 80,
		size: 'max',
	});
	const driver = createDriver();
	let bytes = 0;
	fc.assert(
		fc.property(steps, all => {
			for (const step of all) bytes += typeof step === 'number' ? 0 : step.length;
			driver.play(...all, 3000);
			driver.taken();
			driver.play('q');
			expect(namesOf(driver.taken())).toEqual(['q']);
			driver.play('\u0003');
			expect(namesOf(driver.taken())).toEqual(['ctrl-c']);
		}),
		{numRuns: 200, seed: 5},
	);
	expect(bytes).toBeGreaterThan(100_000);
});
