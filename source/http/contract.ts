import type {AppError, ServerName} from '../domain/app-error.ts';
import type {Standing} from './gate.ts';
import type {ServerEvent} from './server-events.ts';

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
	/** Milliseconds that only go forward, which pauses of an outage are measured by; for tests. */
	readonly clock?: (() => number) | undefined;
	/** Hears of requests, for the log. */
	readonly hear?: Hear | undefined;
};

/** One request as the log tells it: what was asked without its secrets, and what came back (null: nothing). */
export type RequestRecord = {
	readonly server: ServerName;
	readonly asked: string;
	readonly status: number | null;
	readonly ms: number;
	/** Of the body, unpacked. */
	readonly bytes: number | null;
};

/** What hears of each request, and of each question that failed. */
export type Hear = {
	readonly request: (record: RequestRecord) => void;
	readonly failed: (asked: string, error: AppError) => void;
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
	/** What the question is called where its path does not tell it, such as a command. */
	readonly name?: string | undefined;
	/** Reads the answer, and says what it means for the server. Without it any answer means that the server is there. */
	readonly judge?: ((answer: Answer) => Verdict) | undefined;
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
	/** Largest body, after unpacking; default 16 MB. */
	readonly maxBytes?: number | undefined;
	/** Most objects, lists and values in it, so that a small body is no mountain of objects; default a million. */
	readonly maxItems?: number | undefined;
	/** Ask for a packed answer: worth it for large ones only. */
	readonly gzip?: boolean | undefined;
};

/** A stream of events that is asked for. */
export type ListenRequest = Pick<TransportRequest, 'path' | 'query' | 'headers'> & {
	/** Ends it. */
	readonly signal: AbortSignal;
};

/** What came back, whatever its status; redirects and broken answers are errors instead. */
export type Answer = {
	readonly status: number;
	/** Lower case, without parameters; `''` where none was sent. */
	readonly contentType: string;
	readonly text: string;
	/** Of the body, unpacked. */
	readonly bytes: number;
	/** Names in lower case; of several of one name the first. */
	readonly headers: Readonly<Record<string, string>>;
	readonly retryAfterSeconds: number | null;
	/** Milliseconds of the try that succeeded, without the time in the queue. */
	readonly ms: number;
};

/** What an answer holds, or the error that it is, and whether its server is there: see `Standing`. */
export type Verdict =
	| {readonly standing: 'up'; readonly data: unknown}
	| {readonly standing: 'up' | Standing; readonly error: AppError};

/** An answer, and what its judge read from it; undefined where there was none. */
export type Judged = Answer & {readonly data: unknown};

/** One server, its queue and its connections. */
export type Transport = {
	readonly server: ServerName;
	/** How sentences name the server: "Tautulli at localhost:8181". */
	readonly where: string;
	readonly timeoutSeconds: number;
	/** Rejects with AppErrors only: unreachable, timeout, bad-answer, cancelled, and those of the judge. */
	readonly send: (request: TransportRequest) => Promise<Judged>;
	/** A stream of events, each as it comes, until the server ends it. Throws AppErrors only, as `send` does. */
	readonly listen: (request: ListenRequest) => AsyncGenerator<ServerEvent, void, undefined>;
	/** The user asks: pauses end, and what has waited for an answer for a while is asked anew. */
	readonly reopen: () => void;
	/** A server's text made fit for a sentence: cleaned and short. */
	readonly quote: (text: string) => string;
	/** How many seconds the server's clock is ahead of this machine's, negative where it is behind; null: not known. */
	readonly aheadSeconds: () => number | null;
	/** Ends all requests (as `cancelled`) and connections; never throws. */
	readonly close: () => Promise<void>;
};
