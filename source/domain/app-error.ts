import {withoutSecrets} from './text/secrets.ts';

/** What can go wrong, as far as callers tell cases apart. `cli.ts` turns these into exit codes, one file of `ui/` into words. */
export const errorCodes = [
	'unreachable',
	'timeout',
	'unauthorized',
	'not-found',
	'bad-answer',
	'server-error',
	'config',
	'store',
	'busy',
	'cancelled',
	'usage',
	/** The mirror does not know yet what was asked for; it is being filled. */
	'waiting',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** The two servers that tautop talks to. */
export type ServerName = 'tautulli' | 'plex';

/** How people call the two servers. */
export const serverTitles: Readonly<Record<ServerName, string>> = {tautulli: 'Tautulli', plex: 'Plex'};

export type AppErrorDetails = {
	/** What the reader can do about it: a sentence. */
	readonly hint?: string | undefined;
	/** The server that the trouble is with, where it is with one. */
	readonly server?: ServerName | undefined;
	/** Seconds that the server asked us to wait (`Retry-After`). */
	readonly retryAfterSeconds?: number | undefined;
	readonly cause?: unknown;
};

/** An AppError as plain data: what crosses between processes, and what a status keeps of a failure. */
export type AppErrorData = {
	readonly code: ErrorCode;
	readonly message: string;
	readonly hint: string | null;
	readonly server: ServerName | null;
	readonly retryAfterSeconds: number | null;
};

/**
 * The one error class. The message is a sentence for people, the hint its remedy; secrets are cut out of both.
 * Everything else that is thrown counts as a bug.
 */
export class AppError extends Error {
	override readonly name = 'AppError';
	readonly code: ErrorCode;
	readonly hint: string | undefined;
	readonly server: ServerName | undefined;
	readonly retryAfterSeconds: number | undefined;

	constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
		super(withoutSecrets(message), details.cause === undefined ? undefined : {cause: details.cause});
		this.code = code;
		this.hint = details.hint && withoutSecrets(details.hint);
		this.server = details.server;
		this.retryAfterSeconds = details.retryAfterSeconds;
	}

	toJSON(): AppErrorData {
		return {
			code: this.code,
			message: this.message,
			hint: this.hint ?? null,
			server: this.server ?? null,
			retryAfterSeconds: this.retryAfterSeconds ?? null,
		};
	}

	static fromJSON(data: AppErrorData): AppError {
		return new AppError(data.code, data.message, {
			hint: data.hint ?? undefined,
			server: data.server ?? undefined,
			retryAfterSeconds: data.retryAfterSeconds ?? undefined,
		});
	}
}

/** True for the error that an aborted question ends with, whoever aborted it. */
export const isCancelled = (error: unknown): boolean =>
	(error instanceof AppError && error.code === 'cancelled') || (error instanceof Error && error.name === 'AbortError');
