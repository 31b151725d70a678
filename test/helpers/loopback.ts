import http, {type IncomingMessage, type ServerResponse} from 'node:http';
import https from 'node:https';
import type {AddressInfo, Socket} from 'node:net';
import {onTestFinished} from 'vitest';

/** A request as the loopback server heard it. */
export type Heard = {
	readonly method: string;
	readonly url: string;
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly form: Readonly<Record<string, string>>;
	readonly headers: IncomingMessage['headers'];
};

export type Reply = (heard: Heard, response: ServerResponse, socket: Socket) => void | Promise<void>;

export type Loopback = {
	readonly url: string;
	readonly port: number;
	/** Every request so far, in order of arrival. */
	readonly heard: Heard[];
	/** Resolves when that many requests have arrived. */
	readonly arrivals: (count: number) => Promise<void>;
	/** Most requests that were open at the same time. */
	readonly mostAtOnce: () => number;
	readonly close: () => Promise<void>;
};

const readBody = async (request: IncomingMessage): Promise<string> => {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	return text;
};

const portOf = (address: AddressInfo | string | null): number =>
	address !== null && typeof address === 'object' ? address.port : 0;

/** A real server on 127.0.0.1 that answers as the test says, and is gone when the test has finished. */
export const startLoopback = async (reply: Reply, tls?: {key: string; cert: string}): Promise<Loopback> => {
	const heard: Heard[] = [];
	const watchers: Array<() => void> = [];
	let open = 0;
	let most = 0;
	const listener = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		open++;
		most = Math.max(most, open);
		response.on('close', () => {
			open--;
		});
		const body = await readBody(request);
		const url = new URL(request.url ?? '/', 'http://loopback');
		const entry: Heard = {
			method: request.method ?? '',
			url: request.url ?? '',
			path: url.pathname,
			query: Object.fromEntries(url.searchParams),
			form: Object.fromEntries(new URLSearchParams(body)),
			headers: request.headers,
		};
		heard.push(entry);
		for (const watcher of watchers) watcher();
		await reply(entry, response, request.socket);
	};
	const server = tls ? https.createServer(tls, listener) : http.createServer(listener);
	await new Promise<void>(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const port = portOf(server.address());
	const close = (): Promise<void> =>
		new Promise(resolve => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	onTestFinished(close);
	const arrivals = (count: number): Promise<void> =>
		new Promise(resolve => {
			const look = (): void => {
				if (heard.length >= count) resolve();
			};
			watchers.push(look);
			look();
		});
	return {url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, port, heard, arrivals, mostAtOnce: () => most, close};
};

/** Answers with JSON. */
export const sendJson = (response: ServerResponse, body: unknown, status = 200): void => {
	response.writeHead(status, {'content-type': 'application/json;charset=UTF-8'}).end(JSON.stringify(body));
};

/** Answers with text of that type. */
export const sendText = (response: ServerResponse, type: string, body: string, status = 200): void => {
	response.writeHead(status, {'content-type': type}).end(body);
};
