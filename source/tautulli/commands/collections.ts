import * as z from 'zod/mini';
import type {Collection} from '../../domain/collection.ts';
import type {Library} from '../../domain/library.ts';
import type {Call} from '../call.ts';
import {readTable} from '../table.ts';
import {flag, numOrNull, requiredKey, text} from '../wire.ts';
import {collectionWords} from '../words.ts';

const wire = z.object({ratingKey: requiredKey, title: text, subtype: text, smart: flag, childCount: numOrNull});

/**
 * The collections of a library, as Tautulli hears of them from Plex; it says nothing of promotion. The one command that
 * fails openly (500) when Plex is away.
 */
export const getCollections = async (call: Call, library: Library, signal?: AbortSignal): Promise<Collection[]> => {
	const rows = await readTable(
		call,
		'get_collections_table',
		wire,
		collectionWords,
		{section_id: library.sectionId},
		{signal},
	);
	return rows.map(row => ({
		ratingKey: row.ratingKey,
		title: row.title,
		sectionId: library.sectionId,
		sectionUuid: '',
		libraryName: library.name,
		mediaType: row.subtype,
		smart: row.smart,
		childCount: row.childCount ?? 0,
		promoted: null,
		source: 'tautulli',
	}));
};
