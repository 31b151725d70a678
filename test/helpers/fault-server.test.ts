import {request} from 'node:http';
import {gunzipSync} from 'node:zlib';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {type FaultServer, refusedUrl, startFaultServer} from './fault-server.ts';
import * as faults from './faults.ts';

let server: FaultServer;

beforeEach(async () => {
	server = await startFaultServer(faults.jsonAnswer({ok: true}));
});

afterEach(() => server.close());

/** A plain request that follows nothing and unpacks nothing. */
const ask = (url: string, body = ''): Promise<{status: number; headers: Record<string, unknown>; body: Buffer}> =>
	new Promise((resolve, reject) => {
		const sent = request(url, {method: body ? 'POST' : 'GET', agent: false}, response => {
			const chunks: Buffer[] = [];
			response.on('data', chunk => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () =>
				resolve({status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks)}),
			);
		});
		sent.on('error', reject);
		sent.end(body);
	});

test('requests are kept whole, in their order', async () => {
	await ask(`${server.url}/one?a=1`);
	await ask(`${server.url}/two`, 'key=value');
	await server.arrived(2);
	expect(server.requests.map(({method, url, body}) => [method, url, body])).toEqual([
		['GET', '/one?a=1', ''],
		['POST', '/two', 'key=value'],
	]);
	expect(server.mostAtOnce()).toBe(1);
});

test('the script goes on with each request, and its last step stays', async () => {
	server.play(faults.status(503), faults.tooMany('7'), faults.jsonAnswer({}));
	const answers = [await ask(server.url), await ask(server.url), await ask(server.url), await ask(server.url)];
	expect(answers.map(answer => answer.status)).toEqual([503, 429, 200, 200]);
	expect(answers[1]?.headers['retry-after']).toBe('7');
});

test.each([
	['silence', faults.silence],
	['headThenSilence', faults.headThenSilence],
	['trickle', faults.trickle(1)],
	['endlessBody', faults.endlessBody],
])('%s never ends by itself', async (_, fault) => {
	server.play(fault);
	const outcome = ask(server.url).then(
		() => 'answered',
		() => 'broken off',
	);
	await server.arrived(1);
	await server.close();
	expect(await outcome).toBe('broken off');
});

test.each([
	['hangUp', faults.hangUp],
	['cutBody', faults.cutBody],
	['lengthTooLong', faults.lengthTooLong],
	['notHttp', faults.notHttp],
])('%s is an error of the connection', async (_, fault) => {
	server.play(fault);
	await expect(ask(server.url)).rejects.toThrow();
});

test('redirects say where to', async () => {
	server.play(faults.redirect('http://elsewhere.invalid/'), faults.redirectLoop);
	expect((await ask(server.url)).headers.location).toBe('http://elsewhere.invalid/');
	expect((await ask(`${server.url}/again`)).headers.location).toBe('/again');
});

test('the bomb is small and unpacks to 100 MB', async () => {
	server.play(faults.gzipBomb);
	const {body, headers} = await ask(server.url);
	expect(headers['content-encoding']).toBe('gzip');
	expect(body.length).toBeLessThan(200_000);
	expect(gunzipSync(body).length).toBe(104_857_600);
});

test('nobody listens at the refused address', async () => {
	await expect(ask(await refusedUrl())).rejects.toMatchObject({code: 'ECONNREFUSED'});
});
