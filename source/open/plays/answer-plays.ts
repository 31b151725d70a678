import type {HistoryDeps} from '../../collect/sync/sync-deps.ts';
import {AppError} from '../../domain/app-error.ts';
import type {MirrorState} from '../../domain/plays/mirror.ts';
import type {Coverage, PlayCounts, PlaysQuery} from '../../domain/plays/plays.ts';
import {timeGroups} from '../../domain/plays/plays.ts';
import type {ServerZone} from '../../domain/zone.ts';
import {nameKeys} from '../../stats/plays/name-keys.ts';
import {conditionsOf} from '../../stats/plays/narrow.ts';
import {tally} from '../../stats/plays/tally.ts';
import {type Stretch, stretchOf, timeAxis} from '../../stats/plays/time-axis.ts';
import {timeKeys} from '../../stats/plays/time-keys.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';
import {historyReach, type ZoneLook} from '../history/history.ts';
import type {HeldMirror} from '../history/hold-mirror.ts';
import {playFacts} from './facts.ts';
import type {HeldColumns} from './held-columns.ts';
import {namedRows} from './named.ts';

/** What questions about plays are answered from. */
export type PlaySources = {
	readonly mirrored: {readonly current: () => Pick<ReturnType<HeldMirror['current']>, 'mirror'>};
	/** How the mirror is read; null: Tautulli is switched off. */
	readonly history: (Pick<HistoryDeps, 'zone' | 'grouping'> & ZoneLook) | null;
	/** Why there is no history: Tautulli is switched off, or did not give it. Null: it is being read. */
	readonly trouble: () => AppError | null;
	readonly columns: HeldColumns;
	/** Unix seconds, by Tautulli's clock. */
	readonly now: () => number;
};

/** A mirror that can answer. */
export type Answering = {
	readonly mirror: Mirror;
	readonly state: MirrorState;
	readonly zone: ServerZone;
	readonly grouping: boolean;
	readonly trouble: PlaySources['trouble'];
};

const notMirrored = (): AppError =>
	new AppError('waiting', 'The history has not been read yet.', {
		hint: 'It is read from Tautulli, newest first; the last 30 days take some seconds.',
		server: 'tautulli',
	});

const zoneAwaited = (): AppError =>
	new AppError('waiting', "The server's time zone is being found out.", {
		hint: 'The plays of the last 30 days tell it, in some seconds.',
		server: 'tautulli',
	});

/** Why nothing is known of what Plex has. */
export const notListed = (): AppError =>
	new AppError('waiting', 'Plex has not been listed yet.', {
		hint: 'With plex in the configuration it is listed once a day; tautop sync does it now.',
	});

/** The mirror as it is; throws why there is none: `waiting` while it is being read, and what the store throws. */
export const answering = ({
	mirrored,
	history,
	trouble,
}: Pick<PlaySources, 'mirrored' | 'history' | 'trouble'>): Answering => {
	const {mirror} = mirrored.current();
	const state = mirror.servers.current();
	if (!history || !state) throw trouble() ?? notMirrored();
	return {mirror, state, zone: history.zone(), grouping: history.grouping, trouble};
};

/** How far the window is known: the first fill goes newest first. Throws why where none of it is. */
export const coverageOf = (
	{mirror, state, zone, trouble}: Answering,
	{from, to}: Pick<Stretch, 'from' | 'to'>,
	now: number,
): Coverage => {
	const reach = state.complete ? null : historyReach(mirror, state, zone.name);
	if (!state.complete && (reach === null || reach >= Math.min(to, now))) throw trouble() ?? notMirrored();
	return {
		asOf: state.syncedAt ?? now,
		knownFrom: reach !== null && reach > from ? reach : null,
		zone: zone.name,
		zoneProven: zone.trust !== 'presumed',
	};
};

const details = ['player', 'product', 'network'] as const;

/** What a row that was mirrored by an older tautop does not tell, until it is read again: then the answer is known from there on. */
export const withDetails = (
	{mirror, state}: Answering,
	coverage: Coverage,
	{by, where}: Pick<PlaysQuery, 'where'> & {readonly by?: PlaysQuery['by']},
	from: number,
): Coverage => {
	const isAsked = details.some(detail => by === detail || where[detail] !== undefined);
	const last = isAsked ? mirror.rows.lastWithoutDetails(state.serverId) : null;
	return last === null || last < from
		? coverage
		: {...coverage, knownFrom: Math.max(coverage.knownFrom ?? last + 1, last + 1)};
};

const isTimeGroup = (by: PlaysQuery['by']): by is (typeof timeGroups)[number] => timeGroups.some(group => group === by);

/** The kinds of media that there are libraries for; without a list of them, those that are played. */
const mediaKinds = (mirror: Mirror, serverId: number, played: readonly string[]): readonly string[] => {
	const kinds: Readonly<Record<string, string>> = {movie: 'movie', show: 'episode', artist: 'track', live: 'live'};
	const listed = mirror.names.libraries(serverId).flatMap(({type}) => kinds[type] ?? []);
	return [...new Set([...listed, ...played])];
};

/** The part of a window that is known and over. */
const spanOf = ({from, to}: Stretch, {knownFrom}: Coverage, oldest: number | null, now: number): PlayCounts['span'] => {
	const end = Math.min(to, now);
	return {from: Math.min(end, Math.max(Number.isFinite(from) ? from : (oldest ?? end), knownFrom ?? 0)), to: end};
};

/** Plays by anything in a stretch of time, split and narrowed by anything. */
export const playsWithin = async (
	sources: PlaySources,
	query: PlaysQuery,
	stretch: Stretch,
	since: number = stretch.from,
): Promise<PlayCounts> => {
	const found = answering(sources);
	const {mirror, state, zone, grouping} = found;
	const {serverId} = state;
	const now = sources.now();
	const oldest = mirror.plays.oldestStart(serverId);
	const coverage = withDetails(found, coverageOf(found, stretch, now), query, stretch.from);
	const {columns, starts} = await sources.columns.read(mirror, serverId, since, zone.name);
	const facts = playFacts(mirror, serverId);
	const users = mirror.names.users(serverId);
	const knownUsers = new Set([...users].flatMap(([id, {known}]) => (known ? [id] : [])));
	const byTime = isTimeGroup(query.by) ? timeKeys(query.by, starts) : null;
	const byName =
		byTime || query.by === 'nothing' || isTimeGroup(query.by) ? null : nameKeys(query.by, columns, facts.collectionsOf);
	const one = [0];
	const {rows, total} = tally(columns, {
		from: stretch.from,
		to: stretch.to,
		conditions: conditionsOf(query.where, columns, starts, facts, grouping),
		bucketsAt: byTime
			? at => {
					const bucket = byTime.bucketAt(at);
					if (bucket === null) return [];
					one[0] = bucket;
					return one;
				}
			: (byName?.bucketsAt ?? (() => one)),
		keyOf: byTime?.keyOf ?? byName?.keyOf ?? (() => ''),
		kinds: query.split === 'media' ? columns.media : query.split === 'decision' ? columns.decisions : null,
		grouping,
		perBucket: byTime !== null,
		// Platforms are a graph of Tautulli's too, with a group where its first row is.
		asGraph: byTime !== null || query.by === 'platform',
		usersOf: query.measure === 'users' ? knownUsers : null,
		knownUsers,
	});
	const axis = isTimeGroup(query.by) ? timeAxis(query.by, stretch) : null;
	return {
		...(axis ? {rows, names: rows.length} : namedRows(rows, query, mirror, serverId)),
		total,
		axis,
		span: spanOf(stretch, coverage, oldest, now),
		mediaKinds: mediaKinds(mirror, serverId, columns.media.texts),
		coverage,
	};
};

/** Plays by anything, split and narrowed by anything. */
export const answerPlays = async (sources: PlaySources, query: PlaysQuery): Promise<PlayCounts> => {
	const {mirror, state, zone} = answering(sources);
	const isAwaited = sources.history?.isZoneAwaited() ?? false;
	if (isTimeGroup(query.by) && isAwaited && !state.complete && sources.trouble() === null) throw zoneAwaited();
	const oldest = mirror.plays.oldestStart(state.serverId);
	return playsWithin(sources, query, stretchOf(query.window, query.by, zone.name, sources.now(), oldest));
};
