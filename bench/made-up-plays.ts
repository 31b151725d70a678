import {secondsPerDay} from '../source/domain/period.ts';
import type {MirrorPlay} from '../source/domain/plays/mirror.ts';

let seed = 7;
/** The same numbers in every run. */
export const random = (below: number): number => {
	seed = (seed * 48_271) % 2_147_483_647;
	return seed % below;
};

export const movies = 4000;
export const shows = 500;
const episodesOfShow = 40;

export const guidOf = (key: number): string => `plex://movie/5d7768ba96b655001fdc${String(key).padStart(8, '0')}`;

/** How many plays in how many days, and when the last of them stopped. */
export type Span = {readonly total: number; readonly days: number; readonly now: number};

/** One play in ten goes on with the last one of its title. */
const lastOfKey = new Map<number, number>();

/** One of `total` plays that fill the days before now. */
export const madeUpPlay = (rowId: number, {total, days, now}: Span): MirrorPlay => {
	const stoppedAt = now - days * secondsPerDay + Math.floor((rowId * days * secondsPerDay) / total);
	const isEpisode = random(10) < 6;
	const show = random(shows);
	const episode = random(episodesOfShow);
	const key = isEpisode ? 100_000 + show * episodesOfShow + episode : 1000 + random(movies);
	const referenceId = (random(10) === 0 ? lastOfKey.get(key) : undefined) ?? rowId;
	lastOfKey.set(key, referenceId);
	return {
		rowId,
		referenceId,
		startedAt: stoppedAt - 600 - random(6000),
		stoppedAt,
		pausedSeconds: random(4) === 0 ? random(500) : 0,
		userId: random(40),
		user: 'somebody',
		userKnown: true,
		ratingKey: String(key),
		parentRatingKey: isEpisode ? String(60_000 + show) : '',
		grandparentRatingKey: isEpisode ? String(50_000 + show) : '',
		mediaType: isEpisode ? 'episode' : 'movie',
		live: false,
		transcodeDecision: random(3) === 0 ? 'transcode' : 'direct play',
		platform: 'Roku',
		title: `Title of ${key}`,
		parentTitle: isEpisode ? 'Season 1' : '',
		grandparentTitle: isEpisode ? `Show ${show}` : '',
		fullTitle: isEpisode ? `Show ${show} - Title of ${key}` : `Title of ${key}`,
		guid: guidOf(key),
		player: `Player ${random(30)}`,
		product: 'Plex for Roku',
		network: 'lan',
		percentComplete: 90,
		seasonNumber: isEpisode ? 1 : null,
		episodeNumber: isEpisode ? episode : null,
		year: null,
		machineId: `machine-${random(30)}-0123456789abcdef`,
	};
};
