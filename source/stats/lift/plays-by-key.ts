import type {MemberLevel} from '../../domain/member-level.ts';
import {nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import type {LiftCollection} from './input.ts';
import type {TimedPlays} from './timed-plays.ts';

/** The plays of a member, by their places in time. */
export type PlaysByKey = (level: MemberLevel, key: number) => readonly number[];

const none: readonly number[] = [];

/** The plays of all that is in any of these collections. */
export const playsByKey = (
	{itemKeys, parentKeys, grandparentKeys}: PlayColumns,
	{count, places}: TimedPlays,
	collections: readonly LiftCollection[],
): PlaysByKey => {
	const levels = [itemKeys, parentKeys, grandparentKeys].map((column, level) => {
		const members = collections.flatMap(each => (each.level === level ? each.members : []));
		return {column, found: new Map(members.map(({key}): [number, number[]] => [key, []]))};
	});
	for (const {column, found} of levels) {
		if (found.size === 0) continue;
		for (let place = 0; place < count; place++) found.get(column[places[place] ?? 0] ?? nothing)?.push(place);
	}
	return (level, key) => levels[level]?.found.get(key) ?? none;
};
