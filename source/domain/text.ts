import {withoutSecrets} from './secrets.ts';

/** CSI, OSC, DCS, SOS, PM, APC and two-character escapes, in their 7-bit and 8-bit forms. */
const escapeSequences =
	/(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)|\u001B[ -/]*[0-~]/g;
const lineBreaksAndTabs = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
const controls = /[\u0000-\u001F\u007F-\u009F]/g;
/** Direction marks, overrides and isolates; zero-width space, word joiner and byte order mark; interlinear annotation. */
const invisible = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g;
/** More marks on one letter than any script needs climb over the neighbouring rows. */
const markPiles = /(\p{M}{4})\p{M}+/gu;

/**
 * Makes text from a server safe to print: escape sequences, control and direction characters go, a line break becomes a
 * blank, a lone surrogate U+FFFD, a secret of the configuration `[secret]`. Called once, where JSON becomes our types; nothing later cleans again.
 */
export const cleanText = (text: string): string =>
	// Secrets last: what is invisible can stand in the middle of one.
	withoutSecrets(
		text
			.toWellFormed()
			.replace(escapeSequences, '')
			.replace(lineBreaksAndTabs, ' ')
			.replace(controls, '')
			.replace(invisible, '')
			.replace(markPiles, '$1'),
	);

/** How much of a text is looked through for its beginning: a secret at the cut is found whole. */
const readAhead = 1000;

/** The beginning of a server's text, at most `longest` UTF-16 units of it, made safe to print. */
export const cleanStart = (text: string, longest: number): string =>
	cleanText(text.slice(0, longest + readAhead))
		.slice(0, longest)
		.toWellFormed();

/** The form in which names are compared: cleaned, NFC, case-blind. For matching only, never for printing. */
export const comparable = (text: string): string => cleanText(text).normalize('NFC').toLocaleLowerCase('en');
