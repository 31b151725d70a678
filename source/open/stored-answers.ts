import {secondsPerDay} from '../domain/period.ts';
import type {Sources} from '../sources.ts';
import {rankBoard} from '../stats/leaderboard.ts';
import type {Store} from '../store/open.ts';

/** The questions that the store alone answers: they work while every server is away. */
export type StoredAnswers = Pick<Sources, 'board' | 'trend' | 'runs' | 'events'>;

/** Movement compares with the snapshots of a week ago, at most ten days old. */
const movement = {from: 10 * secondsPerDay, to: 7 * secondsPerDay} as const;

export const storedAnswers = (store: Store, now: () => number): StoredAnswers => ({
	board: async query => {
		const at = now();
		const before = store.snapshots.newestBefore(at - movement.to, at - movement.from);
		return rankBoard(store.snapshots.newest(), before, query);
	},
	trend: async ({sectionUuid, ratingKey, sinceDays}) =>
		store.snapshots.trend(sectionUuid, ratingKey, sinceDays === 0 ? 0 : now() - sinceDays * secondsPerDay),
	runs: async ({limit}) => store.runs.latest(limit),
	events: async ({limit}) => store.events.latest(limit),
});
