import {AppError} from '../../domain/app-error.ts';
import type {BoardRow} from '../../domain/board.ts';
import {collectionKey} from '../../domain/collection.ts';
import type {CollectionLift} from '../../domain/lift.ts';
import {storedWindows} from '../../domain/period.ts';
import type {Coverage, PlayCount, PlayCounts} from '../../domain/plays/plays.ts';
import {askShown, type Shown} from '../collections/promotion.ts';
import {askKnownLifts} from '../lift/ask.ts';
import type {Asking} from '../plan/view.ts';
import {askNamed} from '../plays/named-rows.ts';
import {type TitleRow, titleRows} from './titles.ts';

/** Everything that is known of one collection. */
export type OneCollection = {
	readonly row: BoardRow;
	/** How many the board has; null: it has no rank in this window. */
	readonly ranked: number | null;
	readonly total: PlayCounts['total'];
	/** Its days, the oldest first, and what was played on each. */
	readonly days: readonly string[];
	readonly daily: readonly PlayCount[];
	/** What promoting it did in a year; null: it was never recorded. */
	readonly lift: CollectionLift | null;
	/** What of it was played, the most first, and what was not. */
	readonly titles: readonly TitleRow[];
	readonly shown: Shown | undefined;
	/** Who watches it, the most first. */
	readonly watchers: readonly PlayCount[];
	readonly coverage: Coverage;
};

/** Collections of seasons, episodes, albums and tracks hold no titles themselves. */
const holdsTitles = ({snapshot}: BoardRow): boolean => ['movie', 'show', 'artist'].includes(snapshot.mediaType);

const usualDays = 30;

/** The window of the board that it is ranked in; null: snapshots do not have that one. */
const rankedDays = ({query: {window}}: Asking): number | null =>
	'days' in window && window.at === undefined && storedWindows.includes(window.days) ? window.days : null;

/** The collection that is asked for, on the board. */
const askRow = async (asking: Asking): Promise<Pick<OneCollection, 'row' | 'ranked'>> => {
	const {sources, query, signal} = asking;
	const days = rankedDays(asking);
	const {rows} = await sources.board({days: days ?? usualDays, yAxis: 'plays'}, signal);
	const row = rows.find(({snapshot}) => snapshot.ratingKey === query.subject?.id);
	if (row) return {row, ranked: days === null ? null : rows.length};
	throw new AppError('not-found', `No snapshot is of the collection ${query.subject?.name ?? ''} yet.`, {
		hint: 'tautop collect takes one.',
	});
};

export const askCollection = async (asking: Asking): Promise<OneCollection> => {
	const {sources, query, signal} = asking;
	const {row, ranked} = await askRow(asking);
	const collection = query.subject ? [query.subject] : [];
	const where = {...query.where, collection};
	const {window} = query;
	const base = {split: 'nothing', measure: 'plays', limit: Number.MAX_SAFE_INTEGER} as const;
	// All of its titles, each with its users, as a report has them.
	const named = await askNamed({...asking, form: 'report', query: {...query, where}}, 'title', true);
	const [items, ever, watchers, daily, lifts, shown] = await Promise.all([
		holdsTitles(row) ? sources.collectionItems({ratingKey: row.snapshot.ratingKey}, signal) : [],
		sources.plays({...base, by: 'title', window: {days: 0}, where: {collection}}, signal),
		sources.plays({...base, by: 'user', window, where}, signal),
		sources.plays({...base, by: 'date', window, where, measure: 'users'}, signal),
		askKnownLifts(asking),
		askShown(asking),
	]);
	const key = collectionKey(row.snapshot);
	return {
		row,
		ranked,
		total: daily.total,
		days: daily.axis ?? [],
		daily: daily.rows,
		titles: titleRows(named.rows, items, ever.rows),
		watchers: watchers.rows.filter(({plays}) => plays > 0),
		coverage: named.coverage,
		lift: lifts.get(key) ?? null,
		shown: shown.get(key),
	};
};
