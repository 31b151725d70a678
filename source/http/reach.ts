import {lookup} from 'node:dns/promises';
import {readFileSync} from 'node:fs';
import {connect, isIP, type Socket} from 'node:net';
import {connect as connectTls, getCACertificates, type PeerCertificate, type TLSSocket} from 'node:tls';
import type {AppError} from '../domain/app-error.ts';
import {cleanText} from '../domain/text/text.ts';
import {type Address, parseAddress} from './address.ts';
import {connectionTrouble} from './connection-trouble.ts';
import type {TransportOptions} from './contract.ts';
import {tlsTrouble} from './tls-trouble.ts';

/** Who is reached, and how. */
export type ReachOptions = Pick<TransportOptions, 'server' | 'baseUrl' | 'caFile' | 'verifyTls'>;

/** What a server shows of itself before it is spoken to. */
export type ShownCertificate = {
	/** The names that it is for. */
	readonly names: readonly string[];
	/** Unix seconds; null: not told. */
	readonly until: number | null;
	/** Why it would not be trusted; null: it is. */
	readonly trouble: AppError | null;
};

type Target = {readonly address: Address; readonly host: string; readonly port: number};

const targetOf = ({server, baseUrl}: ReachOptions): Target => {
	const address = parseAddress(server, baseUrl);
	const {hostname, port, protocol} = new URL(baseUrl);
	return {
		address,
		host: hostname.replace(/^\[|\]$/g, ''),
		port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
	};
};

/** Throws what is no trouble with the server, but a bug. */
const troubleOf = (address: Address, error: unknown): unknown =>
	connectionTrouble(address, error, 'headers')?.error ?? error;

/** The addresses of the server's name. Rejects with AppErrors. */
export const resolveName = async (options: ReachOptions): Promise<readonly string[]> => {
	const {address, host} = targetOf(options);
	try {
		return (await lookup(host, {all: true})).map(found => found.address);
	} catch (error) {
		throw troubleOf(address, error);
	}
};

/** Waits until the socket says that it is connected, uses it, and lets it go. */
const whenReady = <Ready extends Socket, Result>(
	socket: Ready,
	event: 'connect' | 'secureConnect',
	address: Address,
	signal: AbortSignal,
	use: (socket: Ready) => Result,
): Promise<Result> =>
	new Promise<Result>((resolve, reject) => {
		const cancel = (): void => reject(signal.reason);
		signal.addEventListener('abort', cancel, {once: true});
		socket.on('error', error => reject(troubleOf(address, error)));
		socket.once('close', () => reject(troubleOf(address, Object.assign(new Error('closed'), {code: 'ECONNRESET'}))));
		socket.once(event, () => {
			try {
				resolve(use(socket));
			} catch (error) {
				reject(error);
			}
		});
	}).finally(() => socket.destroy());

/** Connects, and says with which address. Rejects with AppErrors, and when aborted. */
export const connectOnce = async (options: ReachOptions, signal: AbortSignal): Promise<string> => {
	const {address, host, port} = targetOf(options);
	return await whenReady(connect({host, port}), 'connect', address, signal, ({remoteAddress}) => remoteAddress ?? host);
};

const namesOf = ({subject, subjectaltname}: PeerCertificate): readonly string[] => {
	const alternative = (subjectaltname ?? '')
		.split(', ')
		.map(name => name.replace(/^(?:DNS|IP Address):/, ''))
		.filter(name => name !== '');
	const common = [subject?.CN ?? ''].flat().filter(name => name !== '');
	return (alternative.length > 0 ? alternative : common).map(cleanText);
};

const certificateOf = (socket: TLSSocket, address: Address): ShownCertificate => {
	const shown = socket.getPeerCertificate();
	const until = Date.parse(shown.valid_to ?? '') / 1000;
	const code = socket.authorized ? '' : String(socket.authorizationError);
	return {
		names: namesOf(shown),
		until: Number.isNaN(until) ? null : until,
		trouble: code === '' ? null : (tlsTrouble(address, code, socket.authorizationError)?.error ?? null),
	};
};

/** Shakes hands for TLS, and shows the certificate, trusted or not. Rejects with AppErrors where there is none. */
export const lookAtCertificate = async (options: ReachOptions, signal: AbortSignal): Promise<ShownCertificate> => {
	const {address, host, port} = targetOf(options);
	const ca =
		options.caFile === undefined ? {} : {ca: [...getCACertificates('default'), readFileSync(options.caFile, 'utf8')]};
	const name = isIP(host) === 0 ? {servername: host} : {};
	// What would be refused is to be shown too; nothing is sent over this connection.
	const socket = connectTls({host, port, rejectUnauthorized: false, ...name, ...ca});
	return await whenReady(socket, 'secureConnect', address, signal, ready => certificateOf(ready, address));
};
