import type {ServerName} from '../domain/app-error.ts';

/** How to reach one server. */
export type TransportOptions = {
	readonly server: ServerName;
	/** May have a path and credentials, with or without a slash at its end. */
	readonly baseUrl: string;
	/** Sent with every request: the user's own and, for Plex, the token. */
	readonly headers?: Readonly<Record<string, string>> | undefined;
	/** For one try, from connecting to the last byte. */
	readonly timeoutSeconds: number;
	/** False: this server's certificate is not checked. Default true. */
	readonly verifyTls?: boolean | undefined;
	/** A file of certificates to trust beside those that Node trusts. */
	readonly caFile?: string | undefined;
	/** Requests at a time; default 2. */
	readonly maxParallel?: number | undefined;
	/** Waits between two tries; tests pass one that does not wait. */
	readonly pause?: Pause | undefined;
};

/** Resolves after that many milliseconds; rejects when the signal is aborted. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/** Queues with a narrower gate than the server's own: history one at a time, since it slows everything else down. */
export type Lane = 'history';

/** One question. It is a read unless `retries: 0, share: false` say otherwise. */
export type TransportRequest = {
	readonly method: 'GET' | 'POST';
	/** Begins with a slash; the base path is put in front. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string>> | undefined;
	/** Sent as a form-encoded body. */
	readonly form?: Readonly<Record<string, string>> | undefined;
	readonly headers?: Readonly<Record<string, string>> | undefined;
	/** For one try; default is the transport's. */
	readonly timeoutSeconds?: number | undefined;
	/** Tries after the first; default 2. Must be 0 for whatever changes something on the server. */
	readonly retries?: number | undefined;
	readonly signal?: AbortSignal | undefined;
	/** False: never share the answer with an equal question in flight. */
	readonly share?: boolean | undefined;
	readonly lane?: Lane | undefined;
	/** Largest body, after unpacking; default 32 MB. */
	readonly maxBytes?: number | undefined;
	/** Ask for a packed answer: worth it for large ones only. */
	readonly gzip?: boolean | undefined;
};

/** What came back, whatever its status; redirects and broken answers are errors instead. */
export type Answer = {
	readonly status: number;
	/** Lower case, without parameters; `''` where none was sent. */
	readonly contentType: string;
	readonly text: string;
	readonly retryAfterSeconds: number | null;
	/** Milliseconds of the try that succeeded, without the time in the queue. */
	readonly ms: number;
};

/** One server, its queue and its connections. */
export type Transport = {
	readonly server: ServerName;
	/** How sentences name the server: "Tautulli at localhost:8181". */
	readonly where: string;
	readonly timeoutSeconds: number;
	/** Rejects with AppErrors only: unreachable, timeout, bad-answer, cancelled. */
	readonly send: (request: TransportRequest) => Promise<Answer>;
	/** A server's text made fit for a sentence: cleaned, short, without the secrets of this transport and those given. */
	readonly quote: (text: string, secrets?: readonly string[]) => string;
	/** Ends all requests (as `cancelled`) and connections; never throws. */
	readonly close: () => Promise<void>;
};
