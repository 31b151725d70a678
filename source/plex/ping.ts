import * as z from 'zod/mini';
import type {PlexPing} from './client.ts';
import {type PlexLink, readContainer} from './read.ts';
import {getSections} from './sections.ts';
import {requiredKey, text} from './wire.ts';

const wire = z.object({machineIdentifier: requiredKey, version: text});

/** Is there a Plex? `/identity` answers without a token; a bare `/` is blocked by some proxies. */
export const identify = async ({transport}: PlexLink, signal?: AbortSignal): Promise<PlexPing> => {
	const {fields, ms} = await readContainer(transport, wire, {path: '/identity', signal});
	return {...fields, ms};
};

/** Is it up and Plex, does it take the token. */
export const ping = async (link: PlexLink, signal?: AbortSignal): Promise<PlexPing> => {
	const identity = await identify(link, signal);
	await getSections(link, signal);
	return identity;
};
