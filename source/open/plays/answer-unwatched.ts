import type {NamedLeaf} from '../../domain/catalogue.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {nothing} from '../../domain/plays/play-columns.ts';
import type {
	IdleState,
	LibrarySize,
	ListedLibrary,
	UnwatchedAnswer,
	UnwatchedQuery,
	UnwatchedTitle,
} from '../../domain/plays/unwatched.ts';
import {dayStart} from '../../domain/zone.ts';
import {idleSums, stateOf} from '../../stats/idle/idle-sums.ts';
import {type LastPlays, lastPlays} from '../../stats/idle/last-plays.ts';
import {isListed, type Unit} from '../../stats/idle/units.ts';
import {dayNumber} from '../../stats/plays/time-axis.ts';
import {type Answering, answering, coverageOf, notListed, type PlaySources} from './answer-plays.ts';
import {playFacts} from './facts.ts';
import {readUnits} from './held-units.ts';
import {isAsked, typeWords} from './listed-types.ts';
import {unitCollections} from './unit-collections.ts';

const everything = {from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY};

const yearDays = 365;

const librariesOf = ({mirror, state}: Answering): readonly ListedLibrary[] =>
	mirror.catalogue.sections(state.serverId).map(({sectionId, name, listedAt, changedAt, seenChangedAt}) => ({
		sectionId,
		name,
		listedAt,
		isChanged: changedAt !== seenChangedAt,
	}));

/** Tautulli's libraries of what can be played that Plex was not seen to have. */
const unlistedOf = ({mirror, state}: Answering, listed: readonly ListedLibrary[]): readonly string[] => {
	const ids = new Set(listed.map(({sectionId}) => sectionId));
	return mirror.names
		.libraries(state.serverId)
		.filter(({sectionId, type}) => ['movie', 'show', 'artist'].includes(type) && !ids.has(sectionId))
		.map(({name}) => name);
};

const ofLeaf = (type: string): string =>
	({show: 'episode', season: 'episode', artist: 'track', album: 'track'})[type] ?? type;

/** How people call it: "Harbour Lights, Season 2", "Artist - Album". */
const nameOf = (type: string, leaf: NamedLeaf | undefined): string => {
	if (!leaf) return '';
	const {title, edition, parentTitle, grandparentTitle} = leaf;
	if (type === 'show' || type === 'artist') return grandparentTitle;
	if (type === 'season') return [grandparentTitle, parentTitle].filter(Boolean).join(', ');
	if (type === 'album') return [grandparentTitle, parentTitle].filter(Boolean).join(' - ');
	return edition === '' ? title : `${title} (${edition})`;
};

/** The largest first; what has no size last; then by key. */
const bySize = (one: Unit, two: Unit): number => (two.size ?? -1) - (one.size ?? -1) || one.key - two.key;

/** Everything that is listed, and when it was played last. */
const playedUnits = async (sources: PlaySources, {mirror, state, zone}: Answering, level: UnwatchedQuery['level']) => {
	const {columns} = await sources.columns.read(mirror, state.serverId, everything.from, zone.name);
	const {units, shared} = readUnits(mirror, state.serverId, level);
	return {units, shared, last: lastPlays(columns, units)};
};

const statesOf = (units: readonly Unit[], last: LastPlays, since: number): readonly IdleState[] =>
	units.map((_, place) => stateOf(last.get(place), since));

/** From when on plays are known; null: none is. */
const recordsOf = ({mirror, state}: Answering, knownFrom: number | null): number | null =>
	knownFrom ?? mirror.plays.oldestStart(state.serverId);

/** What a unit must be to be asked about. */
const wantedOf = (
	{mirror, state}: Answering,
	{level, where}: UnwatchedQuery,
	collections: ReadonlyMap<number, ReadonlySet<number>> | null,
): ((unit: Unit) => boolean) => {
	const facts = playFacts(mirror, state.serverId);
	const keys = new Set(where.title?.flatMap(({id}) => [...facts.keysOf('title', id)]));
	const wanted = where.collection?.map(({id}) => Number(id)) ?? [];
	// Says so where its members were never read: it is not one without titles.
	for (const {id} of where.collection ?? []) facts.keysOf('collection', id);
	return unit =>
		isListed(level, unit) &&
		isAsked(where.library, [String(unit.section)]) &&
		isAsked(where.mediaType, typeWords[ofLeaf(unit.type)] ?? [unit.type]) &&
		(keys.size === 0 || [unit.key, ...unit.keys].some(key => keys.has(key))) &&
		(wanted.length === 0 || wanted.some(collection => collections?.get(unit.key)?.has(collection)));
};

const countTypes = (units: readonly Unit[]): Readonly<Record<string, number>> =>
	Object.fromEntries([...Map.groupBy(units, ({type}) => type)].map(([type, some]) => [type, some.length]));

/** What nobody has ever played, and what not since a day. Throws `waiting` where Plex was never listed. */
export const answerUnwatched = async (sources: PlaySources, query: UnwatchedQuery): Promise<UnwatchedAnswer> => {
	const found = answering(sources);
	const {mirror, state, zone} = found;
	const {serverId} = state;
	const {level, where} = query;
	const libraries = librariesOf(found).filter(({sectionId}) => isAsked(where.library, [sectionId]));
	if (libraries.length === 0) throw notListed();
	const now = sources.now();
	const coverage = coverageOf(found, everything, now);
	const recordsFrom = recordsOf(found, coverage.knownFrom);
	const since = query.since === null ? now - yearDays * secondsPerDay : dayStart(zone.name, dayNumber(query.since));
	const {units, shared, last} = await playedUnits(sources, found, level);
	const states = statesOf(units, last, since);
	const collections = unitCollections(mirror, serverId, level, units);
	const isWanted = wantedOf(found, query, collections);
	const isMaybe = ({firstAddedAt}: Unit): boolean =>
		firstAddedAt === null || recordsFrom === null || firstAddedAt < recordsFrom;

	const asked = units.flatMap((unit, place) => (isWanted(unit) ? [{unit, place, state: states[place]}] : []));
	const rows = asked
		.filter(({state: how}) => how === 'never' || (query.withIdle && how === 'idle'))
		.sort((one, two) => bySize(one.unit, two.unit));
	const shown = rows.slice(0, query.limit);
	const leaves = new Map(
		mirror.sizes
			.leaves(
				serverId,
				shown.map(({unit}) => unit.leaf),
			)
			.map(leaf => [leaf.leaf, leaf]),
	);
	const names = mirror.collectionKeys.collectionNames();
	const libraryNames = new Map(libraries.map(({sectionId, name}) => [Number(sectionId), name]));
	return {
		rows: shown.map(({unit, place}): UnwatchedTitle => {
			const lastAt = last.get(place) ?? nothing;
			const own = [...(collections?.get(unit.key) ?? [])];
			return {
				ratingKey: String(unit.key),
				title: nameOf(unit.type, leaves.get(unit.leaf)),
				type: unit.type,
				sectionId: String(unit.section),
				library: libraryNames.get(unit.section) ?? '',
				items: unit.items,
				size: unit.size,
				firstAddedAt: unit.firstAddedAt,
				lastAddedAt: unit.lastAddedAt,
				lastAt: lastAt === nothing ? null : lastAt,
				maybeBeforeRecords: !last.has(place) && isMaybe(unit),
				collections: collections && own.flatMap(key => names.get(key) ?? []).sort(),
			};
		}),
		total: rows.length,
		sums: idleSums(level, units, states, shared, isWanted),
		maybes: asked.filter(({unit, state: how}) => how === 'never' && isMaybe(unit)).length,
		types: countTypes(asked.map(({unit}) => unit)),
		since,
		recordsFrom,
		libraries,
		unlisted: where.library ? [] : unlistedOf(found, libraries),
		coverage,
	};
};

/** What each listed library holds; none where Plex was never listed. */
export const answerLibrarySizes = async (sources: PlaySources): Promise<readonly LibrarySize[]> => {
	const found = answering(sources);
	const libraries = librariesOf(found);
	if (libraries.length === 0) return [];
	const now = sources.now();
	coverageOf(found, everything, now);
	const {units, shared, last} = await playedUnits(sources, found, 'titles');
	const states = statesOf(units, last, now - yearDays * secondsPerDay);
	return libraries.map(library => ({
		...library,
		sums: idleSums('titles', units, states, shared, ({section}) => String(section) === library.sectionId),
	}));
};
