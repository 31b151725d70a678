import {between, pickOne, type Random} from './random.ts';
import {adjectives, bandWords, firstNames, nouns, places, rareTitles} from './words.ts';

const shapes: readonly ((random: Random) => string)[] = [
	random => `The ${pickOne(random, adjectives)} ${pickOne(random, nouns)}`,
	random => `${pickOne(random, adjectives)} ${pickOne(random, nouns)}`,
	random => `The ${pickOne(random, nouns)} of ${pickOne(random, places)}`,
	random => `${pickOne(random, nouns)} and ${pickOne(random, nouns)}`,
	random => `A ${pickOne(random, nouns)} for ${pickOne(random, firstNames)}`,
	random => `${pickOne(random, places)} ${pickOne(random, nouns)}`,
	random => `${pickOne(random, firstNames)} and the ${pickOne(random, adjectives)} ${pickOne(random, nouns)}`,
	random => `${pickOne(random, adjectives)} ${pickOne(random, nouns)}: ${pickOne(random, places)}`,
];

/** An invented title; not necessarily a new one. */
const inventTitle = (random: Random): string => pickOne(random, shapes)(random);

/** An invented name of a band or a musician. */
export const inventArtist = (random: Random): string => {
	const kind = between(random, 0, 2);
	if (kind === 0) return `The ${pickOne(random, adjectives)} ${pickOne(random, bandWords)}`;
	if (kind === 1) return `${pickOne(random, firstNames)} ${pickOne(random, nouns)}`;
	return `${pickOne(random, places)} ${pickOne(random, bandWords)}`;
};

/** Different titles, `rare` of them hard for a terminal, spread over the list. */
export const inventTitles = (
	random: Random,
	count: number,
	rare: number,
	invent: (random: Random) => string = inventTitle,
): string[] => {
	const titles = new Set<string>();
	const step = Math.max(1, Math.floor(count / Math.max(1, rare)));
	const first = between(random, 0, rareTitles.length - 1);
	for (let index = 0; titles.size < count; index++) {
		const strange = index % step === 3 ? rareTitles[(first + Math.floor(index / step)) % rareTitles.length] : undefined;
		titles.add(strange ?? invent(random));
	}
	return [...titles];
};
