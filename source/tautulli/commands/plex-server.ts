import * as z from 'zod/mini';
import type {Call} from '../call.ts';
import {text} from '../wire.ts';

const wire = z.pipe(
	z.object({pms_identifier: text, pms_url: text}),
	z.transform(({pms_identifier: machineIdentifier, pms_url: url}) => ({machineIdentifier, url})),
);

/** The Plex server that Tautulli watches, and the address at which it does; `''` where it was never connected. */
export const getPlexServer = (
	call: Call,
	signal?: AbortSignal,
): Promise<{readonly machineIdentifier: string; readonly url: string}> =>
	call.read('get_server_info', wire, {}, {signal});
