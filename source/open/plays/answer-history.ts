import type {Narrowing} from '../../domain/plays/narrowing.ts';
import type {HistoryAnswer, Play} from '../../domain/plays/play.ts';
import {nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import type {HistoryQuery} from '../../questions/queries.ts';
import {countHistory, historyPlaces} from '../../stats/plays/history.ts';
import {conditionsOf} from '../../stats/plays/narrow.ts';
import {stretchOf} from '../../stats/plays/time-axis.ts';
import {answering, coverageOf, type PlaySources, withDetails} from './answer-plays.ts';
import {playFacts} from './facts.ts';

const farFuture = 2_147_483_647;

/** What a row is sorted by: its date is the latest start of the members, as Tautulli has it. */
const createValues = (
	{startedAt, stoppedAt, seconds, userIds}: PlayColumns,
	userRanks: ReadonlyMap<number, number>,
): Readonly<Record<HistoryQuery['sort'], (members: readonly number[]) => number>> => {
	const latest = (column: Int32Array) => (members: readonly number[]) =>
		members.reduce((last, at) => Math.max(last, column[at] ?? nothing), nothing);
	return {
		date: latest(startedAt),
		started: members => members.reduce((first, at) => Math.min(first, startedAt[at] ?? nothing), farFuture),
		stopped: latest(stoppedAt),
		length: members => members.reduce((sum, at) => sum + (seconds[at] ?? 0), 0),
		// Names go from A to Z where numbers go down.
		user: members => -(userRanks.get(userIds[members[0] ?? 0] ?? nothing) ?? 0),
	};
};

/**
 * A row that Tautulli joined of several: from the first start to the last stop, seconds and pauses summed; all else is that of the
 * member that came furthest, the lowest row id of equals.
 */
const joined = (plays: readonly Play[]): readonly Play[] => {
	const [first, ...others] = plays;
	if (!first) return [];
	const furthest = others.reduce(
		(best, play) => ((play.percentComplete ?? 0) > (best.percentComplete ?? 0) ? play : best),
		first,
	);
	const starts = plays.flatMap(({startedAt}) => startedAt ?? []);
	const stops = plays.flatMap(({stoppedAt}) => stoppedAt ?? []);
	const seconds = plays.flatMap(({playedSeconds}) => playedSeconds ?? []);
	return [
		{
			...furthest,
			...(others.length > 0 ? {joinedRows: plays.flatMap(({rowId}) => rowId ?? [])} : {}),
			startedAt: starts.length === 0 ? null : Math.min(...starts),
			lastStartedAt: starts.length === 0 ? null : Math.max(...starts),
			stoppedAt: stops.length === 0 ? null : Math.max(...stops),
			pausedSeconds: plays.reduce((sum, play) => sum + play.pausedSeconds, 0),
			playedSeconds: seconds.length === 0 ? null : seconds.reduce((sum, each) => sum + each, 0),
		},
	];
};

/** A page of history, narrowed and searched by anything, newest first where nothing else is asked. */
export const answerHistory = async (sources: PlaySources, query: HistoryQuery): Promise<HistoryAnswer> => {
	const found = answering(sources);
	const {mirror, state, zone, grouping} = found;
	const {serverId} = state;
	const now = sources.now();
	const stretch = stretchOf(query.window, 'nothing', zone.name, now, null);
	const coverage = withDetails(found, coverageOf(found, stretch, now), {where: query.where}, stretch.from);
	const {columns, starts} = await sources.columns.read(mirror, serverId, stretch.from, zone.name);
	const users = [...mirror.names.users(serverId)].sort(([, one], [, two]) => (one.name < two.name ? -1 : 1));
	const values = createValues(columns, new Map(users.map(([id], place) => [id, place])));
	const wantedBy = (where: Narrowing) => ({
		from: stretch.from,
		to: stretch.to,
		conditions: conditionsOf(where, columns, starts, playFacts(mirror, serverId), false),
		grouping,
	});
	const {filtered, rows} = historyPlaces(columns, {
		...wantedBy(query.where),
		rankOf: values[query.sort],
		reverse: query.reverse,
		start: query.start,
		limit: query.limit,
	});
	const ids = rows.map(members => members.map(at => columns.rowIds[at] ?? 0));
	const known = new Map(mirror.rows.rows(serverId, ids.flat()).map(play => [play.rowId, play]));
	const {text, ...others} = query.where;
	const plays = ids.flatMap(members => joined(members.flatMap(rowId => known.get(rowId) ?? [])));
	return {
		recordsTotal: state.plays,
		recordsFiltered: filtered,
		recordsSearched: text ? countHistory(columns, wantedBy(others)) : filtered,
		start: query.start,
		plays,
		coverage,
	};
};
