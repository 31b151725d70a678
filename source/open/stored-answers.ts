import type {HistoryDeps} from '../collect/sync/sync-deps.ts';
import {secondsPerDay} from '../domain/period.ts';
import type {AskedOf} from '../questions/questions.ts';
import type {Sources} from '../questions/sources.ts';
import {adoptedPlaysOf} from './history/adopted-plays.ts';
import type {HeldStore} from './hold-store.ts';
import type {PlayAnswers} from './plays/answers.ts';
import {answerBoard} from './promotion/answer-board.ts';
import {answerShown} from './promotion/answer-shown.ts';
import {promotionHistories} from './promotion/promotion-histories.ts';
import {statePromotion} from './promotion/state-promotion.ts';
import type {SeenAnswers} from './streams/answer-seen.ts';

/**
 * The questions that the store alone answers: they work while every server is away. Without a store they fail with the
 * reason, but for those that know null: what it does not hold.
 */
export type StoredAnswers = Pick<
	Sources,
	Exclude<AskedOf<'store'>, keyof PlayAnswers | keyof SeenAnswers | 'capacity' | 'strip' | 'lift'> | 'backup' | 'state'
>;

/** `history`: how the mirror is read; null: Tautulli is switched off. */
export const storedAnswers = (
	{current, need}: Pick<HeldStore, 'current' | 'need'>,
	now: () => number,
	history: Pick<HistoryDeps, 'zone' | 'grouping'> | null,
): StoredAnswers => ({
	board: async query => answerBoard(need(), query, now()),
	trend: async ({sectionUuid, ratingKey, sinceDays}) =>
		need().snapshots.trend(sectionUuid, ratingKey, sinceDays === 0 ? 0 : now() - sinceDays * secondsPerDay),
	promotions: async ({days}) => {
		const to = now();
		return promotionHistories(need(), {from: days === 0 ? 0 : to - days * secondsPerDay, to});
	},
	adoptedPlays: async query => {
		const store = current();
		return history && store && adoptedPlaysOf(store.mirror, query, history.grouping, now());
	},
	stated: async () => need().stated.list(),
	shown: async query => answerShown(need(), query, now()),
	state: async query => statePromotion(need(), query, now()),
	runs: async ({limit}) => need().runs.latest(limit),
	events: async ({limit, kind, ...stretch}) => need().events.latest(limit, kind, stretch),
	backup: async ({file}) => ({file, bytes: await need().backup(file)}),
});
