import {
	type CollectionLift,
	type Lift,
	type LiftAnswer,
	type Place,
	type RowLift,
	rowBands,
} from '../../domain/lift.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {zoneSpans} from '../../domain/zone.ts';
import {blocksOf} from './blocks.ts';
import {countCollection, isOfParts, type Shared} from './count-collection.ts';
import type {LiftCollection, LiftInput, Stretch} from './input.ts';
import type {TimedKind} from './ordered-plays.ts';
import {playsByKey} from './plays-by-key.ts';
import {highAgainstLow, inBand, inPlace, promoted} from './shown.ts';
import {liftOf, liftTogether, type Studied, study} from './studied.ts';
import {timedPlays} from './timed-plays.ts';

/** The numbers of an answer. */
export type LiftParts = Pick<LiftAnswer, 'together' | 'rows' | 'highAgainstLow' | 'byChance' | 'collections'>;

const musicTypes = new Set(['artist', 'album', 'track']);

const kindOf = ({mediaType}: LiftCollection): TimedKind => (musicTypes.has(mediaType) ? 'music' : 'video');

const sharedOf = (input: LiftInput, kind: TimedKind, collections: readonly LiftCollection[]): Shared => {
	const plays = timedPlays(input, kind, {startsOnly: !collections.some(isOfParts)});
	return {
		plays,
		playsOf: playsByKey(input.columns, plays, collections),
		blocks: blocksOf(input.window, input.zone),
		only: input.only,
		holders: new Uint16Array(plays.count),
	};
};

/** Yields where the thread may be given back. */
function* studyAll(input: LiftInput): Generator<void, readonly Studied[]> {
	const {window, zone, owners} = input;
	const about = {window, clock: zoneSpans(zone, window.from, window.to), ownerKnown: owners !== null};
	const found: Studied[] = [];
	for (const [kind, collections] of Map.groupBy(input.collections, kindOf)) {
		const shared = sharedOf(input, kind, collections);
		yield;
		for (const collection of collections) {
			found.push(study(collection, countCollection(shared, collection), shared.holders, about));
			yield;
		}
	}
	return found;
}

const collectionLift = (studied: Studied, window: Stretch): CollectionLift => {
	const {ratingKey, sectionUuid, title, libraryName} = studied.collection;
	const inOne = (place: Place): Lift => liftOf(studied, inPlace(place), window);
	return {
		...liftOf(studied, promoted, window),
		ratingKey,
		sectionUuid,
		title,
		libraryName,
		places: {home: inOne('home'), shared: inOne('shared'), recommended: inOne('recommended')},
	};
};

/** Surely good before lucky; what has no number last. */
const byLow = (one: CollectionLift, two: CollectionLift): number =>
	(two.low ?? -1) - (one.low ?? -1) ||
	Number(one.reason !== null) - Number(two.reason !== null) ||
	(one.title < two.title ? -1 : 1);

const rowLift = (studied: readonly Studied[], band: number): Omit<RowLift, 'rows'> => {
	const {numbers, collections, onSeconds} = liftTogether(studied, inBand(band));
	return {
		...numbers,
		collections,
		hours: onSeconds / 3600,
		startsPerDay: onSeconds === 0 ? null : (numbers.onStarts * secondsPerDay) / onSeconds,
	};
};

/** So many in a hundred intervals miss the truth. */
const missed = 1 / 20;

/** Did people begin titles more often while they were promoted? Yields where the thread may be given back. */
export function* computeLift(input: LiftInput): Generator<void, LiftParts> {
	const studied = yield* studyAll(input);
	const collections: CollectionLift[] = [];
	for (const each of studied) {
		collections.push(collectionLift(each, input.window));
		yield;
	}
	return {
		together: liftTogether(studied, promoted).numbers,
		rows: rowBands.map((rows, band) => ({rows, ...rowLift(studied, band)})),
		highAgainstLow: liftTogether(studied, highAgainstLow).numbers,
		byChance: Math.round(collections.filter(({reason}) => reason === null).length * missed),
		collections: collections.toSorted(byLow),
	};
}
