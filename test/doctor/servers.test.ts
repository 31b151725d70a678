import {writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {ServerConfig} from '../../source/config/config.ts';
import {lookAtServer, type Said, type ServerLook} from '../../source/doctor/servers.ts';
import {AppError} from '../../source/domain/app-error.ts';
import {type Certificate, selfSigned, signedBy} from '../helpers/certificate.ts';
import {refusedUrl} from '../helpers/fault-server.ts';
import {sendText, startLoopback} from '../helpers/loopback.ts';
import {tempFolder} from '../helpers/temp-folder.ts';

const never = new AbortController().signal;
const now = (): number => Date.UTC(2026, 0, 15) / 1000;

const said: Said = {version: '2.17.2', ms: 12, more: []};

const looked = async (config: Partial<ServerConfig>, rest: Partial<ServerLook> = {}) =>
	await lookAtServer(
		{
			server: 'tautulli',
			config: {baseUrl: '', verifyTls: true, caFile: null, headers: {}, ...config},
			seconds: 20,
			ask: async () => said,
			aheadSeconds: () => 1,
			now,
			...rest,
		},
		never,
	);

const states = (found: Awaited<ReturnType<typeof looked>>): string[] =>
	found.map(({name, state}) => `${name} ${state}`);

const listening = async (tls?: {key: string; cert: string}): Promise<string> =>
	(await startLoopback((_, response) => sendText(response, 'text/plain', ''), tls)).url;

test('a well server, step by step', async () => {
	const found = await looked({baseUrl: await listening()});
	expect(states(found)).toEqual([
		'address well',
		'name well',
		'connection well',
		'API well',
		'key well',
		'version well',
		'clock well',
	]);
	expect(found.every(({section}) => section === 'tautulli')).toBe(true);
	expect(found.find(({name}) => name === 'connection')).toMatchObject({
		text: 'open to 127.0.0.1',
		ms: expect.any(Number),
	});
});

test('nobody listens: the connection is wrong, and nothing is asked', async () => {
	const found = await looked(
		{baseUrl: await refusedUrl()},
		{
			ask: async () => {
				throw new Error('it was asked');
			},
		},
	);
	expect(states(found)).toEqual(['address well', 'name well', 'connection wrong']);
	expect(found.at(-1)).toMatchObject({error: {code: 'unreachable'}, remedy: expect.stringContaining('running')});
});

test('a name that nobody knows', async () => {
	const found = await looked({baseUrl: 'http://no-such-host.invalid:8181'});
	expect(states(found)).toEqual(['address well', 'name wrong']);
	expect(found.at(-1)).toMatchObject({error: {code: 'unreachable'}});
});

test('a refused key: the API is well, the key is wrong, and the clock is told', async () => {
	const refused = new AppError('unauthorized', 'It refused the API key.', {hint: 'Copy it.', server: 'tautulli'});
	const baseUrl = await listening();
	const ask = async (): Promise<Said> => {
		throw refused;
	};
	const found = await looked({baseUrl}, {ask, aheadSeconds: () => 900});
	expect(states(found).slice(3)).toEqual(['API well', 'key wrong', 'clock warning']);
	expect(found.find(({name}) => name === 'clock')?.text).toBe('this machine is 15 min behind');
	expect(states(await looked({baseUrl}, {server: 'plex', ask})).at(-2)).toBe('token wrong');
});

test('another program, and a clock that nobody set', async () => {
	const stranger = new AppError('bad-answer', 'It is not Tautulli.', {server: 'tautulli'});
	const baseUrl = await listening();
	const found = await looked(
		{baseUrl},
		{
			ask: async () => {
				throw stranger;
			},
			aheadSeconds: () => null,
		},
	);
	expect(states(found).slice(3)).toEqual(['API wrong']);
	const years = await looked({baseUrl}, {aheadSeconds: () => -20 * 366 * 86_400});
	expect(years.at(-1)).toMatchObject({name: 'clock', state: 'wrong', error: {code: 'bad-answer'}});
});

test('who accepts and says nothing is late, and that is wrong', async () => {
	const server = createServer();
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void server.close());
	const address = server.address();
	const port = address !== null && typeof address === 'object' ? address.port : 0;
	const found = await looked(
		{baseUrl: `http://127.0.0.1:${port}`},
		{seconds: 0.05, ask: () => new Promise(() => undefined)},
	);
	expect(found.at(-1)).toMatchObject({name: 'API', state: 'wrong', error: {code: 'timeout'}});
});

describe('certificates', () => {
	const authority = selfSigned({names: {}});
	const names = {ip: [127, 0, 0, 1]};

	const certificate = async (shown: Certificate, config: Partial<ServerConfig> = {}) => {
		const caFile = path.join(tempFolder(), 'ca.pem');
		writeFileSync(caFile, authority.cert);
		const found = await looked({baseUrl: await listening(shown), caFile, ...config});
		return found.find(({name}) => name === 'certificate');
	};

	test('trusted, with its names and the days that are left', async () => {
		const shown = signedBy(authority, {names, until: '20280201000000Z'});
		expect(await certificate(shown)).toMatchObject({state: 'well', text: 'for 127.0.0.1, 747 d left'});
	});

	test('about to end', async () => {
		const until = '20280125000000Z';
		const shown = signedBy(authority, {names, until});
		const found = await looked(
			{baseUrl: await listening(shown), verifyTls: true, caFile: null},
			{now: () => Date.UTC(2028, 0, 20) / 1000},
		);
		// Nobody known has signed it here, which comes first.
		expect(found.at(-1)).toMatchObject({name: 'certificate', state: 'wrong'});
		const caFile = path.join(tempFolder(), 'ca.pem');
		writeFileSync(caFile, authority.cert);
		const trusted = await looked({baseUrl: await listening(shown), caFile}, {now: () => Date.UTC(2028, 0, 20) / 1000});
		expect(trusted.find(({name}) => name === 'certificate')).toMatchObject({
			state: 'warning',
			text: 'for 127.0.0.1, 5 d left',
			remedy: 'Renew it.',
		});
	});

	test('for another name', async () => {
		const found = await certificate(signedBy(authority, {names: {dns: 'tower.example'}}));
		expect(found).toMatchObject({state: 'wrong', error: {code: 'unreachable'}});
		expect(found?.text).toContain('shows a certificate for another name. It is for tower.example');
	});

	test('that has run out', async () => {
		const found = await certificate(signedBy(authority, {names, until: '20210101000000Z'}));
		expect(found).toMatchObject({state: 'wrong', error: {code: 'unreachable'}});
		expect(found?.text).toContain('has expired');
	});

	test('not checked: a warning', async () => {
		const found = await certificate(selfSigned({names}), {verifyTls: false, caFile: null});
		expect(found).toMatchObject({state: 'warning', remedy: expect.stringContaining('tautulli.ca_file')});
	});

	test('https where plain http answers', async () => {
		const url = (await listening()).replace('http:', 'https:');
		const found = await looked({baseUrl: url});
		expect(found.at(-1)).toMatchObject({
			name: 'certificate',
			state: 'wrong',
			remedy: expect.stringContaining('http://'),
		});
	});
});
