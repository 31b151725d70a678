import {z} from 'zod';
import type {Promoted} from '../domain/collection.ts';
import type {Transport} from '../http/contract.ts';
import {readList} from './read.ts';
import {flag, text} from './wire.ts';

const wire = z
	.object({
		identifier: text,
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
	transport: Transport,
	sectionId: string,
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, Promoted>> => {
	const path = `/hubs/sections/${encodeURIComponent(sectionId)}/manage`;
	const {rows} = await readList(transport, 'Hub', wire, {path, signal, isOwnerOnly: true});
	const prefix = `custom.collection.${sectionId}.`;
	return new Map(
		rows
			.filter(({identifier}) => identifier.startsWith(prefix))
			.map(({identifier, promoted}) => [identifier.slice(prefix.length), promoted]),
	);
};
