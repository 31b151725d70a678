import {formatDay, formatWhen, type Zone} from '../../canvas/clock.ts';
import {formatBytes, formatCount} from '../../canvas/format.ts';
import type {CollectionItem} from '../../domain/collection.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {PlayCount} from '../../domain/plays/plays.ts';
import {shownTitle} from '../../domain/text/text.ts';
import type {Column} from '../plan/list-view.ts';
import type {Scene} from '../plan/scene.ts';
import {time} from '../plan/words.ts';
import type {NamedRow} from '../plays/named-rows.ts';
import {keyValue} from '../plays/named-view.ts';

/** A title of a collection: its plays in the window, and what is known of it. */
export type TitleRow = {
	readonly key: string;
	readonly name: string;
	readonly plays: number;
	readonly playedSeconds: number;
	/** Null: not asked for. */
	readonly users: number | null;
	/** Unix seconds of the last stop of all; null: never. */
	readonly lastAt: number | null;
	/** Bytes; null: not known. */
	readonly size: number | null;
	readonly addedAt: number | null;
	/** Unix seconds since which it is in the collection; null: since its first read, or not known. */
	readonly since: number | null;
	/** False: it is in the collection no more, or not itself: a show whose season is. */
	readonly isItem: boolean;
};

const unplayed = {plays: 0, playedSeconds: 0, users: null};

/**
 * What was played, the most first, then what was not, the largest first: what lies idle stands at the end. `ever`: plays of all
 * time. Collections of seasons and episodes hold no titles, so what was played of them stands alone.
 */
export const titleRows = (
	played: readonly NamedRow[],
	items: readonly CollectionItem[],
	ever: readonly PlayCount[],
): readonly TitleRow[] => {
	const byKey = new Map(items.map(item => [item.ratingKey, item]));
	const last = new Map(ever.map(({key, lastAt}) => [key, lastAt]));
	const rowOf = (key: string, name: string, counts: Pick<TitleRow, keyof typeof unplayed>): TitleRow => {
		const item = byKey.get(key);
		return {
			key,
			name,
			plays: counts.plays,
			playedSeconds: counts.playedSeconds,
			users: counts.users,
			lastAt: last.get(key) ?? null,
			size: item?.size ?? null,
			addedAt: item?.addedAt ?? null,
			since: item?.since ?? null,
			isItem: item !== undefined,
		};
	};
	const known = new Set(played.map(({key}) => key));
	const idle = items
		.filter(({ratingKey}) => !known.has(ratingKey))
		.toSorted((one, two) => (two.size ?? 0) - (one.size ?? 0) || (one.title < two.title ? -1 : 1));
	return [
		...played.map(row => rowOf(row.key, row.name, row)),
		...idle.map(({ratingKey, title}) => rowOf(ratingKey, title, unplayed)),
	];
};

/** The titles that nobody ever played, and what they take. */
export const neverPlayed = (rows: readonly TitleRow[]): {readonly titles: number; readonly size: number} => {
	const never = rows.filter(({lastAt, isItem}) => isItem && lastAt === null);
	return {titles: never.length, size: never.reduce((sum, {size}) => sum + (size ?? 0), 0)};
};

/** "12 Nov" of less than a year ago, else "12 Nov 2024". */
const dayWords = (at: number, now: number, zone: Zone): string =>
	now - at < 300 * secondsPerDay ? formatDay(at, zone) : formatWhen(at, now, zone);

/** "now" while somebody watches it, "never", else when it was stopped last. */
const lastWords = ({key, lastAt}: TitleRow, {live, now, zone}: Scene): string => {
	const isWatched = live?.sessions.some(
		({ratingKey, grandparentRatingKey}) => ratingKey === key || grandparentRatingKey === key,
	);
	if (isWatched) return 'now';
	return lastAt === null ? 'never' : formatWhen(lastAt, now, zone);
};

export const titleColumns: readonly Column<TitleRow>[] = [
	{id: 'rating_key', value: ({key}) => keyValue(key)},
	{
		id: 'title',
		heading: 'title',
		value: ({name}) => name,
		show: ({name}) => shownTitle(name),
		grows: true,
		atMost: 48,
	},
	{
		id: 'total_plays',
		heading: 'plays',
		value: ({plays}) => plays,
		show: ({plays}, {glyphs}) => (plays === 0 ? glyphs.none : formatCount(plays, glyphs)),
		align: 'right',
		bar: true,
	},
	{
		id: 'total_duration',
		heading: 'time',
		value: ({playedSeconds}) => playedSeconds,
		show: row => (row.plays === 0 ? '' : time(row.playedSeconds)),
		align: 'right',
		bar: true,
		dropAt: 4,
	},
	{
		id: 'users',
		heading: 'users',
		value: ({users}) => users,
		show: ({plays, users}, {glyphs}) => (plays === 0 ? glyphs.none : String(users ?? '')),
		align: 'right',
		bar: true,
		when: rows => rows.some(({users}) => users !== null),
	},
	{
		id: 'last',
		heading: 'last played',
		value: ({lastAt}) => lastAt,
		show: lastWords,
		align: 'left',
		first: 'down',
		dropAt: 2,
	},
	{
		id: 'size',
		heading: 'size',
		value: ({size}) => size,
		show: ({size}) => (size === null ? '' : formatBytes(size)),
		align: 'right',
		first: 'down',
		when: rows => rows.some(({size}) => size !== null),
		dropAt: 1,
	},
	{
		id: 'added',
		heading: 'added',
		value: ({addedAt}) => addedAt,
		show: ({addedAt}, {now, zone}) => (addedAt === null ? '' : dayWords(addedAt, now, zone)),
		align: 'left',
		first: 'down',
		when: rows => rows.some(({addedAt}) => addedAt !== null),
		dropAt: 5,
	},
	{id: 'since', value: ({since}) => (since === null ? null : Math.floor(since))},
];
