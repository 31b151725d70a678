import * as z from 'zod/mini';
import {isPromoted} from '../domain/collection.ts';
import type {Placed} from '../domain/promotion.ts';
import {createElementReader} from '../http/elements.ts';
import {type PlexLink, readList} from './read.ts';
import {flag, requiredKey} from './wire.ts';
import {hubWords} from './words.ts';

const wire = z.pipe(
	z.object({
		identifier: requiredKey,
		promotedToOwnHome: flag,
		promotedToSharedHome: flag,
		promotedToRecommended: flag,
	}),
	z.transform(row => ({
		identifier: row.identifier,
		promoted: {home: row.promotedToOwnHome, shared: row.promotedToSharedHome, recommended: row.promotedToRecommended},
	})),
);

type Hub = z.output<typeof wire>;

/** Servers write the library into it or not, and the key once or twice: the last part is the rating key. */
const collectionKey = /^custom\.collection\.(?:.*\.)?(?<key>[^.]+)$/;

/** The order of the list is that of the screen: a row is the place among all that is shown, built-in lists too. */
const placesOf = (hubs: readonly Hub[]): Map<string, Placed> => {
	const places = new Map<string, Placed>();
	let row = 0;
	for (const {identifier, promoted} of hubs) {
		const isShown = isPromoted(promoted);
		if (isShown) row += 1;
		const key = collectionKey.exec(identifier)?.groups?.key;
		if (key !== undefined && !places.has(key)) places.set(key, {promoted, row: isShown ? row : null});
	}
	return places;
};

/**
 * Where the collections of a library are promoted, and in which row, by rating key: one question for all of them. Plex keeps
 * this in the library's list of hubs, for the owner's token only. A collection that was never promoted is not in the list.
 */
export const getPromotions = async (
	{transport, odd}: PlexLink,
	sectionId: string,
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, Placed>> => {
	const path = `/hubs/sections/${encodeURIComponent(sectionId)}/manage`;
	const reader = createElementReader(transport, wire, {what: path, ...hubWords}, odd);
	const {page} = await readList(transport, 'Hub', reader, {path, signal, isOwnerOnly: true});
	reader.keep(page);
	reader.end();
	return placesOf(page.read);
};
