import {AppError, isCancelled} from '../domain/app-error.ts';
import type {Collection, Promoted} from '../domain/collection.ts';
import type {Library, Section} from '../domain/library.ts';
import type {Look} from '../domain/promotion.ts';
import {comparable} from '../domain/text/text.ts';
import type {PlexClient} from '../plex/client.ts';
import type {Store} from '../store/open.ts';
import type {TautulliClient} from '../tautulli/client.ts';

/** The collections of one section, and what of it could not be read. */
export type Listing = {
	readonly section: Section;
	readonly collections: readonly Collection[];
	/** Where they are promoted; null: not known. */
	readonly look: Look | null;
	/** Why the promotion flags are unknown; null where they were read, or where nobody was asked. */
	readonly flagsError: AppError | null;
};

/** Where collections are listed: Plex, or Tautulli where no Plex is configured. */
export type Lister = {
	readonly getSections: (signal: AbortSignal) => Promise<Section[]>;
	readonly getListing: (section: Section, signal: AbortSignal) => Promise<Listing>;
};

type LookAnswer = {readonly look: Look | null; readonly error: AppError | null};

const neverPromoted: Promoted = {home: false, shared: false, recommended: false};

const lookAt = async (
	plex: PlexClient,
	sectionId: string,
	now: () => number,
	signal: AbortSignal,
): Promise<LookAnswer> => {
	try {
		const placed = await plex.getPromotions(sectionId, signal);
		return {look: {at: now(), placed}, error: null};
	} catch (error) {
		if (!(error instanceof AppError) || isCancelled(error)) throw error;
		return {look: null, error};
	}
};

/** Two requests a section: its collections, and the flags of all of them. `now`: Unix seconds. */
export const createPlexLister = (plex: PlexClient, now: () => number): Lister => ({
	getSections: plex.getSections,
	getListing: async (section, signal) => {
		const [collections, {look, error}] = await Promise.all([
			plex.getCollections(section, signal),
			lookAt(plex, section.sectionId, now, signal),
		]);
		const flagsOf = ({ratingKey}: Collection): Promoted | null =>
			look && (look.placed.get(ratingKey)?.promoted ?? neverPromoted);
		return {
			section,
			collections: collections.map(collection => ({...collection, promoted: flagsOf(collection)})),
			look,
			flagsError: error,
		};
	},
});

const holdsCollections = ({type}: Library): boolean => type !== 'photo' && type !== 'live';

/** Tautulli does not tell a section's uuid: one that Plex told earlier for the same library keeps the two together. */
export const createTautulliLister = (tautulli: TautulliClient, store: Store): Lister => ({
	getSections: async signal =>
		(await tautulli.getLibraries(signal)).filter(holdsCollections).map(({sectionId, name, type}) => ({
			sectionId,
			uuid: store.collections.sectionUuid(sectionId, name),
			name,
			type,
		})),
	getListing: async (section, signal) => {
		const {sectionId, name, type, uuid} = section;
		const collections = await tautulli.getCollections({sectionId, name, type, count: 0}, signal);
		return {
			section,
			collections: collections.map(collection => ({...collection, sectionUuid: uuid})),
			look: null,
			flagsError: null,
		};
	},
});

/** The sections with these names, compared as people read them; no names: all. */
export const sectionsNamed = (sections: readonly Section[], names: readonly string[]): Section[] => {
	const wanted = new Set(names.map(comparable));
	return sections.filter(({name}) => wanted.size === 0 || wanted.has(comparable(name)));
};

/** The names that no section has. */
export const namesWithoutSection = (sections: readonly Section[], names: readonly string[]): string[] => {
	const known = new Set(sections.map(({name}) => comparable(name)));
	return names.filter(name => !known.has(comparable(name)));
};
