import {describe, expect, test} from 'vitest';
import {asciiGlyphs} from '../../source/canvas/glyphs.ts';
import {formatBound, formatLift, liftText, narrowLift} from '../../source/views/lift/numbers.ts';
import {chanceWords, liftSentence, sharingWords, verdictWords} from '../../source/views/lift/words.ts';
import {fakeCollectionLift, fakeNumbers, noNumber} from '../helpers/fake-lift.ts';

const byHand = {rotated: false} as const;
const noneWithout = {lift: null, low: 2.6569, high: null, onStarts: 12, offStarts: 0} as const;
const noneWith = {lift: 0, low: 0, high: 0.4733, verdict: 'less', onStarts: 0, offStarts: 14} as const;

describe('a number', () => {
	test.each([
		[1.6847, '1.7'],
		[9.94, '9.9'],
		[9.96, '10'],
		[22.258, '22'],
		[0.1, '0.1'],
		[0.0999, '<0.1'],
		[0, '<0.1'],
		[1.0004, '1.0'],
	])('%d reads %s', (value, text) => {
		expect(formatLift(value)).toBe(text);
	});

	test.each([
		[1.0104, '1.01'],
		[0.9951, '0.995'],
		[1.0004, '1.000'],
		[0.96, '0.96'],
		[1.06, '1.1'],
		[0.94, '0.9'],
	])('a bound of %d reads %s, on the side of 1 that it is on', (value, text) => {
		expect(formatBound(value)).toBe(text);
	});

	test('with its interval; what was promoted by hand is marked', () => {
		expect(liftText(fakeNumbers({}), '×')).toBe('×1.7 (1.2 to 2.4)');
		expect(liftText(fakeNumbers(byHand), 'x')).toBe('~x1.7 (1.2 to 2.4)');
	});

	test('with starts on one side alone: a bound', () => {
		expect(liftText(fakeNumbers(noneWithout), '×')).toBe('12 and 0: at least ×2.7');
		expect(liftText(fakeNumbers({...noneWithout, ...byHand}), '×')).toBe('12 and 0: at least ~×2.7');
		expect(liftText(fakeNumbers(noneWith), '×')).toBe('0 and 14: at most ×0.5');
	});

	test('or both counts, and why there is none', () => {
		const none = fakeNumbers({...noNumber, reason: 'too few', onStarts: 3, offStarts: 1});
		expect(liftText(none, '×')).toBe('3 and 1: too few');
	});

	test('where there is little room: dim unless it is surely more or less', () => {
		expect(narrowLift(fakeNumbers({}), asciiGlyphs)).toEqual({text: 'x1.7', role: 'plain'});
		expect(narrowLift(fakeNumbers({...byHand, verdict: 'unclear'}), asciiGlyphs)).toEqual({text: '~x1.7', role: 'dim'});
		expect(narrowLift(fakeNumbers(noneWithout), asciiGlyphs).text).toBe('>x2.7');
		expect(narrowLift(fakeNumbers(noneWith), asciiGlyphs).text).toBe('<x0.5');
		expect(narrowLift(fakeNumbers({...noNumber, reason: 'too few'}), asciiGlyphs).text).toBe('?');
		expect(narrowLift(fakeNumbers({...noNumber, reason: 'never promoted'}), asciiGlyphs).text).toBe('');
	});
});

describe('words', () => {
	test.each([
		[{}, 'promoting made people begin it more'],
		[byHand, 'people began it more with it on the home screen; it may be why, or why it was put there'],
		[{verdict: 'less'}, 'promoting made people begin it less'],
		[
			{...byHand, verdict: 'less'},
			'people began it less with it on the home screen; it may be why, or why it was put there',
		],
		[{verdict: 'same'}, 'makes no difference that matters'],
		[{...byHand, verdict: 'unclear'}, 'not clear yet'],
		[{...noNumber, reason: 'only new titles'}, 'only new titles'],
	] as const)('%o', (given, words) => {
		expect(verdictWords(fakeNumbers(given))).toBe(words);
	});

	test('a sentence of the number', () => {
		const rest = 'measured against everything else watched at the same times of day in the same weeks.';
		const head = 'While it was promoted, people began its titles';
		expect(liftSentence(fakeNumbers({}))).toBe(`${head} 1.7 times as often (1.2 to 2.4), ${rest}`);
		expect(liftSentence(fakeNumbers(noneWithout))).toBe(`${head} at least 2.7 times as often, ${rest}`);
		expect(liftSentence(fakeNumbers(noneWith))).toBe(`${head} at most 0.5 times as often, ${rest}`);
		expect(liftSentence(fakeNumbers({...noNumber, reason: 'too few'}))).toBe('');
	});

	test('it shares its titles from a third of its starts on', () => {
		const of = (alsoElsewhere: number) => fakeCollectionLift({alsoElsewhere, onStarts: 20, offStarts: 10});
		expect(sharingWords(of(9))).toBe('');
		expect(sharingWords(of(10))).toBe('shares its titles');
		expect(sharingWords(fakeCollectionLift({alsoElsewhere: 0, onStarts: 0, offStarts: 0}))).toBe('');
	});

	test('of many numbers some stand out by chance', () => {
		const numbers = Array.from({length: 24}, () => fakeNumbers({}));
		expect(chanceWords([...numbers, fakeNumbers({...noNumber, reason: 'too few'})])).toBe(
			'of 24 numbers about 1 stands out by chance',
		);
		expect(chanceWords(Array.from({length: 40}, () => fakeNumbers({})))).toBe(
			'of 40 numbers about 2 stand out by chance',
		);
		expect(chanceWords([])).toBe('');
	});
});
