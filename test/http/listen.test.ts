import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {ServerEvent} from '../../source/http/server-events.ts';
import {failureOf} from '../helpers/errors.ts';
import {refusedUrl} from '../helpers/fault-server.ts';
import {type Reply, sendJson, startLoopback} from '../helpers/loopback.ts';
import {open} from './open.ts';

const path = '/:/events';

const streaming =
	(...pieces: string[]): Reply =>
	(_, response) => {
		response.writeHead(200, {'content-type': 'text/event-stream'});
		for (const piece of pieces) response.write(piece);
	};

const ended =
	(status: number, headers: Record<string, string> = {}, body = ''): Reply =>
	(_, response) =>
		void response.writeHead(status, headers).end(body);

/** A stream on a server that answers so, and what ends it. */
const listening = async (reply: Reply, timeoutSeconds = 5) => {
	const server = await startLoopback(reply);
	const transport = open({server: 'plex', baseUrl: server.url, headers: {'X-Plex-Token': 'secret'}, timeoutSeconds});
	const controller = new AbortController();
	const stream = transport.listen({path, query: {filters: 'a'}, signal: controller.signal});
	return {server, transport, controller, stream};
};

const all = async (stream: AsyncIterable<ServerEvent>): Promise<ServerEvent[]> => {
	const events: ServerEvent[] = [];
	for await (const event of stream) events.push(event);
	return events;
};

test('gives events on as they come, and asks with the headers of the server', async () => {
	const {server, stream} = await listening(streaming('event: ping\ndata: {}\n', '\ndata: ü\n\n'));
	expect(await stream.next()).toEqual({done: false, value: {type: 'ping', data: '{}'}});
	expect(await stream.next()).toEqual({done: false, value: {type: 'message', data: 'ü'}});
	expect(server.heard).toMatchObject([{path, query: {filters: 'a'}, headers: {'x-plex-token': 'secret'}}]);
	await stream.return();
});

test('takes no room from the questions: two of them run beside it', async () => {
	const {server, transport, stream} = await listening((heard, response, socket) =>
		heard.path === path ? streaming('data: x\n\n')(heard, response, socket) : undefined,
	);
	await stream.next();
	for (const question of ['/a', '/b']) void transport.send({method: 'GET', path: question}).catch(() => undefined);
	await server.arrivals(3);
	expect(server.mostAtOnce()).toBe(3);
	await stream.return();
});

test('ends when the server ends it', async () => {
	const {stream} = await listening(ended(200, {'content-type': 'text/event-stream'}, 'data: 1\n\ndata: cut'));
	expect(await all(stream)).toEqual([{type: 'message', data: '1'}]);
});

test('ends as cancelled with its signal, and closes its connection', async () => {
	const closed = Promise.withResolvers<void>();
	const {controller, stream} = await listening((heard, response, socket) => {
		response.on('close', () => closed.resolve());
		return streaming('data: x\n\n')(heard, response, socket);
	});
	await stream.next();
	const next = stream.next();
	controller.abort();
	expect(await failureOf(next)).toMatchObject({code: 'cancelled'});
	await closed.promise;
});

test('ends as cancelled when the transport closes', async () => {
	const {transport, stream} = await listening(streaming('data: x\n\n'));
	await stream.next();
	const next = failureOf(stream.next());
	await transport.close();
	expect(await next).toMatchObject({code: 'cancelled'});
});

test.each([
	['a refused token', ended(401), 'unauthorized'],
	['an unknown path', ended(404), 'not-found'],
	['a server that starts', ended(503), 'server-error'],
	['a redirect', ended(302, {location: '/web/login'}), 'bad-answer'],
	['a web page', ended(200, {'content-type': 'text/html'}, '<html>'), 'bad-answer'],
	['a packed stream', ended(200, {'content-type': 'text/event-stream', 'content-encoding': 'gzip'}), 'bad-answer'],
	['a line that does not end', streaming('x'.repeat(300_000)), 'bad-answer'],
] as const)('%s is told as an error of the server', async (_, reply, code) => {
	const {stream} = await listening(reply);
	expect(await failureOf(stream.next())).toMatchObject({code, server: 'plex'});
});

test('a connection that breaks off is told so', async () => {
	const {stream} = await listening((heard, response, socket) => {
		void streaming('data: x\n\n')(heard, response, socket);
		response.once('finish', () => undefined);
		setImmediate(() => socket.resetAndDestroy());
	});
	expect(await failureOf(all(stream))).toMatchObject({code: 'bad-answer'});
});

test('a server that accepts and says nothing has the time of a request', async () => {
	const {stream} = await listening(() => undefined, 0.05);
	expect(await failureOf(stream.next())).toMatchObject({code: 'timeout'});
});

test('a token that was refused elsewhere is not tried again', async () => {
	const {server, transport, stream} = await listening(ended(401));
	const error = new AppError('unauthorized', 'No.', {server: 'plex'});
	await failureOf(transport.send({method: 'GET', path: '/library', judge: () => ({standing: 'refused', error})}));
	expect(await failureOf(stream.next())).toMatchObject({code: 'unauthorized'});
	expect(server.heard.map(({path: asked}) => asked)).toEqual(['/library']);
});

test('a server that refuses the connection is away for everybody', async () => {
	const transport = open({server: 'plex', baseUrl: await refusedUrl()});
	const {signal} = new AbortController();
	expect(await failureOf(transport.listen({path, signal}).next())).toMatchObject({
		code: 'unreachable',
		retryAfterSeconds: 5,
	});
	expect(await failureOf(transport.send({method: 'GET', path: '/other'}))).toMatchObject({code: 'unreachable'});
});

test('a path that is not there leaves the server as it is', async () => {
	const {transport, stream} = await listening((heard, response, socket) =>
		heard.path === path ? ended(404)(heard, response, socket) : sendJson(response, {}),
	);
	await failureOf(stream.next());
	expect(await transport.send({method: 'GET', path: '/other'})).toMatchObject({status: 200});
});
