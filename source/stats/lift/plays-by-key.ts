import type {MemberLevel} from '../../domain/member-level.ts';
import {nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import {groupPlaces} from './grouped.ts';
import type {LiftCollection} from './input.ts';
import type {TimedPlays} from './timed-plays.ts';

/** The plays of a member, by their places in time. */
export type PlaysByKey = (level: MemberLevel, key: number) => Int32Array;

const none = new Int32Array();

/** Numbers of all members of one level. */
const numberMembers = (collections: readonly LiftCollection[], level: number): ReadonlyMap<number, number> => {
	const numbers = new Map<number, number>();
	for (const collection of collections) {
		if (collection.level !== level) continue;
		for (const {key} of collection.members) if (!numbers.has(key)) numbers.set(key, numbers.size);
	}
	return numbers;
};

/** The plays of all that is in any of these collections. */
export const playsByKey = (
	{itemKeys, parentKeys, grandparentKeys}: PlayColumns,
	{count, places}: TimedPlays,
	collections: readonly LiftCollection[],
): PlaysByKey => {
	const levels = [itemKeys, parentKeys, grandparentKeys].map((column, level) => {
		const numbers = numberMembers(collections, level);
		if (numbers.size === 0) return () => none;
		const numberOf = new Int32Array(count);
		for (let place = 0; place < count; place++) {
			numberOf[place] = numbers.get(column[places[place] ?? 0] ?? nothing) ?? -1;
		}
		const grouped = groupPlaces(numberOf, numbers.size);
		return (key: number): Int32Array => {
			const number = numbers.get(key);
			return number === undefined ? none : grouped.of(number);
		};
	});
	return (level, key) => levels[level]?.(key) ?? none;
};
