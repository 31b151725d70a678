import {type IsWanted, nothing, type PlayColumns, type TextColumn} from '../../domain/plays/play-columns.ts';
import {folded, searchedWords} from '../../domain/text/folded.ts';

/** What has to be looked up before plays can be searched. */
export type TextFacts = {
	/** The numbers of the full titles that hold a folded word. */
	readonly titlesWith: (word: string) => ReadonlySet<number>;
	/** Users by id, with their names of today. */
	readonly userNames: () => ReadonlyMap<number, {readonly name: string}>;
};

const inColumn = ({texts, indexes}: TextColumn, word: string): IsWanted | null => {
	const holds = texts.map(text => folded(text).includes(word));
	return holds.includes(true) ? at => holds[indexes[at] ?? 0] === true : null;
};

/** Numbers as flags: a million rows are asked faster than a set answers. */
const flagsOf = (numbers: ReadonlySet<number>): Uint8Array => {
	const flags = new Uint8Array(1 + [...numbers].reduce((most, number) => Math.max(most, number), 0));
	for (const number of numbers) flags[number] = 1;
	return flags;
};

/**
 * What a search asks of a play: each word of the text stands in the user's present name, the full title, the platform, the product or
 * the player, case-blind and blind to accents. With `!` in front: not all of them do.
 */
export const withWords = (text: string, columns: PlayColumns, facts: TextFacts): readonly IsWanted[] => {
	if (!text.startsWith('!')) return holdingWords(text, columns, facts);
	const conditions = holdingWords(text.slice(1), columns, facts);
	return conditions.length === 0 ? [] : [at => !conditions.every(holds => holds(at))];
};

const holdingWords = (text: string, columns: PlayColumns, facts: TextFacts): readonly IsWanted[] => {
	const {titleIds, userIds, platforms, products, players} = columns;
	const words = searchedWords(text).map(word => ({word, titles: facts.titlesWith(word)}));
	// The word that is in the fewest titles says no most often.
	words.sort((one, two) => one.titles.size - two.titles.size);
	return words.map(({word, titles}): IsWanted => {
		const flags = flagsOf(titles);
		const users = new Set([...facts.userNames()].flatMap(([id, {name}]) => (folded(name).includes(word) ? [id] : [])));
		const devices = [platforms, products, players].flatMap(column => inColumn(column, word) ?? []);
		return at =>
			flags[titleIds[at] ?? nothing] === 1 ||
			users.has(userIds[at] ?? nothing) ||
			devices.some(isWanted => isWanted(at));
	});
};
