import * as z from 'zod/mini';
import type {Call} from '../call.ts';

const wire = z.object({connected: z.nullable(z.boolean())});

/** What Tautulli says of its connection to Plex: null after its start, and up to half a minute behind the truth. */
export const getServerStatus = async (call: Call, signal?: AbortSignal): Promise<boolean | null> =>
	(await askServerStatus(call, signal)).plexConnected;

/** The same, with the milliseconds that the answer took. */
export const askServerStatus = async (
	call: Call,
	signal?: AbortSignal,
): Promise<{readonly plexConnected: boolean | null; readonly ms: number}> => {
	const {data, ms} = await call.ask('server_status', {}, {signal});
	return {plexConnected: call.decode('server_status', wire, data).connected, ms};
};
