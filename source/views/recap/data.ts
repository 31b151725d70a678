import type {CollectionLift, LiftNumbers} from '../../domain/lift.ts';
import type {PlayCount} from '../../domain/plays/plays.ts';
import type {RecapAnswer} from '../../domain/plays/recap.ts';
import type {WhyCounts} from '../../domain/streams/why.ts';
import {dayStart} from '../../domain/zone.ts';
import {dayNumber} from '../../stats/plays/time-axis.ts';
import {askKnownLifts} from '../lift/ask.ts';
import type {Asking} from '../plan/view.ts';
import {orUnseen} from '../streams/why.ts';

/** What promoting to Home did in a year. */
type HomeOfYear = {
	/** Collections that were on somebody's Home. */
	readonly collections: number;
	/** Of how many of them there is a number, and of how many it says that people began more of it. */
	readonly numbers: number;
	readonly more: number;
	/** The one of these with the most. */
	readonly best: CollectionLift | null;
};

/** A year, and what tautop itself saw of it. */
export type Year = RecapAnswer & {
	/** Null: it is not known what was promoted, the year is over, or the question is about a part of the home. */
	readonly home: HomeOfYear | null;
	/** Why it was transcoded; null: nobody can say. */
	readonly why: WhyCounts | null;
	/** The most played, the most first. */
	readonly titles: readonly PlayCount[];
	readonly users: readonly PlayCount[];
};

/** A number, or what it is at least where nothing was begun without promotion. */
const sizeOf = ({lift, low}: LiftNumbers): number => lift ?? low ?? 0;

/** `from`: Unix seconds. */
const homeOf = (lifts: Iterable<CollectionLift>, from: number): HomeOfYear | null => {
	const shown = [...lifts].filter(({places: {home, shared}}) =>
		[home, shared].some(({lastOn}) => lastOn !== null && lastOn > from),
	);
	if (shown.length === 0) return null;
	const more = shown.filter(({verdict}) => verdict === 'more');
	const [best = null] = more.toSorted((one, two) => sizeOf(two) - sizeOf(one));
	return {
		collections: shown.length,
		numbers: shown.filter(({reason}) => reason === null).length,
		more: more.length,
		best,
	};
};

/** Lift is of everybody and until now: of a year that is over, or of a part of the home, there is none. */
const askHome = async (asking: Asking, {isSoFar, from, coverage}: RecapAnswer): Promise<HomeOfYear | null> => {
	if (!isSoFar || Object.keys(asking.query.where).length > 0) return null;
	return homeOf((await askKnownLifts(asking)).values(), dayStart(coverage.zone, dayNumber(from)));
};

/** Names beside the sentences, where there is room. */
const mostNames = 20;

/** The year, which brings the mirror up to date; then what stands beside it. */
export const askYear = async (asking: Asking, year: number | null): Promise<Year> => {
	const {sources, query, signal} = asking;
	const answer = await sources.recap({year, where: query.where}, signal);
	const window = {from: answer.from, to: answer.to};
	const base = {window, where: query.where, split: 'nothing', measure: 'plays', limit: mostNames} as const;
	const [home, why, titles, users] = await Promise.all([
		askHome(asking, answer),
		orUnseen(sources.whyTranscoded({window, where: query.where}, signal)),
		sources.plays({...base, by: 'title'}, signal),
		sources.plays({...base, by: 'user'}, signal),
	]);
	return {...answer, home, why, titles: titles.rows, users: users.rows};
};
