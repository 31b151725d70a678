/** Text as it is searched: case-blind, and blind to accents. */
export const folded = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLocaleLowerCase('en');
