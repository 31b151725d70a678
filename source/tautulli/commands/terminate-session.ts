import type {Call} from '../call.ts';

/** A stream by Tautulli's session id, which no other stream ever has, or by its key where it sent none; and what its viewer reads. */
export type TerminateRequest = {
	readonly sessionKey: string;
	readonly sessionId: string;
	/** Null: Plex's own words. */
	readonly message: string | null;
};

/** Ends a stream. Asked once: it changes something. Throws `bad-answer` with Tautulli's reason, such as that Plex Pass is needed. */
export const terminateSession = async (
	call: Call,
	{sessionKey, sessionId, message}: TerminateRequest,
	signal?: AbortSignal,
): Promise<void> => {
	const which: Record<string, string> = sessionId === '' ? {session_key: sessionKey} : {session_id: sessionId};
	const said: Record<string, string> = message === null ? {} : {message};
	await call.ask('terminate_session', {...which, ...said}, {signal, retries: 0, share: false});
};
