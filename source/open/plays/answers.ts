import {setImmediate} from 'node:timers/promises';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {WeeklyPlays} from '../../domain/board.ts';
import type {Window} from '../../domain/period.ts';
import {dayStart, localDay} from '../../domain/zone.ts';
import type {Sources} from '../../questions/sources.ts';
import {comparedStretches, dayNumber, stretchOf} from '../../stats/plays/time-axis.ts';
import type {Keep} from '../keep-answers.ts';
import {answerChanges} from './answer-changes.ts';
import {answerChoices} from './answer-choices.ts';
import {answerEverPlayed} from './answer-ever-played.ts';
import {answerHistory} from './answer-history.ts';
import {answerItems} from './answer-items.ts';
import {answerMemberships} from './answer-memberships.ts';
import {answerMoment} from './answer-moment.ts';
import {answerPeaks} from './answer-peaks.ts';
import {answering, answerPlays, type PlaySources} from './answer-plays.ts';
import {answerRecap} from './answer-recap.ts';
import {answerRecent} from './answer-recent.ts';
import {answerTitleFacts} from './answer-title-facts.ts';
import {answerLibrarySizes, answerUnwatched} from './answer-unwatched.ts';
import {answerWeeks} from './answer-weeks.ts';
import type {Freshen} from './freshen.ts';

/** The questions about plays that the mirror answers. */
export type PlayAnswers = Pick<
	Sources,
	| 'plays'
	| 'everPlayed'
	| 'weeks'
	| 'collectionItems'
	| 'peaks'
	| 'changes'
	| 'recap'
	| 'history'
	| 'recent'
	| 'unwatched'
	| 'librarySizes'
	| 'titleFacts'
	| 'memberships'
	| 'moment'
	| 'day'
	| 'choices'
	| 'lastPlay'
	| 'play'
>;

/** Who is asked for by name has watched lately; the window of the question that follows brings in the rest. */
const namesSeconds = 31 * 86_400;

/** What the answer stands without. */
const passOver = (error: unknown): void => {
	if (isCancelled(error) || !(error instanceof AppError)) throw error;
};

/** Gives the thread back for a turn, so that keys and other questions come through. */
const turn = (): Promise<unknown> => setImmediate();

/** `freshen` brings the mirror up to date first, and `list` lists Plex where it never was, where nobody else does. */
export const playAnswers = (
	sources: PlaySources,
	freshen: Freshen,
	list: (signal?: AbortSignal) => Promise<unknown>,
	keep: Keep,
): PlayAnswers => {
	const zone = (): string => sources.history?.zone().name ?? 'UTC';
	/** The first second of a window. */
	const since = (window: Window, by = ''): number => stretchOf(window, by, zone(), sources.now(), null).from;
	/** The first second of the next day. */
	const tomorrow = (): number => dayStart(zone(), localDay(zone(), sources.now()) + 1);
	const dayOf = (date: string) => {
		const day = dayNumber(date);
		return {from: dayStart(zone(), day), to: dayStart(zone(), day + 1)};
	};
	const rowsOf = async (signal?: AbortSignal) => {
		await freshen(Number.NEGATIVE_INFINITY, signal);
		const {mirror, state} = answering(sources);
		return {mirror, serverId: state.serverId};
	};
	const listFirst = async (signal?: AbortSignal): Promise<void> => {
		const {mirror} = sources.mirrored.current();
		const serverId = mirror.servers.current()?.serverId;
		if (serverId === undefined || !mirror.playOwners.isListed(serverId)) await list(signal);
	};
	/** Everything that was played, and everything that there is. */
	const listed = async (signal?: AbortSignal): Promise<void> => {
		await freshen(Number.NEGATIVE_INFINITY, signal);
		await listFirst(signal);
	};
	return {
		plays: async (query, signal) => {
			await freshen(since(query.window, query.by), signal);
			return answerPlays(sources, query);
		},
		everPlayed: async (query, signal) => {
			await freshen(Number.NEGATIVE_INFINITY, signal);
			return answerEverPlayed(sources, query);
		},
		weeks: async (query, signal) => {
			if (query.fresh) await freshen(sources.now() - query.weeks * 7 * 86_400, signal);
			const {fresh, ...asked} = query;
			const make = (): Promise<WeeklyPlays> => answerWeeks(sources, query, turn);
			return fresh ? make() : keep({name: `weeks ${JSON.stringify(asked)}`, until: tomorrow}, make);
		},
		collectionItems: async ({ratingKey}) => answerItems(sources, ratingKey),
		peaks: async (query, signal) => {
			await freshen(since(query.window), signal);
			return answerPeaks(sources, query, turn, keep);
		},
		changes: async (query, signal) => {
			const {now, before} = comparedStretches(query.window, zone(), sources.now());
			await freshen((before ?? now).from, signal);
			return answerChanges(sources, query);
		},
		recap: async (query, signal) => {
			// Who is new is known from all that was ever played. What lies idle is one sentence of many.
			await freshen(Number.NEGATIVE_INFINITY, signal);
			await listFirst(signal).catch(passOver);
			return answerRecap(sources, query);
		},
		history: async (query, signal) => {
			await freshen(since(query.window), signal);
			return answerHistory(sources, query);
		},
		recent: async (query, signal) => {
			await listed(signal);
			return answerRecent(sources, query);
		},
		unwatched: async (query, signal) => {
			await listed(signal);
			return answerUnwatched(sources, query);
		},
		librarySizes: async (_, signal) => {
			await freshen(Number.NEGATIVE_INFINITY, signal);
			return answerLibrarySizes(sources);
		},
		titleFacts: async query => answerTitleFacts(sources, query),
		memberships: async query => answerMemberships(sources, query),
		moment: async ({at, where}, signal) => {
			await freshen(at, signal);
			// started <= at is started < at + 1, in whole seconds.
			return answerMoment(sources, {from: at, to: at + 1}, where);
		},
		day: async ({date, where}, signal) => {
			await freshen(dayOf(date).from, signal);
			// The first plays may have told the zone.
			const stretch = dayOf(date);
			return {...stretch, ...(await answerMoment(sources, stretch, where))};
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
