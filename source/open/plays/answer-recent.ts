import type {Leaf} from '../../domain/leaf.ts';
import type {Narrowing} from '../../domain/plays/narrowing.ts';
import {nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import type {RecentAnswer, RecentQuery, RecentTitle} from '../../domain/plays/recent.ts';
import {conditionsOf} from '../../stats/plays/narrow.ts';
import {tally} from '../../stats/plays/tally.ts';
import {stretchOf} from '../../stats/plays/time-axis.ts';
import {answering, coverageOf, notListed, type PlaySources} from './answer-plays.ts';
import {playFacts} from './facts.ts';
import {isAsked, typeWords} from './listed-types.ts';

/** What came together: a film alone, the episodes of a show, the tracks of an album. */
type Batch = {readonly key: string; readonly type: string; readonly title: string; readonly leaves: readonly Leaf[]};

const nameOf = (leaf: Leaf): Omit<Batch, 'leaves'> => {
	const {type, parentRatingKey, grandparentRatingKey, parentTitle, grandparentTitle} = leaf;
	if (type === 'episode' && grandparentRatingKey !== '') {
		return {key: grandparentRatingKey, type: 'show', title: grandparentTitle};
	}
	if (type === 'track' && parentRatingKey !== '') {
		return {key: parentRatingKey, type: 'album', title: [grandparentTitle, parentTitle].filter(Boolean).join(' - ')};
	}
	return {key: leaf.ratingKey, type, title: leaf.edition === '' ? leaf.title : `${leaf.title} (${leaf.edition})`};
};

const batchesOf = (leaves: readonly Leaf[]): readonly Batch[] =>
	[...Map.groupBy(leaves, leaf => nameOf(leaf).key).values()].flatMap(own => {
		const [first] = own;
		return first ? [{...nameOf(first), leaves: own}] : [];
	});

/** A file that holds several episodes counts once. */
const sizeOf = (leaves: readonly Leaf[]): number | null => {
	const files = new Map(leaves.map(leaf => [leaf.fileHash === '' ? leaf.ratingKey : leaf.fileHash, leaf.size]));
	const sizes = [...files.values()].flatMap(size => size ?? []);
	return sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0);
};

const playsOnly = ({library: _library, mediaType: _mediaType, ...others}: Narrowing): Narrowing => others;

/** What was played of each of these, by its place; a batch is one bucket. */
const playedOf = (
	columns: PlayColumns,
	batches: readonly Batch[],
	query: Omit<Parameters<typeof tally>[1], 'bucketsAt'>,
) => {
	const places = new Map(batches.flatMap(({leaves}, place) => leaves.map(leaf => [Number(leaf.ratingKey), place])));
	const {rows} = tally(columns, {
		...query,
		bucketsAt: at => {
			const place = places.get(columns.itemKeys[at] ?? nothing);
			return place === undefined ? [] : [place];
		},
	});
	return new Map(rows.map(row => [Number(row.key), row]));
};

/** What was added in a window, and whether anyone has watched it since. Throws `waiting` where Plex was never listed. */
export const answerRecent = async (sources: PlaySources, query: RecentQuery): Promise<RecentAnswer> => {
	const found = answering(sources);
	const {mirror, state, zone, grouping} = found;
	const {serverId} = state;
	if (!mirror.playOwners.isListed(serverId)) throw notListed();
	const now = sources.now();
	const {from, to} = stretchOf(query.window, '', zone.name, now, null);
	const all = {from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY};
	const {library, mediaType} = query.where;
	const leaves = mirror.catalogue
		.added(serverId, from, to)
		.filter(({sectionId, type}) => isAsked(library, [sectionId]) && isAsked(mediaType, typeWords[type] ?? [type]));
	const batches = batchesOf(leaves);
	const {columns, starts} = await sources.columns.read(mirror, serverId, all.from, zone.name);
	const users = mirror.names.users(serverId);
	const knownUsers = new Set([...users].flatMap(([id, {known}]) => (known ? [id] : [])));
	const conditions = conditionsOf(playsOnly(query.where), columns, starts, playFacts(mirror, serverId), grouping);
	const played = playedOf(columns, batches, {
		...all,
		conditions,
		keyOf: String,
		kinds: null,
		grouping,
		perBucket: false,
		asGraph: false,
		usersOf: knownUsers,
		knownUsers,
	});
	const names = new Map(mirror.catalogue.sections(serverId).map(({sectionId, name}) => [sectionId, name]));
	return {
		total: batches.length,
		unwatched: batches.filter((_, place) => (played.get(place)?.plays ?? 0) === 0).length,
		rows: batches.slice(0, query.limit).map((batch, place): RecentTitle => {
			const [newest] = batch.leaves;
			const counted = played.get(place);
			return {
				ratingKey: batch.key,
				title: batch.title,
				type: batch.type,
				sectionId: newest?.sectionId ?? '',
				library: names.get(newest?.sectionId ?? '') ?? '',
				items: batch.leaves.length,
				addedAt: newest?.addedAt ?? 0,
				size: sizeOf(batch.leaves),
				plays: counted?.plays ?? 0,
				users: counted?.users ?? 0,
				lastAt: counted?.lastAt ?? null,
			};
		}),
		coverage: coverageOf(found, all, now),
	};
};
