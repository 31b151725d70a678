import {expect, test} from 'vitest';
import {hideSecrets} from '../../source/domain/text/secrets.ts';
import {createTransport} from '../../source/http/transport.ts';
import {createTautulli} from '../../source/tautulli/create.ts';
import {everythingIn, failureOf} from '../helpers/errors.ts';
import {type Reply, sendJson, sendText, startLoopback} from '../helpers/loopback.ts';
import {apiKey, readRecording, startTautulli} from './recorded.ts';

hideSecrets([apiKey]);

const html = '<!doctype html><html><head><title>Sign in \u001B[31mhere</title></head><body></body></html>';

const wrong: Array<[string, Reply, string, string]> = [
	[
		'a login page with status 200',
		(_, response) => sendText(response, 'text/html', html),
		'bad-answer',
		'a web page ("Sign in here")',
	],
	[
		'HTML that calls itself JSON',
		(_, response) => sendText(response, 'application/json', html),
		'bad-answer',
		'web page',
	],
	[
		'Tautulli 2.17 at a path where its API is not',
		(_, response) => sendJson(response, {status: '403 Forbidden', message: 'Forbidden', error: true}, 403),
		'not-found',
		'does not have its API at that path (403)',
	],
	[
		'Plex, which refuses what has no token',
		(_, response) => sendText(response.setHeader('x-plex-protocol', '1.0'), 'text/html', html, 401),
		'not-found',
		'There is a Plex server at 127.0.0.1',
	],
	[
		'Plex behind a proxy that drops its headers',
		(_, response) =>
			sendText(
				response,
				'text/html',
				'<html><head><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>',
				401,
			),
		'not-found',
		'There is a Plex server at 127.0.0.1',
	],
	[
		'Plex while it starts',
		(_, response) =>
			sendText(response, 'text/xml', '<?xml version="1.0"?>\n<Response code="503" title="Maintenance"/>', 503),
		'not-found',
		'There is a Plex server at 127.0.0.1',
	],
	[
		'Plex that takes the question for its own',
		(_, response) => sendJson(response, {MediaContainer: {size: 0}}),
		'not-found',
		'There is a Plex server at 127.0.0.1',
	],
	['401 of a proxy', (_, response) => sendText(response, 'text/html', html, 401), 'unauthorized', '(401)'],
	['403 of a proxy', (_, response) => sendText(response, 'text/plain', 'no', 403), 'unauthorized', '(403)'],
	['404', (_, response) => sendText(response, 'text/html', html, 404), 'not-found', '(404)'],
	['500 without an envelope', (_, response) => sendJson(response, {error: true}, 500), 'server-error', '(500)'],
	['502 of a proxy', (_, response) => sendText(response, 'text/html', html, 502), 'server-error', '(502)'],
	['503 without a body', (_, response) => sendText(response, 'text/html', '', 503), 'server-error', '(503)'],
	['an empty body', (_, response) => sendText(response, 'application/json', ''), 'bad-answer', 'empty answer'],
	['null', (_, response) => sendJson(response, null), 'bad-answer', 'not Tautulli’s'],
	['an array', (_, response) => sendJson(response, []), 'bad-answer', 'not Tautulli’s'],
	['JSON of another program', (_, response) => sendJson(response, {hello: 1}), 'bad-answer', 'not Tautulli’s'],
	['half of a JSON', (_, response) => sendText(response, 'application/json', '{"response":'), 'bad-answer', 'not JSON'],
	[
		'success without data',
		(_, response) => sendJson(response, {response: {result: 'success', message: null}}),
		'bad-answer',
		'get_activity',
	],
	[
		'success with a list',
		(_, response) => sendJson(response, {response: {result: 'success', message: null, data: []}}),
		'bad-answer',
		'get_activity',
	],
	[
		'success with status 500',
		(_, response) => sendJson(response, {response: {result: 'success', message: null, data: {}}}, 500),
		'server-error',
		'get_activity',
	],
	[
		'an error that repeats the key',
		(_, response) =>
			sendJson(response, {response: {result: 'error', message: `No ${apiKey}\u001B[2J!`, data: {}}}, 400),
		'bad-answer',
		'No [secret]!',
	],
];

test.each(wrong)('%s', async (_, reply, code, words) => {
	const server = await startLoopback(reply);
	const transport = createTransport({
		server: 'tautulli',
		baseUrl: server.url,
		timeoutSeconds: 5,
		pause: async () => {},
	});
	const error = await failureOf(createTautulli({transport, apiKey, grouping: true}).getActivity());
	await transport.close();
	expect(error).toMatchObject({code, server: 'tautulli'});
	expect(error.message).toContain(words);
	expect(error.message).toContain(` at 127.0.0.1:${server.port}`);
	expect(everythingIn(error)).not.toContain(apiKey);
	expect(error.message).not.toMatch(/[\u0000-\u001F]/);
});

test('429 passes on how long to wait', async () => {
	const server = await startLoopback((_, response) => void response.writeHead(429, {'retry-after': '7'}).end());
	const transport = createTransport({server: 'tautulli', baseUrl: server.url, timeoutSeconds: 5});
	const error = await failureOf(createTautulli({transport, apiKey, grouping: true}).getActivity());
	await transport.close();
	expect(error).toMatchObject({code: 'server-error', retryAfterSeconds: 7});
	expect(server.heard).toHaveLength(1);
});

test.each([
	['error--wrong-apikey', 'refused the API key', 'tautulli.api_key'],
	['error--no-apikey', 'did not receive the API key', 'tautulli.api_key'],
	['error--api-disabled', 'switched off', 'Enable API'],
	['error--unknown-cmd', 'too old', 'Update'],
	['error--path-api-v1', 'not have its API at that address', 'tautulli.base_url'],
	['error--path-missing', '(404)', 'http://host:8181/tautulli'],
	['http_root--missing-prefix', '(404)', 'http://host:8181/tautulli'],
	['plex-down--get_collections_table', 'failed at get_activity', 'Plex may be away'],
])('%s says what to do', async (name, words, hint) => {
	const {client} = await startTautulli({'*': readRecording('small', name)});
	const error = await failureOf(client.getActivity());
	expect(error.message).toContain(words);
	expect(error.hint).toContain(hint);
	// The list of all commands that Tautulli repeats is of no use to anyone.
	expect(error.message.length).toBeLessThan(200);
});

test('a wrong field is named, its value is not', async () => {
	const {client} = await startTautulli({get_users: {data: [{user_id: 'many'}]}});
	const error = await failureOf(client.getUsers());
	expect(error.message).toMatch(/get_users that cannot be right at users\.0\.user_id: a number was expected/);
	expect(error.message).not.toContain('many');
});

test('an answer of another kind is told with what was expected, and what came', async () => {
	const {client} = await startTautulli({get_server_info: {data: 'none'}, server_status: {data: {connected: 'yes'}}});
	expect((await failureOf(client.getMachineIdentifier())).message).toContain(
		'get_server_info that cannot be right: Invalid input: expected object, received string.',
	);
	expect((await failureOf(client.getServerStatus())).message).toContain(
		'server_status that cannot be right at connected: Invalid input: expected boolean, received string.',
	);
});

test('an abort is cancelled, whatever the command', async () => {
	const {client} = await startTautulli({'*': readRecording('small', 'get_activity')});
	expect((await failureOf(client.getActivity(AbortSignal.abort()))).code).toBe('cancelled');
});
