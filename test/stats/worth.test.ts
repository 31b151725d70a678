import {describe, expect, test} from 'vitest';
import {compareWorth, type WorthFacts, worthOf} from '../../source/stats/promotion/worth.ts';
import {fakeCollectionLift, noNumber} from '../helpers/fake-lift.ts';

const day = 86_400;

const facts = (lift: Parameters<typeof fakeCollectionLift>[0], given: Partial<WorthFacts> = {}): WorthFacts => ({
	lift: fakeCollectionLift({onHours: 30 * 24, ...lift}),
	plays: 12,
	shownSeconds: 30 * day,
	...given,
});

const less = {lift: 0.6, low: 0.4, high: 0.9, verdict: 'less'} as const;
const unlucky = {lift: 0.8, low: 0.5, high: 1.2, verdict: 'unclear'} as const;

describe('whether a collection earns its place', () => {
	test.each([
		['could go', facts(less)],
		['perhaps', facts(unlucky)],
		['no difference', facts({lift: 1, low: 0.8, high: 1.2, verdict: 'same'})],
		['not clear yet', facts({lift: 1.2, low: 0.8, high: 1.9, verdict: 'unclear'})],
		['stays', facts({lift: 1.7, low: 1.2, high: 2.4, verdict: 'more'})],
		['not known', facts({...noNumber, reason: 'too few'})],
		// Nobody plays it, and it was shown for long enough to say so.
		['could go', facts({...noNumber, reason: 'too few'}, {plays: 0})],
		['could go', facts({...noNumber, reason: 'too few'}, {plays: 0, shownSeconds: 14 * day})],
		['not known', facts({...noNumber, reason: 'too few'}, {plays: 0, shownSeconds: 14 * day - 1})],
		// What it holds is not known: that is no zero.
		['not known', facts({...noNumber, reason: 'too few'}, {plays: null})],
		// Shown for too short to judge it.
		['not known', facts({...less, onHours: 335})],
		['could go', facts({...less, onHours: 336})],
	] as const)('%s', (word, given) => {
		expect(worthOf(given)).toBe(word);
	});

	test('what is surely bad stands before what may be unlucky, and what nobody plays before that', () => {
		const unplayed = facts({...noNumber, reason: 'too few'}, {plays: 0});
		const [bad, worse] = [facts(less), facts({...less, high: 0.7})];
		const fewer = facts(unlucky, {plays: 3});
		const all = [facts(unlucky), bad, fewer, worse, unplayed];
		expect(all.toSorted(compareWorth)).toEqual([unplayed, worse, bad, fewer, all[0]]);
	});
});
