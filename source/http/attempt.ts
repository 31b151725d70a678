import type {Address} from './address.ts';
import {readText, TooLarge, UnknownEncoding} from './body.ts';
import {connectionTrouble, type Phase} from './connection-trouble.ts';
import type {Connections} from './connections.ts';
import type {Answer, Transport, TransportRequest} from './contract.ts';
import {redirectTrouble} from './redirect-trouble.ts';
import {anyRetries, type Trouble, troubleWith} from './trouble.ts';

/** How one try ended, and how many more could help. */
export type Outcome = {readonly answer: Answer; readonly retries: number} | Trouble;

/** What every try at one server needs. */
export type Attempts = {
	readonly address: Address;
	readonly agent: Connections['agent'];
	readonly headers: Readonly<Record<string, string>>;
	readonly quote: Transport['quote'];
	readonly timeoutSeconds: number;
	/** The `Date` of an answer, and how many milliseconds after the question it came. */
	readonly heardDate: (date: string, ms: number) => void;
};

const defaultLimits = {maxBytes: 16 * 1024 * 1024, maxItems: 1_000_000} as const;

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''));

/** `Retry-After` is seconds or a date; the date is of no use without trusting two clocks. */
const secondsOf = (retryAfter: string): number | null => (/^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null);

const firstOf = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, one(value)]));

/** Where a request goes. */
export const urlOf = (address: Address, request: Pick<TransportRequest, 'path' | 'query'>): URL => {
	const query = request.query ? `?${new URLSearchParams(request.query)}` : '';
	return new URL(`${address.origin}${address.prefix}${request.path}${query}`);
};

/** The headers of a request, its own last. */
export const headersOf = (attempts: Attempts, request: TransportRequest): Record<string, string> => ({
	...attempts.headers,
	...(request.gzip ? {'accept-encoding': 'gzip'} : {}),
	...(request.form ? {'content-type': 'application/x-www-form-urlencoded'} : {}),
	...request.headers,
});

/** A server that is overloaded or restarting may do better next time, unless it says when to come back. */
const retriesOf = (answer: Answer): number =>
	answer.status >= 500 && answer.retryAfterSeconds === null ? anyRetries : 0;

const tooSlow = (address: Address, seconds: number, phase: Phase): Trouble =>
	troubleWith(
		address,
		'timeout',
		phase === 'body' ? `did not finish its answer within ${seconds} s.` : `did not answer within ${seconds} s.`,
		{
			retries: 1,
			hint:
				address.server === 'tautulli'
					? 'If it is only slow, raise tautulli.timeout_seconds.'
					: 'It may be busy: try again in a moment.',
		},
	);

/** What a failed try means; throws what is no trouble with the server, but a bug. */
export const troubleOf = (attempts: Attempts, error: unknown, phase: Phase): Trouble => {
	const {address, quote} = attempts;
	if (error instanceof TooLarge) return troubleWith(address, 'bad-answer', 'sent more than an answer can hold.');
	if (error instanceof UnknownEncoding) {
		return troubleWith(address, 'bad-answer', `packed its answer in an unknown way (${quote(error.message)}).`);
	}
	const trouble = connectionTrouble(address, error, phase);
	if (!trouble) throw error;
	return trouble;
};

/** One try, from connecting to the last byte, within the time that the request allows. */
export const attempt = async (attempts: Attempts, request: TransportRequest, signal: AbortSignal): Promise<Outcome> => {
	const {address, agent} = attempts;
	const timeoutSeconds = request.timeoutSeconds ?? attempts.timeoutSeconds;
	const controller = new AbortController();
	const cancel = (): void => controller.abort();
	let isTimedOut = false;
	const timer = setTimeout(() => {
		isTimedOut = true;
		controller.abort();
	}, timeoutSeconds * 1000);
	let phase: Phase = 'headers';
	signal.addEventListener('abort', cancel, {once: true});
	try {
		signal.throwIfAborted();
		const dispatcher = await agent();
		const startedAt = performance.now();
		const {origin, pathname, search} = urlOf(address, request);
		const response = await dispatcher.request({
			origin,
			path: `${pathname}${search}`,
			method: request.method,
			headers: headersOf(attempts, request),
			body: request.form ? new URLSearchParams(request.form).toString() : null,
			signal: controller.signal,
		});
		phase = 'body';
		const {statusCode: status} = response;
		const headers = firstOf(response.headers);
		attempts.heardDate(headers.date ?? '', performance.now() - startedAt);
		if (status >= 300 && status < 400) {
			controller.abort();
			response.body.on('error', () => {});
			return redirectTrouble(address, status, headers.location ?? '', attempts.quote);
		}
		const encoding = (headers['content-encoding'] ?? '').trim().toLowerCase();
		const {maxBytes = defaultLimits.maxBytes, maxItems = defaultLimits.maxItems} = request;
		const {text, bytes} = await readText(response.body, encoding, {maxBytes, maxItems});
		const answer: Answer = {
			status,
			contentType: (headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase(),
			text,
			bytes,
			headers,
			retryAfterSeconds: secondsOf(headers['retry-after'] ?? ''),
			ms: Math.round(performance.now() - startedAt),
		};
		return {answer, retries: retriesOf(answer)};
	} catch (error) {
		controller.abort();
		signal.throwIfAborted();
		if (isTimedOut) return tooSlow(address, timeoutSeconds, phase);
		return troubleOf(attempts, error, phase);
	} finally {
		clearTimeout(timer);
		signal.removeEventListener('abort', cancel);
	}
};
