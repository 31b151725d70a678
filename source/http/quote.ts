import {cleanStart} from '../domain/text/text.ts';

const longest = 120;
/** What is looked through is bounded: a web page can have megabytes. */
const longestRead = 20_000;

/** Makes a server's text fit to stand inside a sentence: cleaned, one line, cut at 120 characters. */
export const quoteText = (text: string): string => {
	const line = cleanStart(text, longestRead).replace(/\s+/g, ' ').trim();
	return line.length > longest ? `${line.slice(0, longest).toWellFormed()}...` : line;
};
