import {once} from 'node:events';
import {request as httpRequest} from 'node:http';
import {connect} from 'node:net';
import {hostname} from 'node:os';
import {expect, onTestFinished, test} from 'vitest';
import {AppError, errorCodes} from '../../source/domain/app-error.ts';
import {atMost} from '../../source/listen/at-most.ts';
import {type Listening, type ListenOptions, listen} from '../../source/listen/listen.ts';
import {jsonReply, textReply} from '../../source/listen/reply.ts';
import {errorReply} from '../../source/listen/status.ts';
import {failureOf} from '../helpers/errors.ts';

const start = async (options: Partial<ListenOptions> = {}): Promise<Listening & {bugs: unknown[]}> => {
	const bugs: unknown[] = [];
	const listening = await listen({
		host: '127.0.0.1',
		port: 0,
		hosts: [],
		answer: async ({parts}) => jsonReply(JSON.stringify(parts)),
		bug: error => bugs.push(error),
		...options,
	});
	onTestFinished(listening.close);
	return {...listening, bugs};
};

/** What comes back for these bytes, until the line is closed. */
const raw = async ({url}: Listening, bytes: string): Promise<string> => {
	const socket = connect(Number(new URL(url).port), '127.0.0.1');
	let text = '';
	socket.on('data', data => {
		text += data.toString();
	});
	socket.on('error', () => undefined);
	socket.write(bytes);
	await once(socket, 'close');
	return text;
};

/** The status for whoever calls it by this name. */
const statusFor = async ({url}: Listening, host: string): Promise<number | undefined> => {
	const {promise, resolve} = Promise.withResolvers<number | undefined>();
	httpRequest(url, {headers: {host}}, answer => {
		answer.resume();
		resolve(answer.statusCode);
	}).end();
	return await promise;
};

test('it answers, with headers that no page of the web can use', async () => {
	const listening = await start();
	const answer = await fetch(`${listening.url}/a/b`);
	expect(await answer.json()).toEqual(['a', 'b']);
	expect(Object.fromEntries(answer.headers)).toMatchObject({
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
		'content-type': 'application/json; charset=utf-8',
	});
	expect(answer.headers.get('access-control-allow-origin')).toBeNull();
	expect(answer.headers.get('x-powered-by')).toBeNull();
});

test('HEAD has the headers alone', async () => {
	const {url} = await start({answer: async () => textReply('číslo')});
	const answer = await fetch(url, {method: 'HEAD'});
	expect([answer.headers.get('content-length'), await answer.text()]).toEqual(['7', '']);
});

test('what changes anything is refused, and nothing is heard behind it', async () => {
	const {url} = await start();
	for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
		const answer = await fetch(url, {method, ...(method === 'OPTIONS' ? {} : {body: 'x'.repeat(100_000)})});
		expect([answer.status, answer.headers.get('connection')]).toEqual([405, 'close']);
	}
});

test('another name that points here gets nothing', async () => {
	expect(await statusFor(await start(), 'evil.example')).toBe(421);
	const everywhere = await start({host: '0.0.0.0', hosts: ['tautop.example']});
	const statuses = ['evil.example', 'tautop.example', 'localhost', hostname()].map(host => statusFor(everywhere, host));
	expect(await Promise.all(statuses)).toEqual([421, 200, 200, 200]);
});

test.each([
	['no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n\r\n', /^HTTP\/1\.1 400 /],
	['no host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
	[
		'headers without an end',
		`GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
		/^HTTP\/1\.1 431 /,
	],
	['a proxy request', 'GET http://evil.example/ HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n', / 400 /],
	['a body', 'GET / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\n\r\nhello', /^HTTP\/1\.1 413 /],
	['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nhost: localhost\r\n\r\n', /^$/],
])('%s ends with a refusal', async (_, bytes, expected) => {
	expect(await raw(await start(), bytes)).toMatch(expected);
});

test('a bug is told here, and not to whoever asked', async () => {
	const listening = await start({
		answer: async () => {
			throw new Error('secret of the house');
		},
	});
	const answer = await fetch(listening.url);
	expect(answer.status).toBe(500);
	expect(await answer.text()).not.toContain('secret');
	expect(listening.bugs).toHaveLength(1);
});

test('what takes too long is called off', async () => {
	const {url} = await start({
		withinMs: 20,
		answer: ({signal}) =>
			new Promise(resolve => signal.addEventListener('abort', () => resolve(textReply('too late')), {once: true})),
	});
	const answer = await fetch(url);
	expect(answer.status).toBe(504);
	expect(await answer.json()).toMatchObject({error: {code: 'timeout'}});
});

test('who leaves is not worked for any longer', async () => {
	const left = Promise.withResolvers<void>();
	const heard = Promise.withResolvers<void>();
	const {url} = await start({
		answer: ({signal}) =>
			new Promise(resolve => {
				heard.resolve();
				signal.addEventListener('abort', () => {
					left.resolve();
					resolve(textReply(''));
				});
			}),
	});
	const controller = new AbortController();
	const asked = fetch(url, {signal: controller.signal}).catch(() => undefined);
	await heard.promise;
	controller.abort();
	await left.promise;
	await asked;
});

test('an address that is taken, or not there, has a sentence and a remedy', async () => {
	const {url} = await start();
	const port = Number(new URL(url).port);
	expect(await failureOf(start({port}))).toMatchObject({
		code: 'busy',
		message: `Another program listens at 127.0.0.1:${port} already.`,
		hint: 'Set metrics.listen to another address, or end that program.',
	});
	expect(await failureOf(start({host: '203.0.113.7'}))).toMatchObject({code: 'busy'});
	expect(await failureOf(start({host: 'no-such-host.invalid'}))).toMatchObject({code: 'config'});
});

test('more at once than may be are sent away', async () => {
	const limited = atMost(1);
	const first = Promise.withResolvers<void>();
	const slow = limited(async () => {
		await first.promise;
		return textReply('first');
	});
	expect(await limited(async () => textReply('second'))).toMatchObject({status: 503, headers: {'retry-after': '1'}});
	first.resolve();
	expect((await slow).body).toBe('first');
	expect((await limited(async () => textReply('third'))).body).toBe('third');
});

test.each(errorCodes)('%s has a status, and no secret of how it came', code => {
	const reply = errorReply(new AppError(code, 'It failed.', {hint: 'Do this.', cause: new Error('deep')}));
	expect(reply.status).toBeGreaterThanOrEqual(400);
	expect(JSON.parse(reply.body)).toEqual({error: {code, message: 'It failed.', hint: 'Do this.'}});
});
