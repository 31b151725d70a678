import {z} from 'zod';
import type {Call} from './call.ts';
import {requiredKey, text} from './wire.ts';

const server = z.object({pms_identifier: text});
const names = z.array(z.object({section_id: requiredKey}).transform(({section_id}) => section_id));

/** The identifier of the Plex server that Tautulli watches; `''` where it was never connected. */
export const getMachineIdentifier = async (call: Call, signal?: AbortSignal): Promise<string> =>
	(await call.read('get_server_info', server, {}, {signal})).pms_identifier;

/** Libraries that Tautulli has not marked as deleted, Live TV included. Works while Plex is away. */
export const getSectionIds = (call: Call, signal?: AbortSignal): Promise<string[]> =>
	call.read('get_library_names', names, {}, {signal});
