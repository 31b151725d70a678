import type {AddressWords} from '../../config/address.ts';
import {AppError} from '../../domain/app-error.ts';

/** Who is asked has no file yet: what the remedies call by the file's names has these. */
const names: readonly (readonly [RegExp, string])[] = [
	[/If it is only slow, raise tautulli\.timeout_seconds\./g, 'If it is only busy, try again in a moment.'],
	[/Copy it again to tautulli\.api_key\./g, 'Copy all of it again.'],
	[/\b(?:tautulli|plex)\.base_url\b/g, 'the address'],
	[/\btautulli\.api_key\b/g, 'the API key'],
	[/\bplex\.token\b/g, 'the token'],
];

const withCapitals = (text: string): string =>
	text.replace(/(^|[.:] )the (address|API key|token)/g, (_, before: string, name: string) => `${before}The ${name}`);

/** Of the other server it is told when that is asked for. */
const ofTheOther = /; that of (?:Plex|Tautulli) goes into [\w.]+\./g;

const remedyOf = (hint: string): string => {
	const own = hint.replace(ofTheOther, '.');
	return withCapitals(names.reduce((text, [found, name]) => text.replace(found, name), own));
};

/** The same trouble, with a remedy for whoever has no file yet. */
export const withoutFile = ({code, message, hint, server, cause}: AppError): AppError =>
	new AppError(code, message, {server, cause, hint: hint === undefined ? undefined : remedyOf(hint)});

/** What went wrong, and what to do about it. */
export const reasonOf = ({message, hint = ''}: AppError): string => `${message} ${remedyOf(hint)}`.trim();

/** The same of an address that is none. */
export const addressWords = ({sentence, remedy}: AddressWords): string =>
	`The address ${sentence}. ${remedy}`
		.replaceAll('tautulli.api_key', 'the next answer')
		.replaceAll('plex.token', 'the next answer');
