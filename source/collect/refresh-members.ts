import {AppError} from '../domain/app-error.ts';
import type {Collection, Member} from '../domain/collection.ts';
import type {PlexClient} from '../plex/client.ts';
import type {KnownMembers, Members, MembersExtent} from '../store/mirror/members.ts';
import type {TautulliClient} from '../tautulli/client.ts';

export type MemberSources = {
	readonly tautulli: TautulliClient;
	/** Null: not configured. */
	readonly plex: PlexClient | null;
	readonly members: Members;
	/** Unix seconds. */
	readonly now: () => number;
};

const notTrusted = (message: string): AppError => new AppError('bad-answer', message);

/** A smart collection is computed by Plex whenever it is asked for; of others Plex says when they changed. */
const isFresh = (known: MembersExtent | null, {smart, changedAt, childCount}: Collection): boolean =>
	known !== null &&
	!smart &&
	changedAt !== null &&
	changedAt !== undefined &&
	known.changedAt === changedAt &&
	known.count === childCount;

/** Without Plex settings there is only Tautulli's list to go by, which a dead Plex leaves empty. */
const ask = async (
	{tautulli, plex}: MemberSources,
	{ratingKey, childCount, smart}: Collection,
	signal: AbortSignal,
): Promise<Member[]> => {
	if (plex) {
		const members = await plex.getMembers(ratingKey, signal);
		if (members.length > 0 || childCount === 0) return members;
		throw notTrusted(`Plex lists none of its ${childCount} items.`);
	}
	const children = await tautulli.getChildren(ratingKey, 'collection', signal);
	if (children.length >= childCount || (smart && children.length > 0)) return children;
	throw notTrusted(
		`Tautulli sees only ${children.length} of its ${childCount} items; with Plex configured all are counted.`,
	);
};

const distinct = (members: readonly Member[]): Member[] => [
	...new Map(members.map(member => [member.ratingKey, member])).values(),
];

/**
 * Brings the stored members of a collection up to date: asked for again unless Plex says that nothing has changed.
 * Returns how many there are.
 */
export const refreshMembers = async (
	sources: MemberSources,
	collection: Collection,
	level: KnownMembers['level'],
	signal: AbortSignal,
): Promise<number> => {
	const known = sources.members.extent(collection.ratingKey);
	if (known && isFresh(known, collection)) {
		sources.members.confirm(collection.ratingKey, sources.now());
		return known.count;
	}
	const members = distinct(await ask(sources, collection, signal));
	const changedAt = collection.changedAt ?? null;
	const {ratingKey: collectionKey, smart} = collection;
	sources.members.save({collectionKey, level, changedAt, members, smart}, sources.now());
	return members.length;
};
