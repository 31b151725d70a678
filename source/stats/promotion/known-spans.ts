import {isPromoted, type Promoted} from '../../domain/collection.ts';
import type {LookSpan, PromotionSpan, PromotionState, SectionLooks} from '../../domain/promotion.ts';

/** Nobody can say what happened in a longer silence. */
const longestGap = 48 * 3600;

/** A library that rotates must not be joined over longer gaps than this: what was on may have been off and on again. */
const longestRotatingGap = 6 * 3600;

/** What the looks at a library tell of its collections. */
export type KnownPromotions = {
	/** By rating key. A look alone has no length: it tells of no time, but it may contradict what else is known. */
	readonly spans: ReadonlyMap<string, readonly PromotionSpan[]>;
	/** True: the library rotates faster than it was looked at, so gaps of more than six hours are unknown. */
	readonly needsFrequentLooks: boolean;
};

/** Unix seconds, `[from, to)`. */
type Window = {readonly from: number; readonly to: number};

/** A gap between two neighbouring looks: the time of each. */
type Gap = readonly [before: number, after: number];

const gapsOf = (looks: readonly LookSpan[]): Gap[] =>
	looks.flatMap(({first}, index): Gap[] => {
		const before = looks[index - 1];
		return before ? [[before.last, first]] : [];
	});

const sameFlags = (one: Promoted, two: Promoted): boolean =>
	one.home === two.home && one.shared === two.shared && one.recommended === two.recommended;

const stateAt = (states: readonly PromotionState[], at: number): PromotionState | undefined =>
	states.find(({first, last}) => first <= at && at <= last);

/** Too few pairs say nothing. */
const leastPairs = 5;

/**
 * lift.md 2: what was on at a look and still was at the next one, of all that was on, over gaps of 6 to 48 hours. Where less
 * than half stayed, the library rotates faster than it was looked at.
 */
const rotatesBetweenLooks = ({states}: SectionLooks, gaps: readonly Gap[], {from, to}: Window): boolean => {
	const judged = gaps.filter(
		([before, after]) =>
			after - before > longestRotatingGap && after - before <= longestGap && before >= from && after <= to,
	);
	let [on, stayed] = [0, 0];
	for (const of of states.values()) {
		for (const [before, after] of judged) {
			const state = stateAt(of, before);
			if (!state || !isPromoted(state.promoted)) continue;
			on += 1;
			stayed += Number(isPromoted(stateAt(of, after)?.promoted ?? null));
		}
	}
	return on >= leastPairs && stayed / on < 0.5;
};

const spanOf = (
	from: number,
	to: number,
	{promoted, row}: Pick<PromotionState, 'promoted' | 'row'>,
): PromotionSpan => ({from, to, shown: promoted, row, source: 'look'});

/** A state is known from its first look to its last, but for the gaps in it that are too long. */
const knownOf = (state: PromotionState, tooLong: readonly Gap[]): PromotionSpan[] => {
	if (tooLong.length === 0) return [spanOf(state.first, state.last, state)];
	const within = tooLong.filter(([before, after]) => before >= state.first && after <= state.last);
	const starts = [state.first, ...within.map(([, after]) => after)];
	const ends = [...within.map(([before]) => before), state.last];
	return starts.map((from, index) => spanOf(from, ends[index] ?? state.last, state));
};

const spansOf = (states: readonly PromotionState[], tooLong: readonly Gap[], longest: number): PromotionSpan[] =>
	states.flatMap((state, index): PromotionSpan[] => {
		const before = states[index - 1];
		const known = knownOf(state, tooLong);
		if (!before || !state.joins || state.first - before.last > longest) return known;
		// Where only the row moved, the flags are known in between.
		if (!sameFlags(before.promoted, state.promoted)) return known;
		return [spanOf(before.last, state.first, {promoted: state.promoted, row: null}), ...known];
	});

/** The state of every collection as far as looks tell it: between neighbours that found the same, at most 48 hours apart. */
export const knownPromotions = (section: SectionLooks, window: Window): KnownPromotions => {
	const gaps = gapsOf(section.looks);
	const needsFrequentLooks = rotatesBetweenLooks(section, gaps, window);
	const longest = needsFrequentLooks ? longestRotatingGap : longestGap;
	const tooLong = gaps.filter(([before, after]) => after - before > longest);
	const spans = [...section.states].map(([key, states]) => [key, spansOf(states, tooLong, longest)] as const);
	return {spans: new Map(spans), needsFrequentLooks};
};
