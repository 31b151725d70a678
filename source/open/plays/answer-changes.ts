import {AppError} from '../../domain/app-error.ts';
import type {ChangesAnswer, ChangesQuery, PlayedInAll, WindowSpan} from '../../domain/plays/changes.ts';
import type {PlayCounts, PlaysQuery} from '../../domain/plays/plays.ts';
import {changesOf} from '../../stats/changes.ts';
import {mostAtOnce} from '../../stats/plays/most-at-once.ts';
import {conditionsOf} from '../../stats/plays/narrow.ts';
import {comparedStretches, type Stretch} from '../../stats/plays/time-axis.ts';
import {answering, coverageOf, type PlaySources, playsWithin, withDetails} from './answer-plays.ts';
import {playFacts} from './facts.ts';

const noBefore = (): AppError =>
	new AppError('usage', 'There is nothing before all time to compare it with.', {
		hint: 'Ask for some days: --days 365, or t in the dashboard.',
	});

const spanOf = ({from, to}: Stretch): WindowSpan => ({from, to: Number.isFinite(to) ? to : null});

const playsOf = ({rows}: PlayCounts, kinds: readonly string[]): number =>
	rows.reduce((sum, {kind, plays}) => (kinds.includes(kind) ? sum + plays : sum), 0);

/** What was played in a stretch of time: sums, how, and the most streams at once. Plays are read from `since` on. */
export const playedWithin = async (
	sources: PlaySources,
	where: PlaysQuery['where'],
	stretch: Stretch,
	since: number,
): Promise<PlayedInAll> => {
	const {mirror, state, zone} = answering(sources);
	const base = {by: 'nothing', window: {days: 0}, where, measure: 'plays'} as const;
	const counts = await playsWithin(sources, {...base, split: 'decision'}, stretch, since);
	const {columns, starts} = await sources.columns.read(mirror, state.serverId, since, zone.name);
	const conditions = conditionsOf(where, columns, starts, playFacts(mirror, state.serverId), false);
	return {
		...counts.total,
		transcodes: playsOf(counts, ['transcode']),
		decided: playsOf(counts, ['direct play', 'copy', 'transcode']),
		most: mostAtOnce(columns, stretch, conditions),
	};
};

/** This window against the one before it, which is as long; or this month against the same days of last month. */
export const answerChanges = async (sources: PlaySources, query: ChangesQuery): Promise<ChangesAnswer> => {
	const {window, where, groups} = query;
	const found = answering(sources);
	const {mirror, state, zone} = found;
	const now = sources.now();
	const {now: stretch, before} = comparedStretches(window, zone.name, now);
	if (!before) throw noBefore();
	const whole = {from: before.from, to: stretch.to};
	const coverage = withDetails(found, coverageOf(found, whole, now), {where}, before.from);
	const names = await Promise.all(
		groups.map(async group => {
			const asked = {
				by: group,
				split: 'nothing',
				window: {days: 0},
				where,
				measure: 'users',
				limit: Number.MAX_SAFE_INTEGER,
			} as const;
			const [mine, theirs] = [
				await playsWithin(sources, asked, stretch, before.from),
				await playsWithin(sources, asked, before, before.from),
			];
			return changesOf(group, mine.rows, theirs.rows);
		}),
	);
	const oldest = mirror.plays.oldestStart(state.serverId);
	return {
		spans: {now: spanOf(stretch), before: spanOf(before)},
		now: await playedWithin(sources, where, stretch, before.from),
		before: await playedWithin(sources, where, before, before.from),
		names: names.flat(),
		recordsFrom: oldest !== null && oldest > before.from ? oldest : null,
		coverage,
	};
};
