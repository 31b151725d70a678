import type {OutgoingHttpHeaders, ServerResponse} from 'node:http';
import {gzipSync} from 'node:zlib';
import type {Fault} from './fault-server.ts';

const json = {'content-type': 'application/json'};
const html = {'content-type': 'text/html; charset=utf-8'};

/** A whole answer. */
export const answer =
	(status: number, body: string | Uint8Array, headers: OutgoingHttpHeaders = json): Fault =>
	response => {
		response.writeHead(status, headers).end(body);
	};

/** A right answer in JSON. */
export const jsonAnswer = (value: unknown): Fault => answer(200, JSON.stringify(value));

/** Waits for the other side to go, then lets go too. */
const untilGone = (response: ServerResponse, stop: () => void): void => {
	response.once('close', stop);
};

/** Accepts and never answers. */
export const silence: Fault = () => {};

/** The head of an answer, then nothing more. */
export const headThenSilence: Fault = response => {
	response.writeHead(200, {...json, 'content-length': 1000}).flushHeaders();
};

/** One byte at a time, for ever. */
export const trickle =
	(everyMs = 1000): Fault =>
	response => {
		response.writeHead(200, {...json, 'content-length': 1_000_000}).flushHeaders();
		const timer = setInterval(() => response.write(' '), everyMs);
		untilGone(response, () => clearInterval(timer));
	};

/** Closes the connection without a word. */
export const hangUp: Fault = response => {
	response.destroy();
};

/** Bytes as they are, past node:http's care for right answers; then the connection ends. */
const raw =
	(bytes: string): Fault =>
	response => {
		response.socket?.end(bytes);
	};

/** Ends in the middle of a chunked body. */
export const cutBody: Fault = raw(
	'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{"response": {"r',
);

/** Promises more bytes than come. */
export const lengthTooLong: Fault = raw(
	'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"response": {}}',
);

/** No HTTP at all. */
export const notHttp: Fault = raw('SSH-2.0-OpenSSH_9.9\r\n');

let bomb: Buffer | undefined;

/** 100 kB that unpack to 100 MB. */
export const gzipBomb: Fault = response => {
	bomb ??= gzipSync(Buffer.alloc(100 * 1024 * 1024, ' '));
	response.writeHead(200, {...json, 'content-encoding': 'gzip'}).end(bomb);
};

/** A body without end, as fast as it is read. */
export const endlessBody: Fault = response => {
	const block = Buffer.alloc(65_536, ' ');
	response.writeHead(200, json);
	const pour = () => {
		while (!response.destroyed && response.write(block));
	};
	response.on('drain', pour);
	pour();
};

/** What a proxy in front answers instead of the API. */
export const loginPage: Fault = answer(200, '<!doctype html><title>Sign in</title><form method="post"></form>', html);

/** A page of nginx. */
export const proxyPage = (status: number): Fault =>
	answer(status, `<html><head><title>${status}</title></head><body><center>nginx</center></body></html>`, html);

/** Only a status, no body. */
export const status = (code: number): Fault => answer(code, '');

/** 429 with the pause that the server asks for. */
export const tooMany = (retryAfter: string): Fault => answer(429, '', {'retry-after': retryAfter});

/** To another place. */
export const redirect = (location: string, code = 302): Fault => answer(code, '', {location});

/** To itself, again and again. */
export const redirectLoop: Fault = (response, request) => {
	response.writeHead(302, {location: request.url}).end();
};

/** 200 and nothing. */
export const emptyBody: Fault = answer(200, '');
