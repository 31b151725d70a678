import {setImmediate} from 'node:timers/promises';
import type {Window} from '../../domain/period.ts';
import {dayStart} from '../../domain/zone.ts';
import type {Sources} from '../../questions/sources.ts';
import {dayNumber, stretchOf} from '../../stats/plays/time-axis.ts';
import {answerChoices} from './answer-choices.ts';
import {answerHistory} from './answer-history.ts';
import {answerPeaks} from './answer-peaks.ts';
import {answering, answerPlays, coverageOf, type PlaySources} from './answer-plays.ts';
import {answerRecent} from './answer-recent.ts';
import {answerWeeks} from './answer-weeks.ts';
import type {Freshen} from './freshen.ts';

/** The questions about plays that the mirror answers. */
export type PlayAnswers = Pick<
	Sources,
	'plays' | 'weeks' | 'peaks' | 'history' | 'recent' | 'moment' | 'day' | 'choices' | 'lastPlay' | 'play'
>;

/** Who is asked for by name has watched lately; the window of the question that follows brings in the rest. */
const namesSeconds = 31 * 86_400;

/** Gives the thread back for a turn, so that keys and other questions come through. */
const turn = (): Promise<unknown> => setImmediate();

/** `freshen` brings the mirror up to date first, and `list` lists Plex where it never was, where nobody else does. */
export const playAnswers = (
	sources: PlaySources,
	freshen: Freshen,
	list: (signal?: AbortSignal) => Promise<unknown>,
): PlayAnswers => {
	const zone = (): string => sources.history?.zone().name ?? 'UTC';
	/** The first second of a window. */
	const since = (window: Window, by = ''): number => stretchOf(window, by, zone(), sources.now(), null).from;
	const dayOf = (date: string) => {
		const day = dayNumber(date);
		return {from: dayStart(zone(), day), to: dayStart(zone(), day + 1)};
	};
	const rowsOf = async (signal?: AbortSignal) => {
		await freshen(Number.NEGATIVE_INFINITY, signal);
		const {mirror, state} = answering(sources);
		return {mirror, serverId: state.serverId};
	};
	return {
		plays: async (query, signal) => {
			await freshen(since(query.window, query.by), signal);
			return answerPlays(sources, query);
		},
		weeks: async (query, signal) => {
			await freshen(sources.now() - query.weeks * 7 * 86_400, signal);
			return answerWeeks(sources, query, turn);
		},
		peaks: async (query, signal) => {
			await freshen(since(query.window), signal);
			return answerPeaks(sources, query, turn);
		},
		history: async (query, signal) => {
			await freshen(since(query.window), signal);
			return answerHistory(sources, query);
		},
		recent: async (query, signal) => {
			await freshen(Number.NEGATIVE_INFINITY, signal);
			const serverId = sources.mirrored.current().mirror.servers.current()?.serverId;
			const isListed = serverId !== undefined && sources.mirrored.current().mirror.playOwners.isListed(serverId);
			if (!isListed) await list(signal);
			return answerRecent(sources, query);
		},
		moment: async ({at}, signal) => {
			await freshen(at, signal);
			const found = answering(sources);
			const coverage = coverageOf(found, {from: at, to: at + 1}, sources.now());
			return {plays: found.mirror.rows.at(found.state.serverId, at), coverage};
		},
		day: async ({date}, signal) => {
			const {from, to} = dayOf(date);
			await freshen(from, signal);
			const found = answering(sources);
			const coverage = coverageOf(found, {from, to}, sources.now());
			return {from, to, plays: found.mirror.rows.between(found.state.serverId, from, to), coverage};
		},
		choices: async (query, signal) => {
			await freshen(sources.now() - namesSeconds, signal);
			return answerChoices(sources, query);
		},
		play: async ({rowId}, signal) => {
			const {mirror, serverId} = await rowsOf(signal);
			return mirror.rows.rows(serverId, [rowId])[0] ?? null;
		},
		lastPlay: async (_, signal) => {
			await freshen(sources.now(), signal);
			const {mirror, state} = answering(sources);
			return mirror.rows.last(state.serverId);
		},
	};
};
