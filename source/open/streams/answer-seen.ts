import {setImmediate} from 'node:timers/promises';
import type {Window} from '../../domain/period.ts';
import type {ReasonCount} from '../../domain/streams/why.ts';
import type {Sources} from '../../questions/sources.ts';
import {stretchOf} from '../../stats/plays/time-axis.ts';
import {countWhy} from '../../stats/streams/count-why.ts';
import type {HeldStore} from '../hold-store.ts';
import type {PlaySources} from '../plays/answer-plays.ts';
import {narrowStreams} from './narrow-streams.ts';

/** The questions about what tautop saw itself. */
export type SeenAnswers = Pick<Sources, 'seenStreams' | 'whyTranscoded'>;

/** More are a list that nobody reads to its end. */
const mostStreams = 1000;
/** So many are looked through for those that are wanted. */
const mostNarrowed = 20_000;

/** Numbers that SQLite takes. */
const [always, ever] = [0, 4_102_444_800];

/** Gives the thread back for a turn, so that keys and other questions come through. */
const turn = (): Promise<unknown> => setImmediate();

/** Without a database nothing was seen. */
export const seenAnswers = (held: Pick<HeldStore, 'need'>, sources: PlaySources): SeenAnswers => {
	const spanOf = (window: Window): readonly [from: number, to: number] => {
		const zone = sources.history?.zone().name ?? 'UTC';
		const {from, to} = stretchOf(window, 'nothing', zone, sources.now(), null);
		return [Math.max(always, from), Math.min(ever, to)];
	};
	return {
		seenStreams: async query => {
			const {streams} = held.need();
			if ('rowIds' in query) return streams.ofRows(query.rowIds);
			if ('sessionKeys' in query) {
				return query.sessionKeys.flatMap(key => streams.ofSession(key, sources.now()) ?? []);
			}
			const most = Object.keys(query.where).length === 0 ? mostStreams : mostNarrowed;
			const found = streams.seenBetween(...spanOf(query.window), most);
			return narrowStreams(sources, found, query.where).slice(0, mostStreams);
		},
		whyTranscoded: async ({window, where}) => {
			const {streams} = held.need();
			const span = [...spanOf(window), sources.now()] as const;
			const isNarrowed = Object.keys(where).length > 0;
			const counts: ReasonCount[] = isNarrowed ? [] : [...streams.reasons(...span)];
			for (const part of isNarrowed ? streams.transcoded(...span) : []) {
				counts.push(...narrowStreams(sources, part, where).map(({why}) => ({why, streams: 1})));
				await turn();
			}
			return {...countWhy(counts), since: streams.firstSeen()};
		},
	};
};
