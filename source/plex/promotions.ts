import * as z from 'zod';
import type {Promoted} from '../domain/collection.ts';
import {createElementReader} from '../http/elements.ts';
import {type PlexLink, readList} from './read.ts';
import {flag, requiredKey} from './wire.ts';
import {hubWords} from './words.ts';

const wire = z
	.object({
		identifier: requiredKey,
		promotedToOwnHome: flag,
		promotedToSharedHome: flag,
		promotedToRecommended: flag,
	})
	.transform(row => ({
		identifier: row.identifier,
		promoted: {home: row.promotedToOwnHome, shared: row.promotedToSharedHome, recommended: row.promotedToRecommended},
	}));

/**
 * Where the collections of a library are promoted, by rating key: one question for all of them. Plex keeps this in the
 * library's list of hubs, beside its built-in ones, for the owner's token only. A collection that was never promoted is
 * not in the list.
 */
export const getPromotions = async (
	{transport, odd}: PlexLink,
	sectionId: string,
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, Promoted>> => {
	const path = `/hubs/sections/${encodeURIComponent(sectionId)}/manage`;
	const reader = createElementReader(transport, wire, {what: path, ...hubWords}, odd);
	const {page} = await readList(transport, 'Hub', reader, {path, signal, isOwnerOnly: true});
	reader.keep(page);
	reader.end();
	const prefix = `custom.collection.${sectionId}.`;
	return new Map(
		page.read
			.filter(({identifier}) => identifier.startsWith(prefix))
			.map(({identifier, promoted}) => [identifier.slice(prefix.length), promoted]),
	);
};
