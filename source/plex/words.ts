import type {ListWords} from '../http/odd-words.ts';

export type PlexWords = Omit<ListWords, 'what'> & {
	/** True where Plex's total is a hint: a smart collection with a limit may count all matches. */
	readonly mayEndEarly?: boolean;
};

const names = ['title', 'ratingKey', 'key', 'guid'] as const;

/** What the lists of Plex hold, and how many at most: ten times of what the largest servers have. */
export const sectionWords: PlexWords = {one: 'a library', many: 'libraries', names, most: 1000};
export const collectionWords: PlexWords = {one: 'a collection', many: 'collections', names, most: 100_000};
export const memberWords: PlexWords = {one: 'an item', many: 'items', names, most: 200_000, mayEndEarly: true};
export const leafWords: PlexWords = {one: 'an item', many: 'items', names, most: 5_000_000};
export const hubWords: PlexWords = {one: 'a hub', many: 'hubs', names: ['title', 'identifier'], most: 100_000};
export const bandwidthWords: PlexWords = {one: 'an hour', many: 'hours', names: ['at'], most: 5_000_000};
