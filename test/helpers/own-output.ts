/** Bold, dim, inverse and their ends, the colours of 16, those of 256 and more, of text and behind it. */
const look = '(?:[34]8;5;\\d+|[34]8;2;\\d+;\\d+;\\d+|0|1|2|7|22|27|[34][0-79])';

/** What the dashboard itself may write: modes, cursor, erasing, looks. Anything else came from outside. */
const own = new RegExp(
	[
		'\\u001B\\[\\?(?:7|25|1049|2004|2026)[hl]', // line wrapping, cursor, alternate screen, paste, synchronized output
		'\\u001B\\[\\d*[ABEGJK]', // up, down, next line, column, erase below, erase in line
		'\\u001B\\[(?:\\d+;\\d+)?H', // to a place
		`\\u001B\\[${look}(?:;${look})*m`, // looks, one or more of them at once
		'\\u001B\\]11;\\?(?:\\u0007|\\u001B\\\\)', // the question for the background
		'\\u001B\\]7777;[^\\u0007]*\\u0007', // the wrapper of the test
	].join('|'),
	'g',
);

const unwanted =
	/[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE]/g;

/** Every byte that is neither text, nor a line break, nor an escape sequence of the dashboard: as `U+001B` and what follows. */
export const foreignBytes = (output: string): string[] => {
	const rest = output.replace(own, '');
	return [...rest.matchAll(unwanted)].map(({0: character, index}) => {
		const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
		return `U+${code} before ${JSON.stringify(rest.slice(index + 1, index + 12))}`;
	});
};
