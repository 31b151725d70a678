import type {Background} from './theme.ts';

/** OSC 11: asks a terminal for its background. */
export const backgroundQuestion = '\u001B]11;?\u001B\\';

const reply = /\u001B\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})[^\u0007\u001B]*(?:\u0007|\u001B\\)/i;
/** What may be the beginning of a reply at the end of a piece of input. */
const unfinished = /\u001B\](?:1(?:1(?:;[^\u0007\u001B]*\u001B?)?)?)?$/;

/** A colour channel of one to four hexadecimal digits, 0 to 1. */
const channel = (digits: string): number => Number.parseInt(digits, 16) / (16 ** digits.length - 1);

/** Dark or light by the brightness that the eye sees. */
const brightnessOf = (red: string, green: string, blue: string): Background =>
	0.299 * channel(red) + 0.587 * channel(green) + 0.114 * channel(blue) < 0.5 ? 'dark' : 'light';

/** Input without the replies in it. What is held back comes before the next piece. */
type Sifted = {readonly keys: string; readonly held: string; readonly background: Background | null};

/** Takes a terminal's reply out of a piece of input, so that it is never taken for keys. */
export const sift = (input: string): Sifted => {
	const [all, red = '', green = '', blue = ''] = reply.exec(input) ?? [];
	if (all !== undefined) return {...sift(input.replace(all, '')), background: brightnessOf(red, green, blue)};
	const held = unfinished.exec(input)?.[0] ?? '';
	return {keys: input.slice(0, input.length - held.length), held, background: null};
};

/** The stream of keys, but for the terminal's replies, which go to `heard`. */
export const withoutReplies = (
	stdin: NodeJS.ReadStream,
	heard: (background: Background) => void,
): NodeJS.ReadStream => {
	let held = '';
	const read = (size?: number): unknown => {
		const piece: unknown = stdin.read(size);
		if (typeof piece !== 'string') return piece;
		const sifted = sift(held + piece);
		held = sifted.held;
		if (sifted.background) heard(sifted.background);
		return sifted.keys;
	};
	return new Proxy(stdin, {get: (target, name) => (name === 'read' ? read : Reflect.get(target, name))});
};
