import type {Background} from '../theme.ts';

/** OSC 11: asks a terminal for its background. */
export const backgroundQuestion = '\u001B]11;?\u001B\\';

const answer = /^11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i;

/** A colour channel of one to four hexadecimal digits, 0 to 1. */
const channel = (digits: string): number => Number.parseInt(digits, 16) / (16 ** digits.length - 1);

/** Dark or light by the brightness that the eye sees; null: the OSC with this text does not tell the background. */
export const answeredBackground = (text: string): Background | null => {
	const [all, red = '', green = '', blue = ''] = answer.exec(text) ?? [];
	if (all === undefined) return null;
	return 0.299 * channel(red) + 0.587 * channel(green) + 0.114 * channel(blue) < 0.5 ? 'dark' : 'light';
};
