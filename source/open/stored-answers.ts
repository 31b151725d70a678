import {secondsPerDay} from '../domain/period.ts';
import type {ZoneName} from '../domain/zone.ts';
import type {Sources} from '../sources.ts';
import {rankBoard} from '../stats/leaderboard.ts';
import type {Store} from '../store/open.ts';
import {truePeaksOf} from './true-peaks.ts';

/** The questions that the store alone answers: they work while every server is away. */
export type StoredAnswers = Pick<Sources, 'board' | 'trend' | 'truePeaks' | 'runs' | 'events'>;

/** Movement compares with the snapshots of a week ago, at most ten days old. */
const movement = {from: 10 * secondsPerDay, to: 7 * secondsPerDay} as const;

/** `zone`: Tautulli's own, by which days are cut; null: there is no Tautulli. */
export const storedAnswers = (store: Store, now: () => number, zone: ZoneName | null): StoredAnswers => ({
	board: async query => {
		const at = now();
		const before = store.snapshots.newestBefore(at - movement.to, at - movement.from);
		return rankBoard(store.snapshots.newest(), before, query);
	},
	trend: async ({sectionUuid, ratingKey, sinceDays}) =>
		store.snapshots.trend(sectionUuid, ratingKey, sinceDays === 0 ? 0 : now() - sinceDays * secondsPerDay),
	truePeaks: async ({days}) => (zone === null ? null : truePeaksOf(store.mirror, zone, days, now())),
	runs: async ({limit}) => store.runs.latest(limit),
	events: async ({limit}) => store.events.latest(limit),
});
