import type {Choice} from '../../domain/plays/narrowing.ts';

/** History's words for what Plex lists of a type. */
export const typeWords: Readonly<Record<string, readonly string[]>> = {
	movie: ['movie'],
	episode: ['episode', 'show'],
	track: ['track', 'artist'],
};

/** True where one of these is chosen, or nothing is. */
export const isAsked = (choices: readonly Choice[] | undefined, ids: readonly string[]): boolean =>
	!choices || choices.length === 0 || choices.some(({id}) => ids.includes(id));
