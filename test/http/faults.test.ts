import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import net from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {expect, onTestFinished, test} from 'vitest';
import type {AppError} from '../../source/domain/app-error.ts';
import {hideSecrets} from '../../source/domain/text/secrets.ts';
import type {TransportOptions, TransportRequest} from '../../source/http/contract.ts';
import {type Certificate, selfSigned, signedBy} from '../helpers/certificate.ts';
import {everythingIn, failureOf} from '../helpers/errors.ts';
import {type Reply, sendJson, startLoopback} from '../helpers/loopback.ts';
import {open} from './open.ts';

const secret = 'canary/Key+0123456789abcdef';
const traces = [
	secret,
	encodeURIComponent(secret),
	Buffer.from(secret).toString('base64'),
	Buffer.from(secret).toString('hex'),
];

hideSecrets([secret]);

/** Asks with secrets in every place that can hold one; what fails must show none of them. */
const failWith = async (
	options: Partial<TransportOptions> & {baseUrl: string},
	request: Partial<TransportRequest> = {},
): Promise<AppError> => {
	const transport = open({headers: {'X-Plex-Token': secret}, timeoutSeconds: 2, ...options});
	const error = await failureOf(
		transport.send({method: 'POST', path: '/api/v2', query: {token: secret}, form: {apikey: secret}, ...request}),
	);
	for (const trace of traces) expect(everythingIn(error)).not.toContain(trace);
	expect(error.server).toBe(options.server ?? 'tautulli');
	return error;
};

const unusedPort = async (): Promise<number> => {
	const server = net.createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	return address !== null && typeof address === 'object' ? address.port : 0;
};

test('a refused connection is named with host and port', async () => {
	const port = await unusedPort();
	const error = await failWith({baseUrl: `http://127.0.0.1:${port}/secret-path`});
	expect(error.code).toBe('unreachable');
	expect(error.message).toBe(`Tautulli at 127.0.0.1:${port} refused the connection.`);
	expect(error.hint).toContain('tautulli.base_url');
});

test('a name that nobody knows', async () => {
	const error = await failWith({baseUrl: 'http://tautop.invalid:8181', server: 'plex'});
	expect(error.code).toBe('unreachable');
	expect(error.message).toContain('Plex at tautop.invalid:8181 could not be found');
});

test('a hang-up on http:// hints at https://', async () => {
	const server = await startLoopback((_, _response, socket) => void socket.destroy());
	const error = await failWith({baseUrl: server.url});
	expect(error.code).toBe('unreachable');
	expect(error.message).toContain('closed the connection');
	expect(error.hint).toContain('https://');
});

const slowness: Array<[string, Reply, string]> = [
	['never answers', () => {}, 'did not answer within 0.5 s.'],
	[
		'sends headers, then nothing',
		(_, response) => void response.writeHead(200, {'content-length': '10'}).flushHeaders(),
		'did not finish its answer within 0.5 s.',
	],
	[
		'sends its body bit by bit',
		(_, response) => {
			const timer = setInterval(() => response.write(' '), 5);
			response.on('close', () => clearInterval(timer));
		},
		'did not finish its answer within 0.5 s.',
	],
];

test.each(slowness)('a server that %s is a timeout', async (_, reply, words) => {
	const server = await startLoopback(reply);
	const error = await failWith({baseUrl: server.url, timeoutSeconds: 0.5}, {retries: 0});
	expect(error.code).toBe('timeout');
	expect(error.message).toContain(words);
});

const broken: Array<[string, Reply, string]> = [
	[
		'a body that is cut off',
		(_, response, socket) => void response.writeHead(200, {'content-length': '99'}).write('{', () => socket.destroy()),
		'broke off in the middle',
	],
	[
		'a packed body that is cut off',
		(_, response) =>
			void response.writeHead(200, {'content-encoding': 'gzip'}).end(gzipSync('{"a":1}').subarray(0, 12)),
		'broke off in the middle',
	],
	[
		'a body that is not packed as it says',
		(_, response) => void response.writeHead(200, {'content-encoding': 'gzip'}).end('plain'),
		'broke off in the middle',
	],
	[
		'an unknown packing',
		(_, response) => void response.writeHead(200, {'content-encoding': 'rot13'}).end('x'),
		'unknown way (rot13)',
	],
	['no HTTP at all', (_, _response, socket) => void socket.end('SSH-2.0-OpenSSH\r\n'), 'not HTTP'],
];

test.each(broken)('%s is a bad answer', async (_, reply, words) => {
	const server = await startLoopback(reply);
	const error = await failWith({baseUrl: server.url});
	expect(error.code).toBe('bad-answer');
	expect(error.message).toContain(words);
});

test('a small body that unpacks to 100 MB is stopped at the limit', async () => {
	const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024), {level: 9});
	const server = await startLoopback(
		(_, response) => void response.writeHead(200, {'content-encoding': 'gzip'}).end(bomb),
	);
	const error = await failWith({baseUrl: server.url, timeoutSeconds: 20});
	expect(error).toMatchObject({code: 'bad-answer'});
	expect(error.message).toContain('more than an answer can hold');
	expect(server.heard).toHaveLength(1);
});

test('a body larger than the request allows is stopped there', async () => {
	const server = await startLoopback((_, response) => sendJson(response, 'x'.repeat(2000)));
	expect((await failWith({baseUrl: server.url}, {maxBytes: 1000})).code).toBe('bad-answer');
});

test('a packed answer is unpacked, and asked for only where wanted', async () => {
	const server = await startLoopback(
		(_, response) => void response.writeHead(200, {'content-encoding': 'gzip'}).end(gzipSync('{"ü":1}')),
	);
	const transport = open({baseUrl: server.url});
	expect((await transport.send({method: 'GET', path: '/', gzip: true})).text).toBe('{"ü":1}');
	await transport.send({method: 'GET', path: '/'});
	expect(server.heard.map(({headers}) => headers['accept-encoding'])).toEqual(['gzip', undefined]);
});

test.each([
	['/tautulli/', 'redirects to /tautulli/', 'its path'],
	['/auth/login?next=x', 'redirects to /auth/login,', 'login page'],
	['https://auth.example.com/?rd=x', 'redirects to https://auth.example.com,', 'login page'],
	[`/back/${secret}`, 'redirects to /back/[secret]', 'its path'],
	['http://[', 'answers with a redirect (302)', 'its path'],
	['/\u00FF%1B[2J\u009B31m', 'redirects to /', 'its path'],
])('a redirect to %j is not followed', async (location, words, hint) => {
	const server = await startLoopback((_, response, socket) => {
		response.detachSocket(socket);
		socket.end(Buffer.from(`HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 2\r\n\r\nno`, 'latin1'));
	});
	const error = await failWith({baseUrl: server.url});
	expect(error.code).toBe('bad-answer');
	expect(error.message).toContain(words);
	expect(error.hint).toContain(hint);
	expect(server.heard).toHaveLength(1);
});

test('a redirect to another server never reaches it', async () => {
	const other = await startLoopback((_, response) => sendJson(response, {}));
	const server = await startLoopback((_, response) => void response.writeHead(307, {location: `${other.url}/x`}).end());
	expect((await failWith({baseUrl: server.url})).code).toBe('bad-answer');
	expect(other.heard).toEqual([]);
});

test('a redirect to https:// of the same host says so', async () => {
	const server = await startLoopback(
		(_, response) => void response.writeHead(301, {location: 'https://127.0.0.1/x'}).end(),
	);
	expect((await failWith({baseUrl: server.url})).hint).toBe('Put https:// in tautulli.base_url.');
});

const loopback = {dns: 'localhost', ip: [127, 0, 0, 1]};
const authority = selfSigned({names: {dns: 'authority'}});

const caFileOf = (certificate: Certificate): string => {
	const folder = mkdtempSync(path.join(tmpdir(), 'tautop-test-'));
	onTestFinished(() => rmSync(folder, {recursive: true}));
	const file = path.join(folder, 'ca.pem');
	writeFileSync(file, certificate.cert);
	return file;
};

const startTls = (certificate: Certificate) =>
	startLoopback((_, response) => sendJson(response, {}), {cert: certificate.cert, key: certificate.key});

test('an unknown authority: refused with words, let through by ca_file or by verify_tls: false', async () => {
	const server = await startTls(signedBy(authority, {names: loopback}));
	const error = await failWith({baseUrl: server.url});
	expect(error.code).toBe('unreachable');
	expect(error.message).toContain('no known authority has signed');
	expect(error.hint).toContain('tautulli.ca_file');
	expect(server.heard).toEqual([]);
	const trusting = open({baseUrl: server.url, caFile: caFileOf(authority)});
	expect((await trusting.send({method: 'GET', path: '/'})).status).toBe(200);
	const careless = open({baseUrl: server.url, verifyTls: false});
	expect((await careless.send({method: 'GET', path: '/'})).status).toBe(200);
	expect((await failWith({baseUrl: server.url})).code).toBe('unreachable');
});

test.each<[string, Certificate, string]>([
	['signed by itself', selfSigned({names: loopback}), 'no known authority has signed'],
])('a certificate %s', async (_, certificate, words) => {
	const server = await startTls(certificate);
	expect((await failWith({baseUrl: server.url})).message).toContain(words);
});

test.each<[string, Certificate, string, string]>([
	['that has expired', signedBy(authority, {names: loopback, until: '20210101000000Z'}), 'has expired', 'Renew'],
	['of the future', signedBy(authority, {names: loopback, from: '21990101000000Z'}), 'not valid yet', 'clocks'],
	['for another name', signedBy(authority, {names: {dns: 'x.plex.direct'}}), 'for another name', '*.plex.direct'],
	[
		'of Plex, for names that its address is part of',
		signedBy(authority, {names: {dns: '*.0a1b2c3d.plex.direct'}}),
		'for another name',
		'use https://127-0-0-1.0a1b2c3d.plex.direct:',
	],
])('a trusted certificate %s', async (_, certificate, words, hint) => {
	const server = await startTls(certificate);
	const error = await failWith({server: 'plex', baseUrl: server.url, caFile: caFileOf(authority)});
	expect(error.code).toBe('unreachable');
	expect(error.message).toContain(words);
	expect(error.hint).toContain(hint);
});

test('https:// to a port that speaks http', async () => {
	const server = await startLoopback((_, response) => sendJson(response, {}));
	const error = await failWith({baseUrl: server.url.replace('http:', 'https:')});
	expect(error.code).toBe('unreachable');
	expect(error.hint).toContain('http://');
});

test('http:// to a port that speaks https', async () => {
	const server = await startTls(selfSigned({names: loopback}));
	const error = await failWith({baseUrl: server.url.replace('https:', 'http:')});
	expect(error.code).toBe('unreachable');
	expect(error.hint).toContain('https://');
});
