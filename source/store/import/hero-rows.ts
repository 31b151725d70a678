import type {CollectionName} from '../../domain/rotation.ts';
import {cleanText} from '../../domain/text/text.ts';
import {timeSeconds, timeText} from '../times.ts';
import type {ForeignRow} from './foreign-database.ts';

/** A row that was read, or the words why it was not. */
export type ReadRow<Row> = {readonly row: Row} | {readonly refused: string};

/** A row of `rotation_records`. */
export type HeroRotation = {
	readonly rotationId: number;
	readonly createdAt: number;
	readonly success: boolean;
	readonly featured: readonly CollectionName[];
};

/** A row of `pinned_collections`; flags are 0, 1, or null where the version had none. */
export type HeroPin = CollectionName & {
	readonly pinnedAt: number;
	readonly home: number | null;
	readonly shared: number | null;
	readonly recommended: number | null;
};

/** A row of `collection_analytics`, without its id. */
export type HeroSnapshot = {
	readonly name: string;
	readonly library: string;
	readonly key: unknown;
	readonly type: unknown;
	readonly plays: number;
	readonly seconds: unknown;
	readonly users: unknown;
	readonly rotation: unknown;
	readonly at: string;
	readonly extra: unknown;
};

/** No title of a collection is so long. */
const longestName = 1000;

const noTime = 'no time that can be read';
const noName = 'no name that can be read';

const nameOf = (value: unknown): string | null => {
	if (typeof value !== 'string' || value.length > longestName) return null;
	const name = cleanText(value);
	return name.trim() === '' ? null : name;
};

const libraryOf = (value: unknown): string =>
	typeof value === 'string' && value.length <= longestName ? cleanText(value) : '';

const isObject = (value: unknown): value is {readonly [key: string]: unknown} =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (text: unknown): unknown => {
	if (typeof text !== 'string') return null;
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
};

/** Older versions wrote titles, newer ones the library with each. */
const featuredOf = (entry: unknown): CollectionName | null => {
	const name = nameOf(isObject(entry) ? entry.name : entry);
	return name === null ? null : {library: isObject(entry) ? libraryOf(entry.library) : '', name};
};

const isTrue = (value: unknown): boolean => value === 1 || value === 'true' || value === '1';

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);

/** A moment that the clock of the reading machine has not come to, give or take a day of a wrong zone. */
const isFuture = (at: number, now: number): boolean => at > now + 86_400;

/**
 * A rotation. One name that cannot be read costs the row: without it the collection would count as not shown.
 */
export const readRotation = (row: ForeignRow, now: number): ReadRow<HeroRotation> => {
	const createdAt = timeSeconds(row.created_at);
	if (createdAt === null) return {refused: noTime};
	if (isFuture(createdAt, now)) return {refused: 'a time in the future'};
	if (!isWhole(row.id)) return {refused: 'no number'};
	const list = parse(row.featured_collections);
	if (!Array.isArray(list)) return {refused: 'no list of collections that can be read'};
	const featured = list.map(featuredOf);
	const names = featured.filter(name => name !== null);
	if (names.length < featured.length) return {refused: 'a collection without a name that can be read'};
	const success = row.success === undefined || row.success === null || isTrue(row.success);
	return {row: {rotationId: row.id, createdAt, success, featured: names}};
};

const flagOf = (value: unknown): number | null =>
	value === undefined || value === null ? null : Number(isTrue(value));

export const readPin = (row: ForeignRow, now: number): ReadRow<HeroPin> => {
	const pinnedAt = timeSeconds(row.pinned_at);
	if (pinnedAt === null) return {refused: noTime};
	if (isFuture(pinnedAt, now)) return {refused: 'a time in the future'};
	const name = nameOf(row.collection_name);
	if (name === null) return {refused: noName};
	const [home, shared, recommended] = ['home', 'shared', 'recommended'].map(place =>
		flagOf(row[`visibility_${place}`]),
	);
	return {
		row: {
			library: libraryOf(row.library_name),
			name,
			pinnedAt,
			home: home ?? null,
			shared: shared ?? null,
			recommended: recommended ?? null,
		},
	};
};

/** Times are compared as text, so each has the one form; that of the table's model is left as it is. */
const sameForm = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/;

/** A snapshot, kept as it is: what a column says is for whoever reads it later. */
export const readHeroSnapshot = (row: ForeignRow): ReadRow<HeroSnapshot> => {
	const at = timeSeconds(row.collected_at);
	if (at === null) return {refused: noTime};
	const {collection_name: name, plex_library: library, total_plays: plays} = row;
	if (typeof name !== 'string' || nameOf(name) === null) return {refused: noName};
	if (typeof library !== 'string') return {refused: 'no library that can be read'};
	if (!isWhole(plays)) return {refused: 'no number of plays'};
	const text = String(row.collected_at);
	return {
		row: {
			name,
			library,
			plays,
			key: row.rating_key ?? null,
			type: row.media_type ?? null,
			seconds: row.total_duration_seconds ?? null,
			users: row.unique_users ?? null,
			rotation: row.rotation_id ?? null,
			at: sameForm.test(text) ? text : timeText(at),
			extra: row.extra_data ?? null,
		},
	};
};
