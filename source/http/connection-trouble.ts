import {AppError, serverTitles} from '../domain/app-error.ts';
import {withoutSecrets} from '../domain/text/secrets.ts';
import type {Address} from './address.ts';
import {tlsTrouble} from './tls-trouble.ts';
import {anyRetries, type Trouble, troubleWith} from './trouble.ts';

/** How far a try had come when it failed. */
export type Phase = 'headers' | 'body';

const noRoute = ['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL'];
const hungUp = ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET'];
const notFound = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME'];
const closed = ['UND_ERR_DESTROYED', 'UND_ERR_CLOSED'];

const codeOf = (error: unknown): string => {
	if (!(error instanceof Error)) return '';
	// undici's parser errors come with and without a code.
	if (error.name === 'HTTPParserError') return 'HPE_';
	return 'code' in error && typeof error.code === 'string' ? error.code : '';
};

/** Errors of the libraries below carry requests and sockets; only their code and words may go on. */
const causeOf = (error: unknown, code: string): Error =>
	new Error(withoutSecrets(error instanceof Error ? error.message : code));

const hangUp = (address: Address): Trouble =>
	troubleWith(address, 'unreachable', 'closed the connection without an answer.', {
		retries: anyRetries,
		hint: address.isPlainHttp
			? `If that port speaks https, put https:// in ${address.server}.base_url.`
			: `It may be restarting; if not, look at its log.`,
	});

/** The trouble behind an answer that stopped before its end, or that could not be unpacked. */
const cutBody = (address: Address, cause: Error): Trouble =>
	troubleWith(address, 'bad-answer', 'broke off in the middle of its answer.', {retries: anyRetries, cause});

const unreached = (address: Address, code: string, cause: Error): Trouble => {
	const {server} = address;
	if (code === 'ECONNREFUSED') {
		return troubleWith(address, 'unreachable', 'refused the connection.', {
			retries: anyRetries,
			cause,
			hint: `Is ${serverTitles[server]} running, and is the port in ${server}.base_url right?`,
		});
	}
	if (notFound.includes(code)) {
		return troubleWith(address, 'unreachable', 'could not be found: there is no such name.', {
			retries: code === 'EAI_AGAIN' ? anyRetries : 0,
			cause,
			hint: `Check the spelling of ${server}.base_url, and the name service.`,
		});
	}
	if (noRoute.includes(code)) {
		return troubleWith(address, 'unreachable', 'could not be reached: there is no route to it.', {
			retries: anyRetries,
			cause,
			hint: 'Is the network up, and the machine on?',
		});
	}
	if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') {
		return troubleWith(address, 'timeout', 'did not accept the connection in time.', {
			retries: 1,
			cause,
			hint: `Is the machine on, and does a firewall let ${server}.base_url through?`,
		});
	}
	if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW') {
		return troubleWith(address, 'bad-answer', 'answers with something that is not HTTP.', {
			cause,
			hint: `Is the port in ${server}.base_url right?`,
		});
	}
	return troubleWith(address, 'unreachable', `could not be reached (${code}).`, {retries: anyRetries, cause});
};

/**
 * Says in plain words what a failed try means. Anything without a code is a bug, not a trouble with the server, and comes
 * back as null.
 */
export const connectionTrouble = (address: Address, error: unknown, phase: Phase): Trouble | null => {
	const code = codeOf(error);
	if (code === '') return null;
	const cause = causeOf(error, code);
	if (closed.includes(code)) {
		return {
			error: new AppError('cancelled', 'Cancelled: the program is closing.', {server: address.server}),
			retries: 0,
		};
	}
	if (phase === 'body') return cutBody(address, cause);
	const tls = tlsTrouble(address, code, error);
	if (tls) return tls;
	return hungUp.includes(code) ? hangUp(address) : unreached(address, code, cause);
};
