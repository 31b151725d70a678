import {expect, test} from 'vitest';
import {hideSecrets} from '../../source/domain/text/secrets.ts';
import {everythingIn, failureOf} from '../helpers/errors.ts';
import {type Reply, sendJson, sendText, startLoopback} from '../helpers/loopback.ts';
import {startPlex, token} from './start.ts';

hideSecrets([token]);

const page = (words: string): string =>
	`<html><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`;
const maintenance =
	'<?xml version="1.0" encoding="UTF-8"?><Response code="503" title="Maintenance" status="Plex Media Server is currently running database migrations."/>';

const faults: Array<[string, Reply, string, string, string]> = [
	[
		'a refused token',
		(_, response) => sendText(response, 'text/html', page('Unauthorized'), 401),
		'unauthorized',
		'(401)',
		'plex.token',
	],
	[
		'a token of somebody else',
		(_, response) => sendText(response, 'text/html', page('Forbidden'), 403),
		'unauthorized',
		'(403)',
		'owner',
	],
	[
		'a library that is gone',
		(_, response) => sendText(response, 'text/html', page('404'), 404),
		'not-found',
		'(404)',
		'gone',
	],
	[
		'Tautulli in its place',
		(_, response) =>
			sendJson(response, {status: '404 Not Found', message: 'The path was not found.', error: true}, 404),
		'not-found',
		'There is a Tautulli at 127.0.0.1',
		'plex.base_url',
	],
	[
		'pages of Tautulli in its place',
		(_, response) => sendText(response.setHeader('server', 'CherryPy/18.10.0'), 'text/html', page('Home'), 200),
		'not-found',
		'There is a Tautulli at 127.0.0.1',
		'tautulli.base_url',
	],
	['a bad question', (_, response) => sendText(response, 'text/html', page('400'), 400), 'bad-answer', '(400)', ''],
	[
		'maintenance',
		(_, response) => sendText(response, 'text/xml', maintenance, 503),
		'server-error',
		'is starting',
		'database migrations',
	],
	[
		'another 503',
		(_, response) => sendText(response, 'text/html', page('busy'), 503),
		'server-error',
		'(503)',
		'overloaded',
	],
	[
		'502 of a proxy',
		(_, response) => sendText(response, 'text/html', page('nginx'), 502),
		'server-error',
		'(502)',
		'proxy',
	],
	[
		'XML where JSON was asked for',
		(_, response) => sendText(response, 'text/xml', '<?xml version="1.0"?><MediaContainer size="0"/>'),
		'bad-answer',
		'XML',
		'Accept',
	],
	['a login page', (_, response) => sendText(response, 'text/html', page('Log in')), 'bad-answer', '"Log in"', 'proxy'],
	[
		'a redirect to plex.tv',
		(_, response) => void response.writeHead(302, {location: 'https://app.plex.tv/desktop'}).end(),
		'bad-answer',
		'https://app.plex.tv',
		'proxy',
	],
	['an empty body', (_, response) => sendText(response, 'application/json', ''), 'bad-answer', 'empty', ''],
	['null', (_, response) => sendJson(response, null), 'bad-answer', '/library/sections', ''],
	['an array', (_, response) => sendJson(response, []), 'bad-answer', '/library/sections', ''],
	[
		'an object where a list was due',
		(_, response) => sendJson(response, {MediaContainer: {size: 1, Directory: {}}}),
		'bad-answer',
		'/library/sections',
		'',
	],
	[
		'an entry without a key',
		(_, response) => sendJson(response, {MediaContainer: {size: 1, Directory: [{title: 'x'}]}}),
		'bad-answer',
		'0.key: an id was expected',
		'',
	],
	[
		'a cut connection',
		(_, response, socket) => void response.writeHead(200, {'content-length': '99'}).write('{', () => socket.destroy()),
		'bad-answer',
		'broke off',
		'',
	],
	[
		'an answer that echoes the token',
		(_, response) => sendText(response, 'text/html', page(`no ${token}`)),
		'bad-answer',
		'no [secret]',
		'',
	],
];

test.each(faults)('%s', async (_, reply, code, words, hint) => {
	const {client, server} = await startPlex(reply);
	const error = await failureOf(client.getSections());
	expect(error).toMatchObject({code, server: 'plex'});
	expect(error.message).toContain(words);
	expect(error.message).toContain(` at 127.0.0.1:${server.port}`);
	expect(error.hint ?? '').toContain(hint);
	expect(everythingIn(error)).not.toContain(token);
	expect(server.heard.map(({url}) => url).join()).not.toContain(token);
});

test('a slow answer is a timeout', async () => {
	const {client} = await startPlex(() => {}, {timeoutSeconds: 0.05});
	expect((await failureOf(client.getSections())).code).toBe('timeout');
});

test('a refused token is found by ping although identity answers', async () => {
	const {client} = await startPlex((heard, response) =>
		heard.path === '/identity'
			? sendJson(response, {MediaContainer: {size: 0, machineIdentifier: 'a', version: '1'}})
			: sendText(response, 'text/html', page('Unauthorized'), 401),
	);
	expect((await failureOf(client.ping())).code).toBe('unauthorized');
});

test('refused promotions are unauthorized, not "never promoted"', async () => {
	const {client, server} = await startPlex((_, response) => sendText(response, 'text/html', page('Forbidden'), 403));
	expect((await failureOf(client.getPromotions('1'))).code).toBe('unauthorized');
	expect(server.heard).toHaveLength(1);
});

test('the token never follows a redirect', async () => {
	const other = await startLoopback((_, response) => sendJson(response, {}));
	const {client} = await startPlex((_, response) => void response.writeHead(301, {location: other.url}).end());
	expect((await failureOf(client.getSections())).code).toBe('bad-answer');
	expect(other.heard).toEqual([]);
});
