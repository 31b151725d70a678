import {expect, test} from 'vitest';
import {commandEntries, findCommand} from '../../../source/commands/index.ts';
import {createAnswer} from '../../../source/commands/watch/answer.ts';
import {AppError} from '../../../source/domain/app-error.ts';
import {type Asked, type Listening, listen} from '../../../source/listen/listen.ts';
import {readTarget} from '../../../source/listen/target.ts';
import type {Sources} from '../../../source/questions/sources.ts';
import {allViews} from '../../../source/views/index.ts';
import {fakeNow, fakeSources} from '../../helpers/fake-sources.ts';
import {runFake} from '../../helpers/run-fake.ts';

const views = allViews();

const standing = () => ({servers: {tautulli: null, plex: null}, local: null, engine: null, silentSeconds: null});

const answerOf = (answers: Partial<Sources> = {}) => {
	const {sources, listen: hear} = fakeSources(answers);
	return createAnswer({
		servers: [{name: null, sources, listen: hear, standing}],
		now: () => fakeNow,
		users: false,
		version: '1.2.3',
	});
};

const asked = (url: string, accept = ''): Asked => {
	const target = readTarget(url);
	if (!target) throw new Error(`${url} is no address`);
	return {...target, accept, signal: new AbortController().signal};
};

const ask = async (url: string, answers: Partial<Sources> = {}) => {
	const {status, body, headers} = await answerOf(answers)(asked(url));
	return {status, headers, answer: JSON.parse(body)};
};

/** What a view needs to be asked with. */
const argumentsOf = (name: string): readonly string[] =>
	({
		user: ['marta'],
		title: ['key:1023'],
		play: ['90'],
		day: ['2026-11-22'],
		stream: ['7'],
		collection: ['key:900042'],
	})[name] ?? [];

test.each(views.map(({name}) => name))('/api/%s is what the command prints as JSON', async name => {
	const command = await findCommand(name);
	if (!command) throw new Error('no such command');
	const args = argumentsOf(name);
	const {stdout, stderr} = await runFake(command, {args, flags: {json: true}});
	const path = ['api', name, ...args].map(encodeURIComponent).join('/');
	const {status, answer} = await ask(`/${path}`);
	expect({status, answer}).toEqual({status: 200, answer: JSON.parse(stdout || `"${stderr}"`)});
});

test('flags are parameters', async () => {
	const command = await findCommand('users');
	if (!command) throw new Error('no such command');
	const flags = {days: 7, user: ['marta'], reverse: true, limit: 1, yAxis: 'duration', json: true};
	const {stdout} = await runFake(command, {flags});
	const {answer} = await ask('/api/users?days=7&user=marta&reverse&limit=1&y-axis=duration');
	expect(answer).toEqual(JSON.parse(stdout));
	expect((await ask('/api/users?reverse=false')).status).toBe(200);
});

test.each<readonly [string, string]>([
	['/api/hours?dys=7', 'Did you mean days?'],
	['/api/hours?days=x', '--days N'],
	['/api/hours?days=1&days=2', 'Leave one of them out.'],
	['/api/hours?user=', 'user=VALUE'],
	['/api/hours?days=7&from=2026-11-01', 'Ask for the last days'],
	['/api/users?reverse=perhaps', 'Write reverse=true'],
	['/api/users?sort=colour', 'Without it'],
	['/api/users/marta', 'Usage'],
	['/api/user', 'Usage'],
	...['json', 'csv', 'html', 'config', 'demo', 'help', 'log-level', 'version', '__proto__', '--json'].map(
		name => [`/api/status?${name}=x`, 'It takes: nothing.'] as const,
	),
])('%s is a wrong question', async (url, hint) => {
	const {status, answer} = await ask(url);
	expect(status).toBe(400);
	expect(answer.error.code).toBe('usage');
	expect(answer.error.hint).toContain(hint);
});

test('what is no view is not there, orders neither', async () => {
	const viewNames = new Set(views.map(({name}) => name));
	const others = commandEntries.map(({name}) => name).filter(name => !viewNames.has(name));
	expect(others).toContain('collect');
	for (const name of [...others, 'nothing', 'constructor']) {
		expect((await ask(`/api/${name}`)).status).toBe(404);
	}
	for (const path of ['/api', '/api/', '/nothing', '/metrics/x', '/health/x', '/favicon.ico']) {
		expect((await ask(path)).status).toBe(404);
	}
});

test('a server that is away is not the asker’s fault', async () => {
	const away = async () => {
		throw new AppError('unreachable', 'Tautulli is away.', {server: 'tautulli', retryAfterSeconds: 12});
	};
	expect(await ask('/api/now', {activity: away})).toMatchObject({status: 502, answer: {error: {code: 'unreachable'}}});
	const waiting = async () => {
		throw new AppError('waiting', 'The mirror is being filled.', {retryAfterSeconds: 12});
	};
	expect(await ask('/api/hours', {plays: waiting})).toMatchObject({status: 503, headers: {'retry-after': '12'}});
});

test('the list has every view', async () => {
	const {status, body} = await answerOf()(asked('/'));
	expect(status).toBe(200);
	for (const {name, summary} of views)
		expect(body).toMatch(new RegExp(`^/api/${name}\\b.* ${summary.slice(0, 20)}`, 'm'));
});

test('metrics are in the form that the scraper takes', async () => {
	const plain = await answerOf()(asked('/metrics', 'text/plain'));
	expect(plain).toMatchObject({status: 200, type: 'text/plain; version=0.0.4; charset=utf-8'});
	const open = await answerOf()(asked('/metrics', 'application/openmetrics-text;version=1.0.0,text/plain;q=0.5'));
	expect(open.type).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
	expect(open.body).toMatch(/# EOF\n$/);
});

test('over a real line, every view', async () => {
	const listening: Listening = await listen({
		host: '127.0.0.1',
		port: 0,
		hosts: [],
		answer: answerOf(),
		bug: error => expect.fail(String(error)),
	});
	try {
		for (const {name} of views) {
			const path = ['api', name, ...argumentsOf(name)].map(encodeURIComponent).join('/');
			const answer = await fetch(`${listening.url}/${path}`);
			expect([name, answer.status, typeof (await answer.json())]).toEqual([name, 200, 'object']);
		}
	} finally {
		listening.close();
	}
});
