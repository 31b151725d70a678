import * as z from 'zod/mini';
import type {Call} from '../call.ts';
import type {TautulliPing} from '../client.ts';
import {text} from '../wire.ts';
import {askServerStatus, getServerStatus} from './server-status.ts';

const info = z.object({tautulli_version: text});
const server = z.object({pms_name: text});

/**
 * Is it up, does it take the key, what is it. The key is tried first, alone, so that a wrong one is refused once. What was told a
 * moment ago is not asked again: then it is one question, whether Plex is there.
 */
export const ping = async (
	call: Call,
	known: Pick<TautulliPing, 'version' | 'serverName'> | null,
	signal?: AbortSignal,
): Promise<TautulliPing> => {
	if (known) return {...known, ...(await askServerStatus(call, signal))};
	const {data, ms} = await call.ask('get_tautulli_info', {}, {signal});
	const version = call.decode('get_tautulli_info', info, data).tautulli_version.replace(/^v/, '');
	const [{pms_name: serverName}, plexConnected] = await Promise.all([
		call.read('get_server_info', server, {}, {signal}),
		getServerStatus(call, signal),
	]);
	return {version, serverName, plexConnected, ms};
};
