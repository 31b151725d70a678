import type {Cell} from '../../test/helpers/terminal-screen.ts';

const rule = '─';

/**
 * What comes when it comes, and is no part of a picture: how fast servers answered, when a number was compared last, what has just
 * been done, how large a file grew. Each with what stands there instead, as long as it was.
 */
const passing: readonly {readonly found: RegExp; readonly shown: (words: string) => string}[] = [
	{found: /\d+ ms/g, shown: words => '1 ms'.padStart(words.length)},
	{found: /, checked \d\d:\d\d (?=─)/g, shown: words => ` ${rule.repeat(words.length - 1)}`},
	{found: / {3}checked \d\d:\d\d/g, shown: words => ' '.repeat(words.length)},
	{found: /(?<=─) (collected \d+ in \d+ s|add a config\.yaml) (?=─)/g, shown: words => rule.repeat(words.length)},
	{found: /(?<=snapshots, )\d+\.\d MB/g, shown: words => '24.1 MB'.slice(-words.length)},
];

/** A row of the screen without what passes; a rule goes on where it was interrupted. */
export const timeless = (cells: readonly Cell[]): readonly Cell[] => {
	const text = cells.map(({text: sign}) => (sign.length === 1 ? sign : ' ')).join('');
	const still = [...cells];
	for (const {found, shown} of passing) {
		for (const match of text.matchAll(found)) {
			const next = cells[match.index + match[0].length];
			for (const [index, sign] of [...shown(match[0])].entries()) {
				const cell = sign === rule ? next : cells[match.index + index];
				if (cell) still[match.index + index] = {...cell, text: sign};
			}
		}
	}
	return still;
};
