import {expect, test} from 'vitest';
import {backoffMs} from '../../source/http/retry.ts';
import {failureOf} from '../helpers/errors.ts';
import {type Reply, sendJson, sendText, startLoopback} from '../helpers/loopback.ts';
import {open} from './open.ts';

/** Fails that many times, then answers. */
const after = (failures: number, fail: Reply): Reply => {
	let count = 0;
	return (heard, response, socket) => {
		count++;
		return count > failures ? sendJson(response, {}) : fail(heard, response, socket);
	};
};

const failing: Array<[string, Reply]> = [
	['a reset', (_, _response, socket) => void socket.resetAndDestroy()],
	['a hang-up', (_, _response, socket) => void socket.destroy()],
	['a 500', (_, response) => sendText(response, 'text/html', 'oops', 500)],
	['a 502', (_, response) => sendText(response, 'text/html', '<html>nginx</html>', 502)],
	[
		'a cut body',
		(_, response, socket) => {
			response.writeHead(200, {'content-length': '100'}).write('{"a":', () => socket.destroy());
		},
	],
];

test.each(failing)('%s is tried again, POST included', async (_, fail) => {
	const server = await startLoopback(after(2, fail));
	const pauses: number[] = [];
	const transport = open({
		baseUrl: server.url,
		pause: async ms => {
			pauses.push(ms);
		},
	});
	const answer = await transport.send({method: 'POST', path: '/', form: {cmd: 'read'}});
	expect(answer.status).toBe(200);
	expect(server.heard.map(({form}) => form)).toEqual([{cmd: 'read'}, {cmd: 'read'}, {cmd: 'read'}]);
	expect(pauses).toHaveLength(2);
});

test.each(failing)('%s is tried once only where the request says so', async (_, fail) => {
	const server = await startLoopback(after(1, fail));
	const transport = open({baseUrl: server.url});
	const ended = await transport.send({method: 'POST', path: '/', retries: 0, share: false}).then(
		answer => answer.status,
		(error: unknown) => error,
	);
	expect(ended).not.toBe(200);
	expect(server.heard).toHaveLength(1);
});

test.each([400, 401, 403, 404, 429])('a %i is not tried again', async status => {
	const server = await startLoopback((_, response) => sendText(response, 'text/plain', 'no', status));
	const answer = await open({baseUrl: server.url}).send({method: 'GET', path: '/'});
	expect(answer.status).toBe(status);
	expect(server.heard).toHaveLength(1);
});

test('a server that says when to come back is not asked before', async () => {
	const server = await startLoopback((_, response) => {
		response.writeHead(503, {'retry-after': '30'}).end();
	});
	const answer = await open({baseUrl: server.url}).send({method: 'GET', path: '/'});
	expect(answer).toMatchObject({status: 503, retryAfterSeconds: 30});
	expect(server.heard).toHaveLength(1);
});

test('a server that never answers is asked once', async () => {
	const server = await startLoopback(() => {});
	const transport = open({baseUrl: server.url, timeoutSeconds: 0.5});
	expect((await failureOf(transport.send({method: 'GET', path: '/'}))).code).toBe('timeout');
	expect(server.heard).toHaveLength(1);
});

test('one that has answered something is asked twice for what it is slow with', async () => {
	const server = await startLoopback(({path}, response) => {
		if (path === '/quick') sendJson(response, {});
	});
	const transport = open({baseUrl: server.url, timeoutSeconds: 0.5});
	await transport.send({method: 'GET', path: '/quick'});
	expect((await failureOf(transport.send({method: 'GET', path: '/slow'}))).code).toBe('timeout');
	expect(server.heard.map(({path}) => path)).toEqual(['/quick', '/slow', '/slow']);
});

test('one question tries again for all that fail beside it', async () => {
	const server = await startLoopback((_, _response, socket) => void socket.destroy());
	const transport = open({baseUrl: server.url});
	const paths = ['/a', '/b', '/c', '/d'];
	await Promise.all(paths.map(path => failureOf(transport.send({method: 'GET', path}))));
	// Two go at a time: three tries of one, one of the other, none of the rest.
	expect(server.heard).toHaveLength(4);
});

test('an abort ends the pause between two tries', async () => {
	const server = await startLoopback((_, _response, socket) => void socket.destroy());
	const leaving = new AbortController();
	const transport = open({
		baseUrl: server.url,
		pause: (_, signal) =>
			new Promise((_resolve, reject) => {
				signal.addEventListener('abort', () => reject(signal.reason));
				leaving.abort();
			}),
	});
	const error = await failureOf(transport.send({method: 'GET', path: '/', signal: leaving.signal}));
	expect(error.code).toBe('cancelled');
	expect(server.heard).toHaveLength(1);
});

test('pauses grow, with jitter around them', () => {
	expect([backoffMs(1, 0), backoffMs(1, 0.5), backoffMs(2, 0.5), backoffMs(3, 0.5)]).toEqual([125, 250, 500, 1000]);
});
