import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import {urlOf} from '../serve.ts';
import type {World} from '../world/world.ts';
import {toJson, toXml} from './element.ts';
import {tellNotifications} from './notifications.ts';
import type {PlexRequest, Route} from './request.ts';
import {libraryRoute, manageRoute} from './routes-library.ts';
import {metadataRoute} from './routes-metadata.ts';
import {serverRoute} from './routes-server.ts';

/** What the server answers from: the world, advanced to `now`. */
export type PlexContext = {readonly world: World; readonly now: number; readonly plexIsDown: boolean};

const routeOf = ([first, second, , last]: readonly string[]): Route => {
	if (first === 'hubs') return second === 'sections' && last === 'manage' ? manageRoute : () => null;
	if (first !== 'library') return serverRoute;
	return second === 'metadata' || second === 'collections' ? metadataRoute : libraryRoute;
};

const send = (response: ServerResponse, status: number, type: string, body: string): void => {
	response.writeHead(status, {
		'Content-Type': type,
		'Content-Length': Buffer.byteLength(body),
		'X-Plex-Protocol': '1.0',
	});
	response.end(body);
};

const page = (title: string, heading: string): string =>
	`<html><head><title>${title}</title></head><body><h1>${heading}</h1></body></html>`;

/** Paging may come in headers; so may the token. */
const queryOf = (url: URL, request: IncomingMessage): URLSearchParams => {
	const query = new URLSearchParams(url.search);
	for (const name of ['X-Plex-Container-Start', 'X-Plex-Container-Size', 'X-Plex-Token']) {
		const value = request.headers[name.toLowerCase()];
		if (typeof value === 'string') query.set(name, value);
	}
	return query;
};

const partsOf = (url: URL): readonly string[] => url.pathname.split('/').filter(part => part !== '');

const respond = (
	token: string,
	contextNow: () => PlexContext,
	request: IncomingMessage,
	response: ServerResponse,
): void => {
	const url = urlOf(request);
	const context = contextNow();
	if (context.plexIsDown) {
		request.socket.destroy();
		return;
	}
	const asked: PlexRequest = {...context, parts: partsOf(url), query: queryOf(url, request)};
	if (url.pathname !== '/identity' && asked.query.get('X-Plex-Token') !== token) {
		send(response, 401, 'text/html', page('Unauthorized', '401 Unauthorized'));
		return;
	}
	if (request.method === 'GET' && url.pathname === '/:/eventsource/notifications') {
		tellNotifications(response, contextNow);
		return;
	}
	const answer = request.method === 'GET' || request.method === 'HEAD' ? routeOf(asked.parts)(asked) : null;
	if (answer === null) send(response, 404, 'text/html', page('Not Found', '404 Not Found'));
	else if (request.headers.accept?.includes('application/json'))
		send(response, 200, 'application/json', toJson(answer));
	else send(response, 200, 'text/xml;charset=utf-8', toXml(answer));
};

/** Answers as a Plex Media Server does; while it is down, connections are cut. `contextNow` is asked once a request, and by who listens. */
export const plexListener =
	(token: string, contextNow: () => PlexContext): RequestListener =>
	(request, response) =>
		respond(token, contextNow, request, response);
