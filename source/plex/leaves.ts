import * as z from 'zod';
import type {Leaf} from '../domain/leaf.ts';
import type {Section} from '../domain/library.ts';
import {readPages} from './pages.ts';
import type {PlexLink} from './read.ts';
import {requiredKey, text} from './wire.ts';
import {leafWords} from './words.ts';

/** Plex's numbers of what is played in each type of library. */
const leafTypes: Readonly<Record<string, string>> = {movie: '1', show: '4', artist: '10'};

/** What is not read need not be sent. */
const excludeElements = 'Media,Image,Genre,Country,Director,Writer,Role,UltraBlurColors';

const wire = z.object({ratingKey: requiredKey, parentRatingKey: text, grandparentRatingKey: text, guid: text});

/** Everything in a library that can be played; none in a library of a type that is not known. */
export const getLeaves = async (link: PlexLink, section: Section, signal?: AbortSignal): Promise<Leaf[]> => {
	const type = leafTypes[section.type];
	if (type === undefined) return [];
	const path = `/library/sections/${encodeURIComponent(section.sectionId)}/all`;
	const rows = await readPages(link, wire, leafWords, {path, query: {type, excludeElements}, signal}, 500);
	return rows.map(row => ({...row, sectionId: section.sectionId}));
};
