import {z} from 'zod';
import type {Member} from '../domain/collection.ts';
import type {Transport} from '../http/contract.ts';
import {readPages} from './pages.ts';
import {requiredKey, text} from './wire.ts';

const wire = z.object({ratingKey: requiredKey, type: text, title: text, guid: text});

/** The items of a collection as they are now. A smart one's are computed by Plex; its own query is never rebuilt here. */
export const getMembers = (transport: Transport, ratingKey: string, signal?: AbortSignal): Promise<Member[]> =>
	readPages(transport, wire, {path: `/library/collections/${encodeURIComponent(ratingKey)}/children`, signal});
