import * as z from 'zod/mini';
import type {Member} from '../domain/collection.ts';
import {readPages} from './pages.ts';
import type {PlexLink} from './read.ts';
import {count, requiredKey, text} from './wire.ts';
import {memberWords} from './words.ts';

const wire = z.object({ratingKey: requiredKey, type: text, title: text, guid: text, addedAt: count});

/** The items of a collection as they are now. A smart one's are computed by Plex; its own query is never rebuilt here. */
export const getMembers = (link: PlexLink, ratingKey: string, signal?: AbortSignal): Promise<Member[]> =>
	readPages(link, wire, memberWords, {path: `/library/collections/${encodeURIComponent(ratingKey)}/children`, signal});
