import {cleanText} from '../domain/text.ts';

const longest = 120;
/** Shorter values are words such as "on", which would blot out half of every sentence. */
const shortestSecret = 6;

/** The ways in which a secret can come back to us in a text. */
const formsOf = (secret: string): string[] => [
	secret,
	encodeURIComponent(secret),
	Buffer.from(secret).toString('base64'),
	Buffer.from(secret).toString('hex'),
];

/** Makes a server's text fit to stand inside a sentence: cleaned, without the given secrets, one line, cut at 120 characters. */
export const quoteText = (text: string, secrets: readonly string[]): string => {
	// What is looked through is bounded, yet long enough that a secret at the cut is still found whole.
	let quoted = cleanText(text.slice(0, 20_000));
	for (const form of secrets.filter(secret => secret.length >= shortestSecret).flatMap(formsOf)) {
		quoted = quoted.replaceAll(form, '[secret]');
	}
	const line = quoted.replace(/\s+/g, ' ').trim();
	return line.length > longest ? `${line.slice(0, longest).toWellFormed()}...` : line;
};
