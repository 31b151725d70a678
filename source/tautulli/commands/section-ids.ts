import * as z from 'zod/mini';
import type {Call} from '../call.ts';
import {requiredKey, text} from '../wire.ts';
import {libraryWords} from '../words.ts';

const server = z.object({pms_identifier: text});
const named = z.pipe(
	z.object({section_id: requiredKey}),
	z.transform(({section_id}) => section_id),
);

/** The identifier of the Plex server that Tautulli watches; `''` where it was never connected. */
export const getMachineIdentifier = async (call: Call, signal?: AbortSignal): Promise<string> =>
	(await call.read('get_server_info', server, {}, {signal})).pms_identifier;

/** Libraries that Tautulli has not marked as deleted, Live TV included. Works while Plex is away. */
export const getSectionIds = async (call: Call, signal?: AbortSignal): Promise<string[]> => {
	const {data} = await call.ask('get_library_names', {}, {signal});
	return [...call.decodeList('get_library_names', libraryWords, named, data).read];
};
