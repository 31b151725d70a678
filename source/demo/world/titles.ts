import {between, pickOne, type Random} from './random.ts';
import {
	adjectives,
	bandWords,
	callings,
	episodeNames,
	firstNames,
	journeys,
	kin,
	openings,
	places,
	rareTitles,
	things,
	weather,
} from './words.ts';

const shapes: readonly ((random: Random) => string)[] = [
	random => `The ${pickOne(random, adjectives)} ${pickOne(random, things)}`,
	random => `${pickOne(random, adjectives)} ${pickOne(random, things)}`,
	random => `The ${pickOne(random, callings)}’s ${pickOne(random, kin)}`,
	random => `The ${pickOne(random, adjectives)} ${pickOne(random, callings)}`,
	random => `The ${pickOne(random, callings)} of ${pickOne(random, places)}`,
	random => `${pickOne(random, journeys)} ${pickOne(random, places)}`,
	random => `${pickOne(random, openings)} ${pickOne(random, weather)}`,
	random => `${pickOne(random, things)} of ${pickOne(random, weather)}`,
];

/** An invented title; not necessarily a new one. */
const inventTitle = (random: Random): string => pickOne(random, shapes)(random);

/** An invented name of a band or a musician. */
const inventArtist = (random: Random): string => {
	const kind = between(random, 0, 2);
	if (kind === 0) return `The ${pickOne(random, adjectives)} ${pickOne(random, bandWords)}`;
	if (kind === 1) return `${pickOne(random, firstNames)} ${pickOne(random, places)}`;
	return `${pickOne(random, places)} ${pickOne(random, bandWords)}`;
};

/** `count` different names: the known ones first, then invented ones. */
const different = (count: number, known: readonly string[], invent: () => string): string[] => {
	const names = new Set(known.slice(0, count));
	while (names.size < count) names.add(invent());
	return [...names];
};

/**
 * Different titles, `known` first, since the first ones are watched most. Among the last third there are `rare` ones that are
 * hard for a terminal.
 */
export const inventTitles = (random: Random, count: number, known: readonly string[], rare: number): string[] => {
	const titles = different(count, known, () => inventTitle(random));
	const last = Math.ceil(count / 3);
	const step = Math.max(1, Math.floor(last / Math.max(1, rare)));
	for (let index = 0; index < Math.min(rare, rareTitles.length, last); index++) {
		titles[count - 1 - index * step] = rareTitles[index] ?? inventTitle(random);
	}
	return titles;
};

export const inventArtists = (random: Random, count: number): string[] =>
	different(count, [], () => inventArtist(random));

/** What a season's episodes are called. */
export const inventEpisodes = (random: Random, count: number): string[] =>
	different(count, [], () => pickOne(random, episodeNames));
