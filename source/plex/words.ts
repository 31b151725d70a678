import type {ListWords} from '../http/elements.ts';

type Words = Omit<ListWords, 'what'>;

const names = ['title', 'ratingKey', 'key', 'guid'] as const;

/** What the lists of Plex hold, and how many at most: ten times of what the largest servers have. */
export const sectionWords: Words = {one: 'a library', many: 'libraries', names, most: 1000};
export const collectionWords: Words = {one: 'a collection', many: 'collections', names, most: 100_000};
export const memberWords: Words = {one: 'an item', many: 'items', names, most: 200_000};
export const leafWords: Words = {one: 'an item', many: 'items', names, most: 5_000_000};
export const hubWords: Words = {one: 'a hub', many: 'hubs', names: ['title', 'identifier'], most: 100_000};
