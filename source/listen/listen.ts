import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {hostname} from 'node:os';
import {AppError} from '../domain/app-error.ts';
import {type Door, refusalOf} from './guard.ts';
import {type Reply, troubleReply} from './reply.ts';
import {readTarget, type Target} from './target.ts';

/** A question that may be answered. `signal` aborts when it takes too long, or nobody waits any more. */
export type Asked = Target & {readonly accept: string; readonly signal: AbortSignal};

export type Listening = {
	/** Where it is, for people: `http://127.0.0.1:9487`. */
	readonly url: string;
	readonly close: () => void;
};

export type ListenOptions = {
	/** `*`: every address of this machine. */
	readonly host: string;
	readonly port: number;
	/** Names by which it may be asked besides its own. */
	readonly hosts: readonly string[];
	/** Never rejects for what is expected; what it throws is a bug. */
	readonly answer: (asked: Asked) => Promise<Reply>;
	readonly bug: (error: unknown) => void;
	/** How long an answer may take, in milliseconds. */
	readonly withinMs?: number;
};

/** Headers come in one piece, and nothing comes behind them. */
const limits = {
	maxHeaderSize: 16_384,
	headersTimeout: 10_000,
	requestTimeout: 10_000,
	connectionsCheckingInterval: 5000,
	keepAliveTimeout: 5000,
};

/** Who takes nothing of an answer for so long has gone. */
const idleMs = 60_000;

const mostConnections = 64;

const usualWithinMs = 30_000;

/** No page of the web is to show or read this, nor guess what it is, nor keep it. */
const always = {
	'cache-control': 'no-store',
	'content-security-policy': "default-src 'none'",
	'cross-origin-resource-policy': 'same-origin',
	'x-content-type-options': 'nosniff',
};

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

const shown = (host: string): string => (host.includes(':') ? `[${host}]` : host);

const cannot = (error: Error, {host, port}: ListenOptions): AppError => {
	const code = codeOf(error);
	const where = `${shown(host)}:${port}`;
	const other = 'Set metrics.listen to another address';
	if (code === 'EADDRINUSE')
		return new AppError('busy', `Another program listens at ${where} already.`, {
			hint: `${other}, or end that program.`,
		});
	if (code === 'EADDRNOTAVAIL')
		return new AppError('busy', `This machine has no address ${host} now.`, {
			hint: `${other}, or wait for its network.`,
		});
	const why = code === 'EACCES' ? 'this user may not' : code === 'ENOTFOUND' ? 'no such host' : code || error.message;
	return new AppError('config', `tautop cannot listen at ${where}: ${why}.`, {hint: `${other}.`});
};

const begin = (server: Server, options: ListenOptions): Promise<void> =>
	new Promise((resolve, reject) => {
		const {host, port} = options;
		server.once('error', error => reject(cannot(error, options)));
		server.listen({port, ...(host === '*' ? {} : {host})}, resolve);
	});

const placeOf = (server: Server): {readonly host: string; readonly port: number} => {
	const found = server.address();
	return found !== null && typeof found === 'object' ? {host: found.address, port: found.port} : {host: '', port: 0};
};

const isLoopback = (host: string): boolean => host === '::1' || /^127\./.test(host);

const send = (response: ServerResponse, {status, type, body, headers}: Reply, isHead: boolean): void => {
	if (response.destroyed) return;
	response.writeHead(status, {
		...always,
		...headers,
		'content-type': type,
		'content-length': Buffer.byteLength(body),
		// Who was refused is not heard any further: what it sent may not have been read.
		...(status === 405 || status === 413 || status === 421 ? {connection: 'close'} : {}),
	});
	response.end(isHead ? undefined : body);
};

const noTarget = (): Reply =>
	troubleReply(400, {code: 'usage', message: 'tautop has nothing at this address.', hint: 'Its list is at /.'});

const failed = (): Reply =>
	troubleReply(500, {code: 'bug', message: 'Something went wrong inside tautop.', hint: 'Its own lines say more.'});

const late = (ms: number): Reply =>
	troubleReply(504, {
		code: 'timeout',
		message: `The answer took longer than ${ms / 1000} seconds.`,
		hint: 'Ask for less, or later.',
	});

const headerOf = (value: string | undefined): string => value ?? '';

/** Answers questions over HTTP, without changing anything. Throws `busy` or `config` where it cannot listen. */
export const listen = async (options: ListenOptions): Promise<Listening> => {
	const {answer, bug, withinMs = usualWithinMs} = options;
	const names = [...options.hosts, options.host].map(name => name.toLowerCase());
	let door: Door = {isLocal: true, names};

	const replyTo = async (request: IncomingMessage, response: ServerResponse): Promise<Reply> => {
		const {method = '', url = '', headers} = request;
		const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
		const refused = refusalOf({method, url, host: headerOf(headers.host), hasBody}, door);
		if (refused) return refused;
		const target = readTarget(url);
		if (!target) return noTarget();
		const left = new AbortController();
		response.once('close', () => left.abort());
		const deadline = AbortSignal.timeout(withinMs);
		const asked = {...target, accept: headerOf(headers.accept), signal: AbortSignal.any([left.signal, deadline])};
		try {
			const reply = await answer(asked);
			return deadline.aborted ? late(withinMs) : reply;
		} catch (error) {
			bug(error);
			return failed();
		}
	};

	const server = createServer(limits, (request, response) => {
		// A line that resets is nobody's fault here.
		for (const end of [request, response]) end.on('error', () => undefined);
		void replyTo(request, response).then(reply => send(response, reply, request.method === 'HEAD'));
	});
	server.maxConnections = mostConnections;
	server.setTimeout(idleMs);
	await begin(server, options);
	server.on('error', bug);
	const {host, port} = placeOf(server);
	if (!isLoopback(host)) door = {isLocal: false, names: [...names, hostname().toLowerCase()]};
	return {
		url: `http://${shown(options.host === '*' ? 'localhost' : host)}:${port}`,
		close: () => {
			server.close();
			server.closeAllConnections();
		},
	};
};
