import type {ListWords} from '../http/odd-words.ts';

type Words = Omit<ListWords, 'what'>;

/** What the lists of Tautulli hold, and how many at most: far more than the largest servers have. */
export const sessionWords: Words = {
	one: 'a session',
	many: 'sessions',
	names: ['session_key', 'session_id', 'full_title', 'title', 'friendly_name'],
	most: 10_000,
};
export const libraryWords: Words = {
	one: 'a library',
	many: 'libraries',
	names: ['section_name', 'section_id'],
	most: 10_000,
};
export const userWords: Words = {
	one: 'a user',
	many: 'users',
	names: ['friendly_name', 'username', 'user', 'user_id'],
	most: 20_000,
};
export const collectionWords: Words = {
	one: 'a collection',
	many: 'collections',
	names: ['title', 'ratingKey'],
	most: 20_000,
};
export const memberWords: Words = {
	one: 'an item',
	many: 'items',
	names: ['title', 'rating_key', 'guid'],
	most: 50_000,
};
export const windowWords: Words = {one: 'a window', many: 'windows', names: ['query_days'], most: 1000};
export const seriesWords: Words = {one: 'a series', many: 'series', names: ['name'], most: 1000};
/** A date each, at most. */
export const categoryWords: Words = {one: 'a category', many: 'categories', names: [], most: 100_000};
