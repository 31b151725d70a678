const oneLineDown = '\u001B[E';

/** From the start of a row that is written anew; a carriage return says the same. */
const toFirstColumn = '\u001B[1G';

const linesDown = /(?:\u001B\[E){2,}/g;

/** Two and no more: some terminals read sixteen numbers of a sequence and drop the rest. */
const twoLooks = /\u001B\[([\d;]+)m\u001B\[([\d;]+)m/g;

/** Sequences in fewer bytes that do the same on every terminal: Ink writes one for each row that stays as it is. */
export const leanSequences = (text: string): string =>
	text
		.replaceAll(linesDown, run => `\u001B[${run.length / oneLineDown.length}E`)
		.replaceAll(twoLooks, '\u001B[$1;$2m')
		.replaceAll(toFirstColumn, '\r');
