import type {Narrowing} from '../../domain/plays/narrowing.ts';
import type {StreamIdentity} from '../../domain/streams/seen-stream.ts';
import {zoneSpans} from '../../domain/zone.ts';
import {localStarts} from '../../stats/plays/local-clock.ts';
import {conditionsOf} from '../../stats/plays/narrow.ts';
import {streamColumns, streamFacts} from '../../stats/streams/stream-columns.ts';
import {answering, type PlaySources} from '../plays/answer-plays.ts';
import {playFacts} from '../plays/facts.ts';

/** The streams that are wanted, by the conditions that plays are narrowed by. */
export const narrowStreams = <Stream extends StreamIdentity>(
	sources: PlaySources,
	streams: readonly Stream[],
	where: Narrowing,
): readonly Stream[] => {
	if (streams.length === 0 || Object.keys(where).length === 0) return streams;
	const {mirror, state, zone} = answering(sources);
	const columns = streamColumns(streams);
	const starts = streams.map(({firstSeen}) => firstSeen);
	const first = starts.reduce((least, at) => Math.min(least, at), sources.now());
	const spans = zoneSpans(zone.name, first, sources.now());
	const facts = streamFacts(streams, playFacts(mirror, state.serverId));
	const conditions = conditionsOf(where, columns, localStarts(columns, spans), facts, false);
	return streams.filter((_, at) => conditions.every(isWanted => isWanted(at)));
};
