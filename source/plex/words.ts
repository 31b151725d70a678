import type {ListWords} from '../http/elements.ts';

type Words = Omit<ListWords, 'what'>;

const names = ['title', 'ratingKey', 'key', 'guid'] as const;

/** What the lists of Plex hold, and how many at most: ten times of what the largest servers have. */
export const sectionWords: Words = {one: 'library', many: 'libraries', names, most: 1000};
export const collectionWords: Words = {one: 'collection', many: 'collections', names, most: 100_000};
export const memberWords: Words = {one: 'item', many: 'items', names, most: 200_000};
export const leafWords: Words = {one: 'item', many: 'items', names, most: 5_000_000};
export const hubWords: Words = {one: 'hub', many: 'hubs', names: ['title', 'identifier'], most: 100_000};
