import * as z from 'zod';
import type {Call} from './call.ts';

const wire = z.object({connected: z.boolean().nullable()});

/** What Tautulli says of its connection to Plex: null after its start, and up to half a minute behind the truth. */
export const getServerStatus = async (call: Call, signal?: AbortSignal): Promise<boolean | null> =>
	(await call.read('server_status', wire, {}, {signal})).connected;
