import type {HistoryDeps} from '../collect/sync-deps.ts';
import {secondsPerDay} from '../domain/period.ts';
import type {Sources} from '../sources.ts';
import {rankBoard} from '../stats/leaderboard.ts';
import type {Store} from '../store/open.ts';
import {adoptedPlaysOf} from './adopted-plays.ts';
import {mirroredGraphsOf} from './mirror-graphs.ts';
import {truePeaksOf} from './true-peaks.ts';

/** The questions that the store alone answers: they work while every server is away. */
export type StoredAnswers = Pick<
	Sources,
	'board' | 'trend' | 'truePeaks' | 'mirrored' | 'adoptedPlays' | 'runs' | 'events'
>;

/** Movement compares with the snapshots of a week ago, at most ten days old. */
const movement = {from: 10 * secondsPerDay, to: 7 * secondsPerDay} as const;

/** `history`: how the mirror is read; null: Tautulli is switched off. */
export const storedAnswers = (
	store: Store,
	now: () => number,
	history: Pick<HistoryDeps, 'zone' | 'grouping'> | null,
): StoredAnswers => ({
	board: async query => {
		const at = now();
		const before = store.snapshots.newestBefore(at - movement.to, at - movement.from);
		return rankBoard(store.snapshots.newest(), before, query);
	},
	trend: async ({sectionUuid, ratingKey, sinceDays}) =>
		store.snapshots.trend(sectionUuid, ratingKey, sinceDays === 0 ? 0 : now() - sinceDays * secondsPerDay),
	truePeaks: async ({days}) => {
		const zone = history?.zone();
		// In a guessed zone every number would stand on a guessed day.
		if (!zone || zone.trust === 'presumed') return null;
		return truePeaksOf(store.mirror, zone.name, days, now());
	},
	mirrored: async query => (history ? mirroredGraphsOf(store.mirror, history, query, now()) : null),
	adoptedPlays: async query => (history ? adoptedPlaysOf(store.mirror, query, history.grouping, now()) : null),
	runs: async ({limit}) => store.runs.latest(limit),
	events: async ({limit}) => store.events.latest(limit),
});
