import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import {urlOf} from '../serve.ts';
import {type Answer, failure, type Json} from './answer.ts';
import {callApi} from './api.ts';
import type {Context} from './context.ts';

const apiType = 'application/json;charset=UTF-8';
const formType = 'application/x-www-form-urlencoded';
const longestBody = 1_000_000;

/** A form body; any other body is ignored. */
const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
	let text = '';
	for await (const chunk of request.setEncoding('utf8')) {
		text += chunk;
		if (text.length > longestBody) break;
	}
	return new URLSearchParams(request.headers['content-type']?.startsWith(formType) ? text : '');
};

const send = (response: ServerResponse, status: number, type: string, body: Json): void => {
	const text = JSON.stringify(body);
	response.writeHead(status, {
		'Content-Type': type,
		'Content-Length': Buffer.byteLength(text),
		'Set-Cookie': 'session_id=00000000000000000000000000000000demo; Max-Age=2592000; Path=/; HttpOnly',
	});
	response.end(text);
};

const envelope = ({result, message, data}: {result: string; message: string | null; data: Json}): Json => ({
	response: {result, message, data},
});

/** `server_status` and `status` are pages too: no key, no envelope. */
const barePage = (path: string, context: Context): Json | null => {
	if (path === '/status') return {result: 'success', message: 'Ok'};
	return path === '/server_status' ? {result: 'success', connected: !context.plexIsDown} : null;
};

const answerCall = async (apiKey: string, context: Context, url: URL, request: IncomingMessage): Promise<Answer> => {
	const form = request.method === 'POST' ? await readForm(request) : new URLSearchParams();
	return callApi(context, apiKey, new Map([...url.searchParams, ...form]));
};

const respond = async (
	apiKey: string,
	context: Context,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> => {
	const url = urlOf(request);
	const path = url.pathname;
	const page = barePage(path, context);
	if (path === '/api/v2' || path === '/api/v2/') {
		const answer = await answerCall(apiKey, context, url, request);
		send(response, answer.status, apiType, envelope(answer));
	} else if (path === '/api' || path === '/api/v1') {
		send(response, 200, apiType, envelope(failure(400, 'Please use the /api/v2 endpoint.')));
	} else if (page !== null) {
		send(response, 200, 'application/json', page);
	} else {
		const message = `The path '${path}' was not found.`;
		send(response, 404, 'application/json', {status: '404 Not Found', message, error: true});
	}
};

/** Answers as Tautulli 2.17 does. `contextNow` is asked once a request; a request that breaks off is dropped. */
export const tautulliListener =
	(apiKey: string, contextNow: () => Context): RequestListener =>
	(request, response) => {
		respond(apiKey, contextNow(), request, response).catch(() => response.destroy());
	};
