/** Control characters that have a key of their own; the others are `ctrl-` and their letter. */
const controls: Readonly<Record<string, string>> = {
	'\r': 'enter',
	'\n': 'enter',
	'\r\n': 'enter',
	'\t': 'tab',
	'\u{8}': 'backspace',
	'\u{7f}': 'backspace',
};

const controlName = (sign: string): string[] => {
	const code = sign.codePointAt(0) ?? 0;
	return code >= 1 && code <= 26 ? [`ctrl-${String.fromCharCode(code + 96)}`] : [];
};

let graphemes: Intl.Segmenter | undefined;

/** Made with the first key: the first frame waits for nothing. */
const segmentsOf = (text: string): Intl.Segments => {
	graphemes ??= new Intl.Segmenter('en', {granularity: 'grapheme'});
	return graphemes.segment(text);
};

/**
 * The names of the keys in typed text, as the table of bindings writes them. Fast typing arrives as one piece ("jj"), so it
 * is taken apart grapheme by grapheme.
 */
export const keyNames = (text: string): string[] =>
	[...segmentsOf(text)].flatMap(({segment}) => {
		const named = controls[segment];
		if (named !== undefined) return [named];
		return /^\p{Cc}/u.test(segment) ? controlName(segment) : [segment];
	});
