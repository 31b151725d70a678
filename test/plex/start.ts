import {onTestFinished} from 'vitest';
import {createTransport} from '../../source/http/transport.ts';
import type {PlexClient} from '../../source/plex/client.ts';
import {createPlex} from '../../source/plex/create.ts';
import {plexHeaders} from '../../source/plex/headers.ts';
import {type Heard, type Loopback, type Reply, sendJson, startLoopback} from '../helpers/loopback.ts';

export const token = 'canary-token-0123456789';

/** A client with token on a loopback server that answers as the test says. */
export const startPlex = async (
	reply: Reply,
	options: {timeoutSeconds?: number} = {},
): Promise<{client: PlexClient; server: Loopback; odds: string[]}> => {
	const server = await startLoopback(reply);
	const transport = createTransport({
		server: 'plex',
		baseUrl: server.url,
		headers: plexHeaders({token, clientIdentifier: 'tautop-test', version: '0.0.0'}),
		timeoutSeconds: options.timeoutSeconds ?? 5,
		pause: async () => {},
	});
	onTestFinished(() => transport.close());
	const odds: string[] = [];
	return {client: createPlex({transport, odd: sentence => odds.push(sentence)}), server, odds};
};

/** Answers each path with a container; XML where JSON was not asked for, as Plex does. */
export const containers =
	(byPath: Readonly<Record<string, unknown | ((heard: Heard) => unknown)>>): Reply =>
	(heard, response) => {
		const entry = byPath[heard.path];
		if (heard.headers.accept !== 'application/json') {
			return void response
				.writeHead(200, {'content-type': 'text/xml;charset=utf-8'})
				.end('<?xml version="1.0"?><MediaContainer/>');
		}
		if (entry === undefined) {
			return void response.writeHead(404, {'content-type': 'text/html'}).end('<html><h1>404 Not Found</h1></html>');
		}
		return sendJson(response, {MediaContainer: typeof entry === 'function' ? entry(heard) : entry});
	};

/** A list served in pages: at most `most` items each, with or without the total, as the request's headers ask. */
export const paged =
	(items: readonly unknown[], {most = 1000, withTotal = true} = {}) =>
	(heard: Heard): unknown => {
		const start = Number(heard.headers['x-plex-container-start']);
		const size = Math.min(Number(heard.headers['x-plex-container-size']), most);
		const page = items.slice(start, start + size);
		return {
			size: page.length,
			...(withTotal ? {totalSize: items.length, offset: start} : {}),
			...(page.length > 0 ? {Metadata: page} : {}),
		};
	};
