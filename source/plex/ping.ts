import {z} from 'zod';
import type {Transport} from '../http/contract.ts';
import type {PlexPing} from './client.ts';
import {readContainer} from './read.ts';
import {getSections} from './sections.ts';
import {requiredKey, text} from './wire.ts';

const wire = z.object({machineIdentifier: requiredKey, version: text});

/** Is it up and Plex, does it take the token. `/identity` answers without one; a bare `/` is blocked by some proxies. */
export const ping = async (transport: Transport, signal?: AbortSignal): Promise<PlexPing> => {
	const {fields, ms} = await readContainer(transport, wire, {path: '/identity', signal});
	await getSections(transport, signal);
	return {...fields, ms};
};
