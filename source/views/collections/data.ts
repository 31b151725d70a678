import {AppError} from '../../domain/app-error.ts';
import type {Board, BoardRow, WeeklyPlays} from '../../domain/board.ts';
import {collectionKey, type Snapshot} from '../../domain/collection.ts';
import type {Lift} from '../../domain/lift.ts';
import type {YAxis} from '../../domain/media.ts';
import {type Days, storedWindows} from '../../domain/period.ts';
import type {Choice, Narrowing} from '../../domain/plays/narrowing.ts';
import type {Coverage, PlayCount} from '../../domain/plays/plays.ts';
import {didYouMean, quotes} from '../../domain/text/nearest.ts';
import {windowOf} from '../../stats/leaderboard.ts';
import {askKnownLifts, type Lifts} from '../lift/ask.ts';
import {type Switch, switchValue} from '../plan/own.ts';
import {rotationOf} from '../plan/query.ts';
import type {Asking} from '../plan/view.ts';
import {askShown, flagsOf, type Shown, type ShownBy} from './promotion.ts';
import {askWeeks, noWeekly} from './weeks.ts';

/** A row of the board with what is known of its promotion, and its last weeks. */
export type BoardItem = BoardRow & {
	/** What promoting the collection did in a year; null: it was never recorded. */
	readonly lift: Lift | null;
	readonly shown: Shown | undefined;
	/** Plays of each week; null: nobody knows. */
	readonly weeks: readonly number[] | null;
	/** The most of any week of the board, so that all have one scale. */
	readonly mostInWeek: number;
};

/** The board; of one collection that is asked for by its name, how it went too. */
export type CollectionsData = {
	readonly board: Board;
	/** True: counted from the mirror with today's members; false: from the newest snapshots. */
	readonly countedNow: boolean;
	/** How many are left out, since their members have not been read yet. */
	readonly uncounted: number;
	readonly coverage: Coverage | null;
	/** By the key of a row. */
	readonly lifts: Lifts;
	readonly shown: ShownBy;
	readonly weekly: WeeklyPlays;
	readonly trends: ReadonlyArray<{readonly row: BoardRow; readonly snapshots: readonly Snapshot[]}>;
};

/** All, films or shows: what the board is of. */
export const mediaSwitch = {id: 'media', action: 'films', values: ['all', 'movie', 'show'], asks: true} as const;

/** On Home only. */
export const homeSwitch: Switch = {
	id: 'home',
	action: 'home-only',
	values: ['all', 'home'],
	asks: false,
	flag: {name: 'on', takes: 'value', summary: 'all collections, or those on your Home'},
};

/** What tells its collection from all others. */
export const keyOf = ({snapshot}: Pick<BoardRow, 'snapshot'>): string => collectionKey(snapshot);

/** The number that the board ranks by. */
export const measureOf = (row: BoardRow, measure: Asking['query']['measure']): number =>
	measure === 'duration' ? row.playedSeconds : measure === 'users' ? (row.uniqueUsers ?? 0) : row.plays;

/** Plays per item, as far as the items are known. */
export const perItem = ({plays, snapshot}: BoardRow): number | null =>
	snapshot.totalItems === null || snapshot.totalItems === 0 ? null : plays / snapshot.totalItems;

/** A number of a snapshot in a window; null: that window was not stored. */
export const valueIn = (snapshot: Snapshot, days: Days, yAxis: YAxis): number | null => {
	const window = windowOf(snapshot, days);
	return window && (yAxis === 'duration' ? window.playedSeconds : window.plays);
};

/** The days of a window that snapshots hold; null: they cannot tell. */
const storedDays = ({query}: Asking): Days | null => {
	const {window, measure, where} = query;
	const {library, mediaType, ...others} = where;
	if (!('days' in window) || window.at !== undefined || measure === 'users') return null;
	// Libraries and types are the collection's own: the board knows them.
	const isNarrowed = Object.keys(others).length > 0 || (library?.length ?? 0) > 1 || (mediaType?.length ?? 0) > 1;
	return !isNarrowed && storedWindows.includes(window.days) ? window.days : null;
};

const only = (choices: readonly Choice[] | undefined): Choice | undefined => choices?.[0];

const asked = (asking: Asking, days: Days) => {
	const {query, own} = asking;
	const rotationId = rotationOf(query);
	const media = only(query.where.mediaType)?.id ?? switchValue(own, mediaSwitch);
	return {
		days,
		yAxis: query.measure === 'duration' ? ('duration' as const) : ('plays' as const),
		...(media === 'all' ? {} : {mediaType: media}),
		...(query.where.library ? {library: only(query.where.library)?.name} : {}),
		...(query.subject ? {name: query.subject.name} : {}),
		...(rotationId === null ? {} : {rotationId}),
	};
};

/** The rows of a board with what was counted now in the place of what its snapshots hold; ranked anew. */
const recounted = (board: Board, counts: readonly PlayCount[], {query}: Asking): Board => {
	const byKey = new Map(counts.map(count => [count.key, count]));
	const rows = board.rows
		.flatMap((row): readonly BoardRow[] => {
			const count = byKey.get(row.snapshot.ratingKey);
			// Without its members nobody knows.
			if (!count) return [];
			const {plays, playedSeconds, users: uniqueUsers} = count;
			return [{...row, plays, playedSeconds, uniqueUsers, itemsWithPlays: null, rankChange: null, isNew: false}];
		})
		.toSorted((one, two) => measureOf(two, query.measure) - measureOf(one, query.measure) || one.rank - two.rank)
		.map((row, index) => ({...row, rank: index + 1}));
	return {...board, hasMovement: false, rows};
};

const withoutBoardKinds = ({library: _library, mediaType: _mediaType, ...others}: Narrowing): Narrowing => others;

/** The board, without what is known of promotion and weeks. */
type BoardOnly = Omit<CollectionsData, 'lifts' | 'shown' | 'weekly'>;

const askCounts = async (asking: Asking): Promise<BoardOnly> => {
	const {sources, query, signal} = asking;
	const stored = await sources.board(asked(asking, 0), signal);
	if (stored.rows.length === 0) {
		return {board: stored, countedNow: false, uncounted: 0, coverage: null, trends: []};
	}
	const {window, measure} = query;
	const where = withoutBoardKinds(query.where);
	const counts = await sources.plays(
		{by: 'collection', split: 'nothing', window, where, measure, limit: 100_000},
		signal,
	);
	const board = recounted(stored, counts.rows, asking);
	const uncounted = stored.rows.length - board.rows.length;
	return {board, countedNow: true, uncounted, coverage: counts.coverage, trends: []};
};

const notFound = (name: string, {rows}: Board): AppError => {
	const known = rows.map(({snapshot}) => snapshot.collectionName);
	return new AppError('not-found', `No snapshot is of a collection called “${name}”.`, {
		hint: didYouMean(name, known, quotes) || 'tautop collections lists them all; tautop collect takes new snapshots.',
	});
};

const askBoard = async (asking: Asking): Promise<BoardOnly> => {
	const {sources, query, signal} = asking;
	const days = storedDays(asking);
	if (days === null) return askCounts(asking);
	const board = await sources.board(asked(asking, days), signal);
	if (!query.subject) return {board, countedNow: false, uncounted: 0, coverage: null, trends: []};
	if (board.rows.length === 0) {
		throw notFound(query.subject.name, await sources.board({days, yAxis: 'plays'}, signal));
	}
	const trends = await Promise.all(
		board.rows.map(async row => {
			const {sectionUuid, ratingKey} = row.snapshot;
			return {row, snapshots: await sources.trend({sectionUuid, ratingKey, sinceDays: 0}, signal)};
		}),
	);
	return {board, countedNow: false, uncounted: 0, coverage: null, trends};
};

export const askCollections = async (asking: Asking): Promise<CollectionsData> => {
	const board = await askBoard(asking);
	// Nothing stands beside rows that there are none of.
	if (board.board.rows.length === 0) return {...board, lifts: new Map(), shown: new Map(), weekly: noWeekly};
	const [lifts, shown, weekly] = await Promise.all([askKnownLifts(asking), askShown(asking), askWeeks(asking)]);
	return {...board, lifts, shown, weekly};
};

const noWeeks: readonly number[] = [];

/** The rows with everything that is known of each; a look is younger than the flags of a snapshot. */
export const itemsOf = ({board, lifts, shown, weekly}: CollectionsData): readonly BoardItem[] => {
	const plays = new Map(weekly.rows.map(row => [row.ratingKey, row.plays]));
	const none = weekly.weeks.length === 0 ? null : weekly.weeks.map(() => 0);
	const mostInWeek = Math.max(0, ...board.rows.flatMap(({snapshot}) => plays.get(snapshot.ratingKey) ?? noWeeks));
	return board.rows.map(row => {
		const key = keyOf(row);
		const {snapshot} = row;
		const found = shown.get(key);
		return {
			...row,
			snapshot: {...snapshot, promoted: flagsOf(found, snapshot.promoted)},
			lift: lifts.get(key) ?? null,
			shown: found,
			weeks: plays.get(snapshot.ratingKey) ?? none,
			mostInWeek,
		};
	});
};
