/** Text as it is searched: case-blind, and blind to accents. */
export const folded = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLocaleLowerCase('en');

/** The words of a search, folded: all of them have to be found. */
export const searchedWords = (text: string): readonly string[] => folded(text).split(/\s+/).filter(Boolean);
