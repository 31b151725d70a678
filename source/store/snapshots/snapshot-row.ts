import type {CollectionSource, Promoted, Snapshot} from '../../domain/collection.ts';
import type {WindowTotal} from '../../domain/period.ts';
import {cleanText} from '../../domain/text/text.ts';
import {timeSeconds, timeText} from '../times.ts';

/** A row as SQLite hands it over. Other programs write to the table, so no column is sure of its type. */
export type SnapshotRow = {readonly [column: string]: unknown};

/** What the table's model counts where a row does not say. */
const defaultQueryDays = 30;

type JsonObject = {readonly [key: string]: unknown};

const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const numberOrNull = (value: unknown): number | null =>
	typeof value === 'number' && Number.isFinite(value) ? value : null;

const text = (value: unknown): string =>
	typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : '';

const readExtra = (value: unknown): JsonObject => {
	if (typeof value !== 'string') return {};
	try {
		const parsed: unknown = JSON.parse(value);
		return isObject(parsed) ? parsed : {};
	} catch {
		return {};
	}
};

const readPromoted = (value: unknown): Promoted | null =>
	isObject(value)
		? {home: value.home === true, shared: value.shared === true, recommended: value.recommended === true}
		: null;

const readWindow = (days: string, value: unknown): WindowTotal[] => {
	const plays = isObject(value) ? numberOrNull(value.plays) : null;
	const playedSeconds = isObject(value) ? numberOrNull(value.seconds) : null;
	if (!isObject(value) || plays === null || playedSeconds === null || !/^\d+$/.test(days)) return [];
	const items = numberOrNull(value.items);
	return [{days: Number(days), plays, playedSeconds, users: numberOrNull(value.users), ...(items !== null && {items})}];
};

/** Shortest first, all time (0) last: JSON does not keep the order of such keys. */
const byLength = (one: WindowTotal, two: WindowTotal): number =>
	(one.days || Number.POSITIVE_INFINITY) - (two.days || Number.POSITIVE_INFINITY);

const readWindows = (value: unknown): WindowTotal[] =>
	isObject(value)
		? Object.entries(value)
				.flatMap(([days, window]) => readWindow(days, window))
				.sort(byLength)
		: [];

const readSource = (value: unknown): CollectionSource | null =>
	value === 'plex' || value === 'tautulli' ? value : null;

/**
 * A row as a Snapshot; null where its time cannot be read. Missing keys and nulls are taken as unknown, `sectionUuid` as
 * the caller found it (a row of another program does not name its section).
 */
export const readSnapshot = (row: SnapshotRow, sectionUuid: string): Snapshot | null => {
	const collectedAt = timeSeconds(row.collected_at);
	if (collectedAt === null) return null;
	const extra = readExtra(row.extra_data);
	return {
		collectionName: text(row.collection_name),
		libraryName: text(row.plex_library),
		ratingKey: text(row.rating_key),
		mediaType: text(row.media_type),
		plays: numberOrNull(row.total_plays) ?? 0,
		playedSeconds: numberOrNull(row.total_duration_seconds) ?? 0,
		uniqueUsers: numberOrNull(row.unique_users),
		rotationId: numberOrNull(row.rotation_id),
		collectedAt,
		queryDays: numberOrNull(extra.query_days) ?? defaultQueryDays,
		totalItems: numberOrNull(extra.total_items),
		itemsWithPlays: numberOrNull(extra.items_with_plays),
		promoted: readPromoted(extra.promoted),
		windows: readWindows(extra.windows),
		sectionUuid,
		source: readSource(extra.source),
		...(typeof extra.section_uuid !== 'string' && {foreign: true}),
	};
};

const writeWindow = ({days, plays, playedSeconds, users, items}: WindowTotal): [string, JsonObject] => [
	String(days),
	{plays, seconds: playedSeconds, users, ...(typeof items === 'number' && {items})},
];

const writeExtra = (snapshot: Snapshot): string =>
	JSON.stringify({
		query_days: snapshot.queryDays,
		total_items: snapshot.totalItems,
		items_with_plays: snapshot.itemsWithPlays,
		promoted: snapshot.promoted,
		windows: Object.fromEntries(snapshot.windows.map(writeWindow)),
		section_uuid: snapshot.sectionUuid,
		source: snapshot.source,
	});

/** The columns of a new row, in the order of the table, without the id. */
export const writeSnapshot = (snapshot: Snapshot): unknown[] => [
	snapshot.collectionName,
	snapshot.libraryName,
	snapshot.ratingKey === '' ? null : snapshot.ratingKey,
	snapshot.mediaType,
	snapshot.plays,
	snapshot.playedSeconds,
	snapshot.uniqueUsers,
	snapshot.rotationId,
	timeText(snapshot.collectedAt),
	writeExtra(snapshot),
];
