import {expect, test} from 'vitest';
import {createIsNew} from '../../../source/commands/run/once.ts';

test('a sentence is new once, until so many others came that it is forgotten', () => {
	const isNew = createIsNew();
	expect(['a', 'b', 'a', 'b'].map(isNew)).toEqual([true, true, false, false]);
	const others = Array.from({length: 498}, (_, index) => `${index}`);
	expect(others.every(isNew)).toBe(true);
	expect([isNew('a'), isNew('one more'), isNew('a'), isNew('a')]).toEqual([false, true, true, false]);
});
