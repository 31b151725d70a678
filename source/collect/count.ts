import {AppError} from '../domain/app-error.ts';
import type {Collection, Member} from '../domain/collection.ts';
import {type Days, storedWindows, type WindowTotal} from '../domain/period.ts';
import type {PlexClient} from '../plex/client.ts';
import type {TautulliClient} from '../tautulli/client.ts';

/** The numbers of one collection. */
export type Counted = {
	/** One a stored window, in their order. */
	readonly windows: readonly WindowTotal[];
	/** The window that `plays` of the snapshot counts. */
	readonly asked: WindowTotal;
	/** The members that were read, or Plex's own count where there was no need to read them. */
	readonly totalItems: number | null;
};

/**
 * How one collection is counted: the one place to change when another source of numbers comes. Throws an AppError where
 * the numbers cannot be trusted; never answers a zero for a failure.
 */
export type CountCollection = (collection: Collection, signal: AbortSignal) => Promise<Counted>;

export type CountSources = {
	readonly tautulli: TautulliClient;
	/** Null: not configured. */
	readonly plex: PlexClient | null;
	readonly queryDays: Days;
};

/** Tautulli reads the members from Plex without paging, which may cut them here. */
const safeMembers = 100;

const keysOf = (members: readonly Member[]): Set<string> => new Set(members.map(({ratingKey}) => ratingKey));

const sameMembers = (one: readonly Member[], two: readonly Member[]): boolean => {
	const keys = keysOf(one);
	const others = keysOf(two);
	return keys.size === others.size && [...keys].every(key => others.has(key));
};

const notTrusted = (message: string): AppError => new AppError('bad-answer', message);

/** The sum of one window over the answers for all members. */
const sumOf = (days: Days, windows: readonly WindowTotal[]): WindowTotal => {
	const same = windows.filter(window => window.days === days);
	return {
		days,
		plays: same.reduce((sum, {plays}) => sum + plays, 0),
		playedSeconds: same.reduce((sum, {playedSeconds}) => sum + playedSeconds, 0),
		users: null,
	};
};

/** The windows in the order asked, whatever order the answer has; one that is missing is no zero. */
const pick = (days: readonly Days[], windows: readonly WindowTotal[]): WindowTotal[] =>
	days.map(asked => {
		const found = windows.find(window => window.days === asked);
		if (!found) throw new AppError('bad-answer', `Tautulli left out the last ${asked} days.`, {server: 'tautulli'});
		return found;
	});

/**
 * Counts with Tautulli: one request gives all windows. Tautulli asks Plex for the members as it counts, so nothing
 * (Plex may have been away) and more than 100 members (the list may be cut) are checked against Plex's own list; where
 * the two differ, the members are asked for one by one. A play belongs to one member, so their sums are the collection's.
 */
export const createTautulliCount = ({tautulli, plex, queryDays}: CountSources): CountCollection => {
	const days = storedWindows.includes(queryDays) ? storedWindows : [...storedWindows, queryDays];

	const countItem = async (ratingKey: string, mediaType: 'collection' | undefined, signal: AbortSignal) =>
		pick(days, await tautulli.getItemStats({ratingKey, mediaType, days}, signal));

	const sumMembers = async (members: readonly Member[], signal: AbortSignal): Promise<WindowTotal[]> => {
		const windows: WindowTotal[] = [];
		for (const ratingKey of keysOf(members)) windows.push(...(await countItem(ratingKey, undefined, signal)));
		return days.map(asked => sumOf(asked, windows));
	};

	/** Without Plex settings there is only Tautulli's list to go by. */
	const checkChildren = async (collection: Collection, signal: AbortSignal): Promise<number> => {
		const children = keysOf(await tautulli.getChildren(collection.ratingKey, 'collection', signal)).size;
		const listed = collection.childCount;
		if (children === 0 && listed > 0) throw notTrusted(`Tautulli found none of its ${listed} items in Plex.`);
		if (children < listed && !collection.smart) {
			throw notTrusted(`Tautulli sees only ${children} of its ${listed} items; with Plex configured all are counted.`);
		}
		return children;
	};

	const readMembers = async (from: PlexClient, collection: Collection, signal: AbortSignal): Promise<Member[]> => {
		const members = await from.getMembers(collection.ratingKey, signal);
		if (members.length > 0 || collection.childCount === 0) return members;
		throw notTrusted(`Plex lists none of its ${collection.childCount} items.`);
	};

	const recount = async (
		collection: Collection,
		members: readonly Member[],
		windows: WindowTotal[],
		signal: AbortSignal,
	): Promise<WindowTotal[]> => {
		const children = await tautulli.getChildren(collection.ratingKey, 'collection', signal);
		if (sameMembers(children, members)) return windows;
		if (members.length > 0) return sumMembers(members, signal);
		throw notTrusted(`Plex lists none of the ${children.length} items that Tautulli found in it.`);
	};

	const count = async (collection: Collection, signal: AbortSignal): Promise<[WindowTotal[], number]> => {
		const {childCount, smart} = collection;
		const windows = await countItem(collection.ratingKey, 'collection', signal);
		const doubtful = windows.every(({plays}) => plays === 0);
		const counted = childCount > 0 && childCount <= safeMembers;
		if (!doubtful && counted && !(smart && plex)) return [windows, childCount];
		if (!plex) return [windows, await checkChildren(collection, signal)];
		// A smart collection's own count is a hint only, so its members are read to be counted.
		const members = await readMembers(plex, collection, signal);
		const items = keysOf(members).size;
		if (!doubtful && items <= safeMembers) return [windows, items];
		return [await recount(collection, members, windows, signal), items];
	};

	return async (collection, signal) => {
		const [windows, totalItems] = await count(collection, signal);
		const [asked] = pick([queryDays], windows);
		if (!asked) throw notTrusted('The window of the run is missing.');
		return {windows: pick(storedWindows, windows), asked, totalItems};
	};
};
