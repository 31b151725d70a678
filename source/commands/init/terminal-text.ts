import {StringDecoder} from 'node:string_decoder';

/** What a terminal sends, as text. `isRaw`: it sends each key as it is. */
export type TerminalText = (bytes: Buffer, isRaw: boolean) => string;

/**
 * Reads pieces of input, cut anywhere. Line by line, Windows ends a line with two signs, and so does what is pasted from there:
 * the second one would answer the next question.
 */
export const createTerminalText = (): TerminalText => {
	const decoder = new StringDecoder('utf8');
	let isAfterReturn = false;
	return (bytes, isRaw) => {
		const text = decoder.write(bytes);
		const own = isAfterReturn && text.startsWith('\n') ? text.slice(1) : text;
		// Of keys as they are, Enter is a return alone; the next Enter may be the other sign, in lines again.
		if (text !== '') isAfterReturn = !isRaw && text.endsWith('\r');
		return own.replaceAll('\r\n', '\r');
	};
};
