import type {Narrowing} from '../../domain/plays/narrowing.ts';
import type {MomentAnswer, Play} from '../../domain/plays/play.ts';
import {nothing} from '../../domain/plays/play-columns.ts';
import {conditionsOf} from '../../stats/plays/narrow.ts';
import {type Answering, answering, coverageOf, type PlaySources, withDetails} from './answer-plays.ts';
import {playFacts} from './facts.ts';

/** A stretch of time (Unix seconds), the end outside of it. */
type Stretch = {readonly from: number; readonly to: number};

/** The plays among these that a narrowing wants. */
const wanted = async (
	{mirror, state, zone}: Answering,
	{columns: held}: PlaySources,
	plays: readonly Play[],
	where: Narrowing,
	from: number,
): Promise<readonly Play[]> => {
	if (Object.keys(where).length === 0 || plays.length === 0) return plays;
	const {columns, starts} = await held.read(mirror, state.serverId, from, zone.name);
	const conditions = conditionsOf(where, columns, starts, playFacts(mirror, state.serverId), false);
	const ids = new Set<number | null>();
	for (const [at, rowId] of columns.rowIds.entries()) {
		const stop = columns.stoppedAt[at] ?? nothing;
		if (stop > from && conditions.every(isWanted => isWanted(at))) ids.add(rowId);
	}
	return plays.filter(({rowId}) => ids.has(rowId));
};

/** What ran in a stretch of time, by start: it began before the end, and stopped behind the beginning. */
export const answerMoment = async (
	sources: PlaySources,
	{from, to}: Stretch,
	where: Narrowing,
): Promise<MomentAnswer> => {
	const found = answering(sources);
	const {mirror, state} = found;
	const coverage = withDetails(found, coverageOf(found, {from, to}, sources.now()), {where}, from);
	const plays = mirror.rows.between(state.serverId, from, to);
	return {
		plays: await wanted(found, sources, plays, where, from),
		// Of a history that is still being read the oldest play is not known.
		begins: state.complete ? mirror.plays.oldestStart(state.serverId) : null,
		coverage,
	};
};
