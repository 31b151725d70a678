import type {Item} from './item.ts';
import {bare, type Maker} from './maker.ts';
import {between} from './random.ts';
import {videoSource} from './sources.ts';
import {inventEpisodes} from './titles.ts';

/** A new episode, and the day (since 1970, of the server) on whose evening it is awaited. */
export type Premiere = {readonly day: number; readonly episode: Item};

/** So many shows, the first of their library, go on: a season of one, then one of the next. */
export const premiereShows = 4;

const episodesOfSeason = 8;
const secondsPerDay = 86_400;
const daysOfWeek = 7;
/** Before the evening in every zone. */
const addedAtSecond = 3 * 3600;

/** An episode a week. */
export const makePremieres = (
	{random, make}: Maker,
	series: readonly Item[],
	startAt: number,
	until: number,
): readonly Premiere[] => {
	const awaited = series.slice(0, premiereShows);
	const premieres: Premiere[] = [];
	// Day 3 since 1970 was a Sunday.
	let day = Math.ceil((startAt / secondsPerDay - 3) / daysOfWeek) * daysOfWeek + 3;
	for (let run = 0; day * secondsPerDay < until; run++) {
		const show = awaited[run % awaited.length];
		if (show === undefined) break;
		const addedAt = day * secondsPerDay + addedAtSecond;
		const number = (show.children.at(-1)?.index ?? 0) + 1;
		const season = make({
			...bare('season', show.sectionId, `Season ${number}`),
			index: number,
			parent: show,
			addedAt,
		});
		const weekday = [0, 4, 0, 2][run % 4] ?? 0;
		for (const [index, name] of inventEpisodes(random, episodesOfSeason).entries()) {
			const episode = make({
				...bare('episode', show.sectionId, name),
				year: new Date(addedAt * 1000).getUTCFullYear(),
				index: index + 1,
				durationSeconds: 50 * 60 + between(random, -90, 240),
				source: videoSource(random, false),
				parent: season,
				addedAt: addedAt + (index * daysOfWeek + weekday) * secondsPerDay,
			});
			premieres.push({day: day + index * daysOfWeek + weekday, episode});
		}
		day += episodesOfSeason * daysOfWeek;
	}
	return premieres;
};
