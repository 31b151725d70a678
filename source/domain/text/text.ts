import {withoutInvisible} from './invisible.ts';
import {withoutSecrets} from './secrets.ts';

/** CSI, OSC, DCS, SOS, PM, APC and two-character escapes, in their 7-bit and 8-bit forms. */
const escapeSequences =
	/(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)|\u001B[ -/]*[0-~]/g;
const lineBreaksAndTabs = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
const controls = /[\u0000-\u001F\u007F-\u009F]/g;
/** More marks on one letter than any script needs climb over the neighbouring rows. */
const markPiles = /(\p{M}{4})\p{M}+/gu;
/** Most texts are these alone, and nothing is wrong with them. */
const plainText = /^[ -~]*$/;

/**
/** Takes out what no screen shows or what moves things on it; a line break becomes a blank, a lone surrogate U+FFFD. */
export const withoutControls = (text: string): string =>
	plainText.test(text)
		? text
		: withoutInvisible(
				text.toWellFormed().replace(escapeSequences, '').replace(lineBreaksAndTabs, ' ').replace(controls, ''),
			).replace(markPiles, '$1');

/**
 * Makes text from a server safe to print: escape sequences, control, direction and invisible characters go, a secret of the
 * configuration becomes `[secret]`. Called once, where JSON becomes our types; nothing later cleans again.
 */
// Secrets last: what is invisible can stand in the middle of one.
export const cleanText = (text: string): string => withoutSecrets(withoutControls(text));

/** How much of a text is looked through behind its beginning: no form of a secret is longer. */
const readAhead = 1000;

/**
 * The beginning of a server's text, at most `longest` UTF-16 units of it, made safe to print. Where the text goes on, a
 * part of a secret may stand at the end of what was looked through, and invisible characters bring that forward: it is
 * left out.
 */
export const cleanStart = (text: string, longest: number): string => {
	const clean = cleanText(text.slice(0, longest + readAhead));
	const whole = text.length > longest + readAhead ? Math.max(clean.length - readAhead, 0) : clean.length;
	return clean.slice(0, Math.min(longest, whole)).toWellFormed();
};

const noTitle = '(no title)';

const between = ' - ';

/**
 * The first of these titles in which there is anything to see; where there is none, words say so. They also stand for a show or a track
 * of blanks in a full title.
 */
export const shownTitle = (...titles: readonly string[]): string => {
	const title = titles.find(each => each.trim() !== '') ?? noTitle;
	if (!title.includes(between)) return title;
	return title
		.split(between)
		.map(part => (part.trim() === '' ? noTitle : part))
		.join(between);
};

/** A name of anything else, in which there may be nothing to see. */
export const shownName = (name: string): string => (name.trim() === '' ? '(no name)' : name);

/** The form in which names are compared: cleaned, NFC, case-blind. For matching only, never for printing. */
export const comparable = (text: string): string => cleanText(text).normalize('NFC').toLocaleLowerCase('en');
