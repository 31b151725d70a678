import {AppError} from '../../domain/app-error.ts';
import type {PeakRecord} from '../../domain/plays/at-once.ts';
import type {Play} from '../../domain/plays/play.ts';
import type {Minute} from '../../domain/streams/minute.ts';
import type {MinuteRates} from '../../domain/streams/strip.ts';
import type {Sources} from '../../questions/sources.ts';
import {type KnownTime, stripMinutes} from '../../stats/streams/strip.ts';
import type {HeldStore} from '../hold-store.ts';
import {answering, coverageOf, type PlaySources} from '../plays/answer-plays.ts';

export type StripDeps = {
	readonly held: Pick<HeldStore, 'current'>;
	readonly sources: Pick<PlaySources, 'mirrored' | 'history' | 'trouble' | 'now'>;
	readonly peaks: Sources['peaks'];
};

const stripMinutesLong = 180;

type History = {readonly plays: readonly Play[]; readonly known: KnownTime};

/** What history says of a stretch of time (Unix seconds); null: it cannot tell. */
const historyOf = (sources: StripDeps['sources'], from: number, to: number): History | null => {
	try {
		const found = answering(sources);
		const {knownFrom, asOf} = coverageOf(found, {from, to}, sources.now());
		const {mirror, state} = found;
		return {plays: mirror.rows.between(state.serverId, from, to), known: {from: knownFrom ?? from, to: asOf}};
	} catch (error) {
		if (error instanceof AppError) return null;
		throw error;
	}
};

/** What the record depends on; null: it cannot be known. */
const stateName = (sources: StripDeps['sources'], at: number | null): string | null => {
	try {
		const {state, zone} = answering(sources);
		return JSON.stringify([state.serverId, state.plays, state.comparedAt, zone.name, at]);
	} catch (error) {
		if (error instanceof AppError) return null;
		throw error;
	}
};

/** The record of all known days. Nobody waits for it: until it is reckoned anew the last one is told. */
const createRecord = ({sources, peaks}: StripDeps) => {
	let name: string | null = null;
	let record: PeakRecord | null = null;
	return (at: number | null): PeakRecord | null => {
		const wanted = stateName(sources, at);
		if (wanted !== null && wanted !== name) {
			name = wanted;
			const window = at === null ? ({days: 1} as const) : ({days: 1, at} as const);
			peaks({window, where: {}}).then(
				({records}) => {
					if (name === wanted) record = records.streams;
				},
				() => {
					if (name === wanted) name = null;
				},
			);
		}
		return record;
	};
};

const ratesOf = (minute: Minute | undefined): MinuteRates | null =>
	minute ? {kbps: minute.kbps, lanKbps: minute.lanKbps, wanKbps: minute.wanKbps} : null;

/** How many watched in the three hours until a moment: what was seen, and history for the time when nobody looked. */
export const stripAnswer = (deps: StripDeps): Pick<Sources, 'strip'> => {
	const {held, sources} = deps;
	const recordOf = createRecord(deps);
	return {
		strip: async ({at}) => {
			const last = Math.floor((at ?? sources.now()) / 60);
			const first = last - stripMinutesLong + 1;
			const seen = held.current()?.minutes.between(first, last + 1) ?? [];
			const past = historyOf(sources, first * 60, last * 60 + 60);
			return {
				from: first * 60,
				minutes: stripMinutes(first, stripMinutesLong, seen, past?.plays ?? [], past?.known ?? null),
				rates: ratesOf(seen.find(({minute}) => minute === last)),
				record: recordOf(at),
			};
		},
	};
};
