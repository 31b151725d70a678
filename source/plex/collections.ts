import * as z from 'zod/mini';
import type {Collection} from '../domain/collection.ts';
import type {Section} from '../domain/library.ts';
import {readPages} from './pages.ts';
import type {PlexLink} from './read.ts';
import {count, flag, requiredKey, text} from './wire.ts';
import {collectionWords} from './words.ts';

/** Plex's number for collections. This listing pages reliably, which `/collections` does not. */
const collectionType = '18';

const wire = z.object({
	ratingKey: requiredKey,
	type: text,
	title: text,
	subtype: text,
	smart: flag,
	childCount: count,
	updatedAt: count,
	contentChangedAt: count,
});

/** The later of the two times that say so; null where neither was sent. */
const changedAt = (...times: ReadonlyArray<number | null>): number | null =>
	Math.max(...times.map(time => time ?? 0)) || null;

/** The collections of a library. Where they are promoted is not theirs to say: see promotions. */
export const getCollections = async (link: PlexLink, section: Section, signal?: AbortSignal): Promise<Collection[]> => {
	const path = `/library/sections/${encodeURIComponent(section.sectionId)}/all`;
	const rows = await readPages(link, wire, collectionWords, {path, query: {type: collectionType}, signal});
	return rows
		.filter(({type}) => type === 'collection')
		.map(row => ({
			ratingKey: row.ratingKey,
			title: row.title,
			sectionId: section.sectionId,
			sectionUuid: section.uuid,
			libraryName: section.name,
			mediaType: row.subtype,
			smart: row.smart,
			childCount: row.childCount ?? 0,
			changedAt: changedAt(row.updatedAt, row.contentChangedAt),
			promoted: null,
			source: 'plex',
		}));
};
