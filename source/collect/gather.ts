import {setImmediate} from 'node:timers/promises';
import {AppError} from '../domain/app-error.ts';
import type {Collection, Snapshot} from '../domain/collection.ts';
import {inTurns} from '../domain/in-turns.ts';
import type {Section} from '../domain/library.ts';
import {type Days, secondsPerDay} from '../domain/period.ts';
import type {CollectRequest, FailedItem, Progress, RunMatches, RunSummary} from '../domain/run.ts';
import type {PlexClient} from '../plex/client.ts';
import type {Store} from '../store/open.ts';
import type {SectionListing} from '../store/snapshots/collections.ts';
import type {TautulliClient} from '../tautulli/client.ts';
import {askAll, type Outcome} from './ask-all.ts';
import {connect} from './connect.ts';
import {type Counted, createTautulliCount} from './count.ts';
import {type CountedRun, countMirrored} from './count-mirror.ts';
import {listSections} from './list-sections.ts';
import {createPlexLister, createTautulliLister} from './listing.ts';
import {chooseScope} from './scope.ts';
import {foundSummary} from './summary.ts';
import type {HistoryDeps} from './sync/sync-deps.ts';
import type {RunMirror} from './sync/sync-for-run.ts';

export type GatherDeps = {
	readonly tautulli: TautulliClient;
	readonly plex: PlexClient | null;
	readonly store: Store;
	readonly libraries: readonly string[];
	readonly disabledLibraries: readonly string[];
	readonly queryDays: Days;
	/** Unix seconds: the time of all snapshots of the run. */
	readonly startedAt: number;
	readonly now: () => number;
	/** What the mirror is read with; null or absent: there is none. */
	readonly history?: HistoryDeps | null | undefined;
	/** The mirror, up to date, or why it is not. */
	readonly mirrored: RunMirror;
};

/** All that a run has to store. */
export type Gathered = {
	readonly summary: RunSummary;
	readonly snapshots: readonly Snapshot[];
	readonly listings: readonly SectionListing[];
	/** All enabled sections; null where the request is about one library. */
	readonly sections: readonly Section[] | null;
};

const refuseUnknowable = ({plex}: GatherDeps, {scope, names}: CollectRequest): void => {
	if (plex || scope === 'all' || names.length > 0) return;
	throw new AppError('config', 'Only Plex knows which collections are promoted, and Plex is not configured.', {
		hint: 'Set plex.base_url and plex.token, or collect all.',
	});
};

const snapshotOf = (
	collection: Collection,
	{windows, asked, totalItems}: Counted,
	{queryDays, startedAt}: GatherDeps,
	rotationId: number | null,
): Snapshot => ({
	collectionName: collection.title,
	libraryName: collection.libraryName,
	ratingKey: collection.ratingKey,
	mediaType: collection.mediaType,
	plays: asked.plays,
	playedSeconds: asked.playedSeconds,
	uniqueUsers: asked.users,
	rotationId,
	collectedAt: startedAt,
	queryDays,
	totalItems,
	itemsWithPlays: asked.items ?? null,
	promoted: collection.promoted,
	windows,
	sectionUuid: collection.sectionUuid,
	source: collection.source,
});

const failedItem = ({title, libraryName, ratingKey}: Collection, {message}: AppError): FailedItem => ({
	collection: title,
	libraryName,
	ratingKey,
	reason: message,
});

const isAway = ({code}: AppError): boolean => code === 'unreachable' || code === 'timeout' || code === 'unauthorized';

/** Where nothing at all could be counted, that is the trouble of the whole run, and there is nothing to store. */
const refuseNothing = (outcomes: ReadonlyArray<Outcome<Counted>>): void => {
	const errors = outcomes.flatMap(({error}) => (error ? [error] : []));
	const [first] = errors;
	if (!first || errors.length < outcomes.length) return;
	if (errors.every(isAway)) throw first;
	const what = errors.length === 1 ? 'The collection could not' : `None of the ${errors.length} collections could`;
	throw AppError.fromJSON({...first.toJSON(), message: `${what} be counted: ${first.message}`});
};

/** From the mirror where it is up to date, else by asking Tautulli for each collection. */
async function* countAll(
	deps: GatherDeps,
	collections: readonly Collection[],
	signal: AbortSignal,
): AsyncGenerator<Progress, CountedRun> {
	const {mirrored, history, store, now} = deps;
	if (mirrored.serverId === null || !history) {
		return {outcomes: yield* askAll(collections, createTautulliCount(deps), signal), distinctPlays: null};
	}
	const sources = {
		...deps,
		mirror: store.mirror,
		serverId: mirrored.serverId,
		grouping: history.grouping,
		countedAt: now(),
		turn: () => history.pause(0, signal),
	};
	return yield* countMirrored(sources, collections, signal);
}

/** Plays that were carried over and are of these collections; null where only Tautulli counted. */
const adoptedPlays = async (
	{mirrored, history, store, now, queryDays}: GatherDeps,
	collections: readonly Collection[],
): Promise<number | null> => {
	if (mirrored.serverId === null || !history) return null;
	const since = queryDays === 0 ? null : now() - queryDays * secondsPerDay;
	const window = {serverId: mirrored.serverId, since, grouping: history.grouping};
	const keys = collections.map(({ratingKey}) => ratingKey);
	return await inTurns(store.mirror.adopted.ofCollections(window, keys), setImmediate);
};

/** What the members' keys did not tell, each play once; null where only Tautulli counted. */
const matchesOf = ({mirrored, store}: GatherDeps): RunMatches | null => {
	if (mirrored.serverId === null) return null;
	const {rekeyed, reused} = store.mirror.playOwners.ofCollections(mirrored.serverId);
	return {byGuid: rekeyed, reusedKeys: reused};
};

/** Without a list of Plex's titles the key alone says whose a play is, as in Tautulli. */
const keysAlone = ({mirrored, store, plex}: GatherDeps): readonly string[] =>
	mirrored.serverId === null || !plex || store.mirror.playOwners.isListed(mirrored.serverId)
		? []
		: ['Plex has not been listed yet, so a play counts for the title that has its key.'];

/**
 * Everything of a run but the storing: connect, list, count. Throws where the run as a whole fails; what fails in part is
 * in the summary. Plex that is away is never replaced by Tautulli's listing: that is for homes without Plex settings.
 */
export async function* gather(
	deps: GatherDeps,
	request: CollectRequest,
	signal: AbortSignal,
): AsyncGenerator<Progress, Gathered> {
	const {plex, tautulli, store} = deps;
	refuseUnknowable(deps, request);
	const lister = plex ? createPlexLister(plex, deps.now) : createTautulliLister(tautulli, store);
	const {enabled, chosen, warnings} = await connect(lister, deps, request, signal);
	const listed = yield* listSections({lister, store}, chosen, request, signal);
	const scope = chooseScope(listed.listings, request, listed.allRead);
	const {outcomes, distinctPlays} = yield* countAll(deps, scope.collections, signal);
	refuseNothing(outcomes);
	const rotationId = request.rotationId ?? null;
	const counting = outcomes.flatMap(({collection, value}) => (value ? [collection] : []));
	const snapshots = outcomes.flatMap(({collection, value}) =>
		value ? [snapshotOf(collection, value, deps, rotationId)] : [],
	);
	const failed = [
		...listed.failed,
		...outcomes.flatMap(({collection, error}) => (error ? [failedItem(collection, error)] : [])),
		...scope.missing,
	];
	// Of libraries that could not be listed nothing is known, which is no zero.
	const isKnown = snapshots.length > 0 || failed.length === 0;
	return {
		summary: foundSummary({
			snapshots,
			failed,
			warnings: [...deps.mirrored.warnings, ...keysAlone(deps), ...warnings, ...listed.warnings],
			totalCollections: scope.collections.length + scope.missing.length,
			distinctPlays: isKnown ? distinctPlays : null,
			adoptedPlays: isKnown ? await adoptedPlays(deps, counting) : null,
			matches: isKnown ? matchesOf(deps) : null,
			lostKeys: deps.mirrored.serverId === null ? null : store.mirror.servers.lostKeys(),
		}),
		snapshots,
		listings: listed.listings,
		sections: request.library === undefined ? enabled : null,
	};
}
