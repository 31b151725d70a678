import type {Collection, Member} from '../domain/collection.ts';
import type {Leaf} from '../domain/leaf.ts';
import type {Section} from '../domain/library.ts';
import type {Placed} from '../domain/promotion.ts';

export type PlexPing = {
	readonly machineIdentifier: string;
	/** As Plex says it: "1.41.9.9961-46083195d". */
	readonly version: string;
	readonly ms: number;
};

/**
 * What tautop asks Plex. Reads only; the token travels in a header. Every method throws AppErrors with server `plex`.
 * Lists are paged to their end, whatever page size the server cares to send.
 */
export type PlexClient = {
	/** Asks /identity, then /library/sections, since the first does not test the token. */
	ping: (signal?: AbortSignal) => Promise<PlexPing>;
	/** Without photo libraries: they have no collections. */
	getSections: (signal?: AbortSignal) => Promise<Section[]>;
	/** The collections of a section without flags (`promoted` is null). */
	getCollections: (section: Section, signal?: AbortSignal) => Promise<Collection[]>;
	/** All movies, episodes or tracks of a section, with their guids. */
	getLeaves: (section: Section, signal?: AbortSignal) => Promise<Leaf[]>;
	getMembers: (ratingKey: string, signal?: AbortSignal) => Promise<Member[]>;
	/** Flags and row by rating key of the collection; one that is missing is shown nowhere. 401 and 403 throw `unauthorized`. */
	getPromotions: (sectionId: string, signal?: AbortSignal) => Promise<ReadonlyMap<string, Placed>>;
};
