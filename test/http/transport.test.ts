import {expect, test} from 'vitest';
import type {Transport, TransportOptions} from '../../source/http/contract.ts';
import {createTransport} from '../../source/http/transport.ts';
import {failureOf} from '../helpers/errors.ts';
import {sendJson, startLoopback} from '../helpers/loopback.ts';
import {open} from './open.ts';

test('asks below the base path, with its own headers and a form in the body', async () => {
	const server = await startLoopback((_, response) => sendJson(response, {ok: true}));
	const transport = open({baseUrl: `${server.url}/tautulli/`, headers: {'X-Own': 'yes'}});
	const answer = await transport.send({method: 'POST', path: '/api/v2', query: {a: 'ü b'}, form: {apikey: 'k&=1'}});
	expect(answer).toMatchObject({
		status: 200,
		contentType: 'application/json',
		text: '{"ok":true}',
		retryAfterSeconds: null,
	});
	expect(server.heard[0]).toMatchObject({
		method: 'POST',
		path: '/tautulli/api/v2',
		query: {a: 'ü b'},
		form: {apikey: 'k&=1'},
	});
	expect(server.heard[0]?.headers).toMatchObject({'x-own': 'yes', accept: 'application/json'});
});

test('credentials in the base address become a header', async () => {
	const server = await startLoopback((_, response) => sendJson(response, {}));
	const transport = open({baseUrl: server.url.replace('//', '//me:p%40ss@')});
	await transport.send({method: 'GET', path: '/'});
	expect(server.heard[0]?.headers.authorization).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
	expect(transport.where).toBe(`Tautulli at 127.0.0.1:${server.port}`);
});

test.each([
	['no address', {baseUrl: 'localhost:8181'}],
	['another protocol', {baseUrl: 'ftp://localhost'}],
	['a token with a line break', {headers: {'X-Plex-Token': 'secret-token\n'}}],
	['a certificate file that is not there', {caFile: '/nowhere/ca.pem'}],
])('refuses %s at once', async (_, wrong: Partial<TransportOptions>) => {
	const making = async (): Promise<Transport> =>
		createTransport({server: 'plex', baseUrl: 'http://127.0.0.1:1', timeoutSeconds: 1, ...wrong});
	const error = await failureOf(making());
	expect(error.code).toBe('config');
	expect(error.message).not.toContain('secret-token');
});

test('at most two requests at a time, and one in the history lane', async () => {
	let release: Array<() => void> = [];
	const server = await startLoopback(async (_, response) => {
		await new Promise<void>(resolve => {
			release.push(resolve);
		});
		sendJson(response, {});
	});
	const transport = open({baseUrl: server.url});
	const ask = (path: string, lane?: 'history') => transport.send({method: 'GET', path, lane});
	const all = Promise.all([ask('/h1', 'history'), ask('/h2', 'history'), ask('/a'), ask('/b')]);
	for (const count of [2, 3, 4]) {
		await server.arrivals(count);
		const [first] = release;
		release = release.slice(1);
		first?.();
	}
	await server.arrivals(4);
	for (const resolve of release) resolve();
	await all;
	expect(server.mostAtOnce()).toBe(2);
	expect(server.heard.slice(0, 2).map(({path}) => path)).toEqual(['/h1', '/a']);
	expect(server.heard.findIndex(({path}) => path === '/h2')).toBeGreaterThan(1);
});

test('equal questions in flight share one answer, and later ones ask again', async () => {
	const server = await startLoopback((_, response) => sendJson(response, {}));
	const transport = open({baseUrl: server.url});
	const ask = () => transport.send({method: 'POST', path: '/', form: {cmd: 'one'}});
	const [first, second] = await Promise.all([ask(), ask()]);
	expect(first).toBe(second);
	expect(server.heard).toHaveLength(1);
	await ask();
	expect(server.heard).toHaveLength(2);
});

test('questions that differ, or do not want to share, are asked each for itself', async () => {
	const server = await startLoopback((_, response) => sendJson(response, {}));
	const transport = open({baseUrl: server.url});
	const ask = (cmd: string, share: boolean) => transport.send({method: 'POST', path: '/', form: {cmd}, share});
	await Promise.all([ask('one', true), ask('two', true), ask('one', false), ask('one', false)]);
	expect(server.heard).toHaveLength(4);
});

test('the abort of one asker leaves the answer to the others', async () => {
	let answer = (): void => {};
	const server = await startLoopback(async (_, response) => {
		await new Promise<void>(resolve => {
			answer = resolve;
		});
		sendJson(response, {});
	});
	const transport = open({baseUrl: server.url});
	const leaving = new AbortController();
	const left = failureOf(transport.send({method: 'GET', path: '/', signal: leaving.signal}));
	const staying = transport.send({method: 'GET', path: '/', signal: new AbortController().signal});
	await server.arrivals(1);
	leaving.abort();
	expect((await left).code).toBe('cancelled');
	answer();
	expect((await staying).status).toBe(200);
	expect(server.heard).toHaveLength(1);
});

test('when the last asker has gone the request ends, and an equal one starts anew', async () => {
	const closed: string[] = [];
	const server = await startLoopback(async (heard, response) => {
		if (server.heard.length === 2) return sendJson(response, {});
		await new Promise<void>(resolve => {
			response.on('close', () => {
				closed.push(heard.path);
				resolve();
			});
		});
	});
	const transport = open({baseUrl: server.url});
	const leaving = new AbortController();
	const left = failureOf(transport.send({method: 'GET', path: '/', signal: leaving.signal}));
	await server.arrivals(1);
	leaving.abort();
	expect((await left).code).toBe('cancelled');
	expect((await transport.send({method: 'GET', path: '/'})).status).toBe(200);
	await expect.poll(() => closed).toEqual(['/']);
});

test('an abort in the queue takes the question out before it is asked', async () => {
	let answer = (): void => {};
	const server = await startLoopback(async (_, response) => {
		await new Promise<void>(resolve => {
			answer = resolve;
		});
		sendJson(response, {});
	});
	const transport = open({baseUrl: server.url, maxParallel: 1});
	const first = transport.send({method: 'GET', path: '/first'});
	await server.arrivals(1);
	const leaving = new AbortController();
	const left = failureOf(transport.send({method: 'GET', path: '/second', signal: leaving.signal}));
	leaving.abort();
	expect((await left).code).toBe('cancelled');
	answer();
	await first;
	expect(server.heard.map(({path}) => path)).toEqual(['/first']);
});

test('closing ends what is under way as cancelled', async () => {
	const server = await startLoopback(() => {});
	const transport = open({baseUrl: server.url});
	const asked = failureOf(transport.send({method: 'GET', path: '/'}));
	await server.arrivals(1);
	await transport.close();
	expect((await asked).code).toBe('cancelled');
	await transport.close();
});
