import type {ChangeGroup, NamedChange, Played} from '../domain/plays/changes.ts';
import {handful} from '../domain/plays/handful.ts';
import type {PlayCount} from '../domain/plays/plays.ts';

const nothingPlayed: Played = {plays: 0, playedSeconds: 0, users: 0};

const playedOf = (row: PlayCount | undefined): Played =>
	row ? {plays: row.plays, playedSeconds: row.playedSeconds, users: row.users ?? 0} : nothingPlayed;

/** The names of both windows, each with what was played of it in either. */
export const changesOf = (
	group: ChangeGroup,
	now: readonly PlayCount[],
	before: readonly PlayCount[],
): readonly NamedChange[] => {
	const [mine, theirs] = [now, before].map(rows => new Map(rows.map(row => [row.key, row])));
	const keys = new Set([...now, ...before].map(({key}) => key));
	return [...keys].flatMap(key => {
		const row = mine?.get(key) ?? theirs?.get(key);
		if (!row) return [];
		const {name, deleted} = row;
		return [{group, key, name, deleted, now: playedOf(mine?.get(key)), before: playedOf(theirs?.get(key))}];
	});
};

/** How much more, in whole percent; null: there is too little to compare, or nothing to compare with. */
export const percentMore = (now: number, before: number, plays: readonly number[] = [now, before]): number | null =>
	before <= 0 || plays.some(count => count < handful) ? null : Math.round((100 * (now - before)) / before);
