import type {HistoryDeps} from '../collect/sync/sync-deps.ts';
import {secondsPerDay} from '../domain/period.ts';
import type {AskedOf} from '../questions/questions.ts';
import type {Sources} from '../questions/sources.ts';
import {rankBoard} from '../stats/leaderboard.ts';
import {adoptedPlaysOf} from './history/adopted-plays.ts';
import type {HeldStore} from './hold-store.ts';
import {promotionHistories} from './memory/promotion-histories.ts';
import type {PlayAnswers} from './plays/answers.ts';

/**
 * The questions that the store alone answers: they work while every server is away. Without a store they fail with the
 * reason, but for those that know null: what it does not hold.
 */
export type StoredAnswers = Pick<Sources, Exclude<AskedOf<'store'>, keyof PlayAnswers | 'lift'> | 'backup'>;

/** Movement compares with the snapshots of a week ago, at most ten days old. */
const movement = {from: 10 * secondsPerDay, to: 7 * secondsPerDay} as const;

/** `history`: how the mirror is read; null: Tautulli is switched off. */
export const storedAnswers = (
	{current, need}: Pick<HeldStore, 'current' | 'need'>,
	now: () => number,
	history: Pick<HistoryDeps, 'zone' | 'grouping'> | null,
): StoredAnswers => ({
	board: async query => {
		const [at, store] = [now(), need()];
		const before = store.snapshots.newestBefore(at - movement.to, at - movement.from);
		return rankBoard(store.snapshots.newest(), before, query);
	},
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
	runs: async ({limit}) => need().runs.latest(limit),
	events: async ({limit}) => need().events.latest(limit),
	backup: async ({file}) => ({file, bytes: await need().backup(file)}),
});
