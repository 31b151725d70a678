import * as z from 'zod';
import type {PlexPing} from './client.ts';
import {type PlexLink, readContainer} from './read.ts';
import {getSections} from './sections.ts';
import {requiredKey, text} from './wire.ts';

const wire = z.object({machineIdentifier: requiredKey, version: text});

/** Is it up and Plex, does it take the token. `/identity` answers without one; a bare `/` is blocked by some proxies. */
export const ping = async (link: PlexLink, signal?: AbortSignal): Promise<PlexPing> => {
	const {fields, ms} = await readContainer(link.transport, wire, {path: '/identity', signal});
	await getSections(link, signal);
	return {...fields, ms};
};
