import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {LiftNumbers} from '../../../source/domain/lift.ts';
import type {PromotionSpan} from '../../../source/domain/promotion.ts';
import {zoneSpans} from '../../../source/domain/zone.ts';
import type {LiftCollection, LiftInput, LiftMember} from '../../../source/stats/lift/input.ts';
import {computeLift} from '../../../source/stats/lift/lift.ts';
import {localStarts} from '../../../source/stats/plays/local-clock.ts';
import {playColumns, type TestPlay} from '../../helpers/play-columns.ts';
import {isAnywhere, isSeen, type NaiveSums, naiveHours, naiveSums, type Question} from './naive-lift.ts';

const day = 86_400;
const begin = 20_480 * day;

/** Days around a change of the clock and the end of a block, in steps that meet each other often; at night and at noon. */
const time = fc
	.tuple(fc.integer({min: 0, max: 99}), fc.constantFrom(0, day / 2))
	.map(([days, seconds]) => begin + days * day + seconds);

const added = time.map(at => at - 40 * day);

const mediaOf = {
	movie: fc.integer({min: 1, max: 6}).map(item => ({media: 'movie', item})),
	episode: fc
		.tuple(fc.integer({min: 1, max: 2}), fc.integer({min: 1, max: 2}), fc.integer({min: 1, max: 2}))
		.map(([show, season, number]) => ({
			media: 'episode',
			item: 1000 * show + 100 * season + number,
			parent: 100 * show + 10 * season,
			grandparent: 10 * show,
		})),
	track: fc
		.integer({min: 1, max: 3})
		.map(number => ({media: 'track', item: 9900 + number, parent: 990 + (number % 2), grandparent: 98 + (number % 2)})),
};

const play = fc
	.tuple(
		fc.oneof(mediaOf.movie, mediaOf.movie, mediaOf.episode, mediaOf.episode, mediaOf.track),
		time,
		fc.integer({min: 1, max: 3}),
	)
	.map(([keys, start, user]) => ({...keys, start, stop: start + 60, user}));

const kinds = [
	{mediaType: 'movie', level: 0, keys: [1, 2, 3, 4]},
	{mediaType: 'show', level: 2, keys: [10, 20]},
	{mediaType: 'season', level: 1, keys: [110, 120, 210]},
	{mediaType: 'episode', level: 0, keys: [1101, 1102, 1201, 2101]},
	{mediaType: 'album', level: 1, keys: [990, 991]},
	{mediaType: 'artist', level: 2, keys: [98, 99]},
] as const;

const known = (arbitrary: fc.Arbitrary<number>, times: number) =>
	fc.oneof({weight: 2, arbitrary: fc.constant(null)}, {weight: times, arbitrary});

const memberOf = (key: number): fc.Arbitrary<LiftMember> =>
	fc.record({key: fc.constant(key), addedAt: known(added, 1), firstSeen: known(time, 1), lastSeen: known(time, 1)});

const shown = fc.oneof(
	fc.record({home: fc.boolean(), shared: fc.boolean(), recommended: fc.boolean()}),
	fc.constant({home: false, shared: false, recommended: false}),
	fc.constant('somewhere' as const),
);

const spans: fc.Arbitrary<PromotionSpan[]> = fc
	.tuple(
		fc.uniqueArray(time, {maxLength: 14}),
		fc.array(fc.tuple(shown, known(fc.integer({min: 1, max: 8}), 5), fc.nat(4)), {minLength: 14, maxLength: 14}),
	)
	.map(([times, states]) => {
		const sorted = times.toSorted((one, two) => one - two);
		return sorted.slice(1).flatMap((to, index): PromotionSpan[] => {
			const [where, row, gap] = states[index] ?? [];
			const from = sorted[index] ?? 0;
			if (where === undefined || gap === 0) return [];
			const isOn = where === 'somewhere' || where.home || where.shared || where.recommended;
			return [{from, to, shown: where, row: isOn ? (row ?? null) : null, source: 'look'}];
		});
	});

const collection: fc.Arbitrary<LiftCollection> = fc.constantFrom(...kinds).chain(({mediaType, level, keys}) =>
	fc.record({
		ratingKey: fc.constant('1'),
		sectionUuid: fc.constant('uuid'),
		title: fc.constant(mediaType),
		libraryName: fc.constant(''),
		mediaType: fc.constant(mediaType),
		level: fc.constant(level),
		members: fc.tuple(...keys.map(memberOf)).chain(members => fc.subarray([...members], {minLength: 1})),
		spans,
	}),
);

const world: fc.Arbitrary<LiftInput> = fc
	.record({
		plays: fc.array(play, {minLength: 100, maxLength: 200}),
		collections: fc.array(collection, {minLength: 1, maxLength: 3}),
		zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
		owners: fc.option(fc.constant(new Set([1, 2, 3, 4])), {nil: null}),
		window: fc.uniqueArray(time, {minLength: 2, maxLength: 2}),
	})
	.map(({plays, collections, zone, owners, window}) => {
		const columns = playColumns(plays.map((each, index): TestPlay => ({...each, id: index + 1})));
		const starts = localStarts(columns, zoneSpans(zone, begin - day, begin + 110 * day));
		const numbered = collections.map((each, index) => ({...each, ratingKey: String(index)}));
		const [from, to] = [Math.min(...window), Math.max(...window) + 20 * day];
		return {columns, starts, zone, owners, window: {from, to}, collections: numbered, only: null};
	});

const compute = (input: LiftInput) => {
	const steps = computeLift(input);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
};

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

const toText = ({onStarts, offStarts, otherOnStarts, otherOffStarts, expectedOn, expectedOff}: LiftNumbers): string =>
	[onStarts, offStarts, otherOnStarts, otherOffStarts, rounded(expectedOn), rounded(expectedOff)].join(' ');

const naiveText = ({a, b, c, d, e1, e0}: NaiveSums): string => [a, b, c, d, rounded(e1), rounded(e0)].join(' ');

const inPlace =
	(place: 'home' | 'shared' | 'recommended'): Question =>
	(span, person) => {
		if ((place === 'home' && person === 'friend') || (place === 'shared' && person === 'owner')) return 'out';
		if (!isAnywhere(span)) return 'off';
		return span.shown !== 'somewhere' && span.shown[place] ? 'on' : 'out';
	};

const inRows =
	(first: number, last: number): Question =>
	(span, person) => {
		if (isSeen(span, person) === 'off') return 'off';
		return span.row !== null && span.row >= first && span.row <= last ? 'on' : 'out';
	};

const highAgainstLow: Question = (span, person) => {
	if (isSeen(span, person) === 'off' || span.row === null) return 'out';
	return span.row <= 2 ? 'on' : 'off';
};

const addedUp = (all: readonly NaiveSums[]): NaiveSums =>
	all.reduce((sum, each) => ({
		a: sum.a + each.a,
		b: sum.b + each.b,
		c: sum.c + each.c,
		d: sum.d + each.d,
		e1: sum.e1 + each.e1,
		e0: sum.e0 + each.e0,
		r: sum.r + each.r,
		s: sum.s + each.s,
		elsewhere: sum.elsewhere + each.elsewhere,
	}));

test('every world counts as when each start looks for itself', () => {
	fc.assert(
		fc.property(world, input => {
			const found = compute(input);
			const naive = (question: Question): NaiveSums =>
				addedUp(input.collections.map(each => naiveSums(input, each, question)));
			for (const each of input.collections) {
				const one = found.collections.find(({ratingKey}) => ratingKey === each.ratingKey);
				if (!one) throw new Error('It is missing.');
				const sums = naiveSums(input, each, isSeen);
				expect(toText(one)).toBe(naiveText(sums));
				expect(one.alsoElsewhere).toBe(sums.elsewhere);
				const {on, off, unknown, periods} = naiveHours(input, each, isSeen);
				expect([one.onHours, one.offHours, one.unknownHours, one.periods]).toEqual([
					on / 3600,
					off / 3600,
					unknown / 3600,
					periods,
				]);
				if (one.lift !== null && sums.b > 0) expect(one.lift).toBeCloseTo(sums.r / sums.s, 9);
				for (const place of ['home', 'shared', 'recommended'] as const) {
					expect(toText(one.places[place])).toBe(naiveText(naiveSums(input, each, inPlace(place))));
				}
			}
			expect(toText(found.together)).toBe(naiveText(naive(isSeen)));
			const bands = [inRows(1, 1), inRows(2, 2), inRows(3, 5), inRows(6, 99)];
			expect(found.rows.map(toText)).toEqual(bands.map(question => naiveText(naive(question))));
			expect(toText(found.highAgainstLow)).toBe(naiveText(naive(highAgainstLow)));
		}),
		{numRuns: 200},
	);
});
