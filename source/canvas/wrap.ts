import {textWidth} from './widths.ts';

/** A text in lines of at most `width` cells, broken between words; a word that is wider stays whole, in a line of its own. */
export const wrapWords = (text: string, width: number): string[] => {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && textWidth(longer) > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line];
};
