import type {WeeklyPlays} from '../../domain/board.ts';
import type {PlayCounts} from '../../domain/plays/plays.ts';
import {dayText, localDay} from '../../domain/zone.ts';
import type {WeeksQuery} from '../../questions/queries.ts';
import {answering, answerPlays, type PlaySources} from './answer-plays.ts';

/** More collections than a server has. */
const mostCollections = 100_000;

/** Plays of every collection week by week: seven days of the server's calendar each, the last one ends today. `turn` gives the thread back. */
export const answerWeeks = async (
	sources: PlaySources,
	{weeks, where}: WeeksQuery,
	turn: () => Promise<unknown>,
): Promise<WeeklyPlays> => {
	const today = localDay(answering(sources).zone.name, sources.now());
	const lastDays = Array.from({length: weeks}, (_, index) => today - (weeks - 1 - index) * 7);
	const windows = lastDays.map(day => ({from: dayText(day - 6), to: dayText(day)}));
	const counted: PlayCounts[] = [];
	for (const window of windows) {
		const query = {
			by: 'collection',
			split: 'nothing',
			measure: 'plays',
			limit: mostCollections,
			window,
			where,
		} as const;
		counted.push(await answerPlays(sources, query));
		await turn();
	}
	const keys = new Set(counted.flatMap(({rows}) => rows.map(({key}) => key)));
	const byWeek = counted.map(({rows}) => new Map(rows.map(({key, plays}) => [key, plays])));
	return {
		weeks: windows,
		rows: [...keys].map(ratingKey => ({ratingKey, plays: byWeek.map(plays => plays.get(ratingKey) ?? 0)})),
	};
};
