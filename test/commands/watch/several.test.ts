import {expect, test} from 'vitest';
import {createAnswer} from '../../../source/commands/watch/answer.ts';
import {about} from '../../../source/commands/watch/journal.ts';
import type {Standing} from '../../../source/commands/watch/standing.ts';
import {readTarget} from '../../../source/listen/target.ts';
import type {Sources} from '../../../source/questions/sources.ts';
import {fakeNow, fakeSources} from '../../helpers/fake-sources.ts';
import {complaintsOf, hasPrometheus} from '../../helpers/real-prometheus.ts';

const healthy: Standing = {servers: {tautulli: null, plex: null}, local: null, engine: null, silentSeconds: 0};

const served = (name: string, standing: Standing, answers: Partial<Sources> = {}) => {
	const {sources, listen} = fakeSources(answers);
	return {name, sources, listen, standing: () => standing};
};

const cabinPlays: Partial<Sources> = {
	activity: async () => ({...(await fakeSources().sources.activity(null)), streamCount: 77}),
};

const answer = createAnswer({
	servers: [served('home', healthy), served('cabin', {...healthy, engine: {reason: 'The engine ended.'}}, cabinPlays)],
	now: () => fakeNow,
	users: false,
	version: '1.2.3',
});

const ask = async (url: string) => {
	const target = readTarget(url);
	if (!target) throw new Error(`${url} is no address`);
	return await answer({...target, accept: '', signal: new AbortController().signal});
};

const asked = async (url: string) => {
	const {status, body} = await ask(url);
	return {status, answer: JSON.parse(body)};
};

test('a view is that of the first server, or of the one that is named', async () => {
	expect((await asked('/api/now')).answer.stream_count).not.toBe(77);
	expect((await asked('/api/now?server=CABIN')).answer.stream_count).toBe(77);
	expect((await asked('/api/hours?server=cabin&days=7')).status).toBe(200);
});

test.each(['/api/now', '/health', '/metrics'])(
	'%s of a server that is not there says which one was meant',
	async path => {
		expect(await asked(`${path}?server=cabn`)).toMatchObject({
			status: 404,
			answer: {error: {code: 'not-found', hint: 'Did you mean cabin?'}},
		});
		expect((await asked(`${path}?server=zzzzzzzz`)).answer.error.hint).toBe('There is home, cabin.');
	},
);

test('health tells of all, each by its name', async () => {
	expect(await asked('/health')).toMatchObject({
		status: 503,
		answer: {
			ok: false,
			troubles: ['cabin: The engine ended.'],
			servers: [
				{name: 'home', ok: true, troubles: []},
				{name: 'cabin', ok: false, troubles: ['The engine ended.']},
			],
		},
	});
	expect(await asked('/health?server=home')).toMatchObject({status: 200, answer: {name: 'home', ok: true}});
});

test('metrics of all are one text, in which each metric has one head', async () => {
	const {body} = await ask('/metrics');
	const types = body.match(/^# TYPE .*$/gm) ?? [];
	expect(new Set(types).size).toBe(types.length);
	for (const name of ['home', 'cabin']) expect(body).toContain(`tautop_build_info{server="${name}"`);
	for (const line of body.split('\n').filter(text => text !== '' && !text.startsWith('#'))) {
		expect(line).toMatch(/\{server="(?:home|cabin)"[,}]/);
	}
	const one = await ask('/metrics?server=cabin');
	expect(one.body).not.toContain('server="home"');
});

test.skipIf(!hasPrometheus)('promtool finds nothing wrong with them, but that bits are no bytes', async () => {
	expect(complaintsOf(['check', 'metrics'], (await ask('/metrics')).body)).toEqual([
		'tautop_bandwidth_bits_per_second use base unit "bytes" instead of "bits"',
	]);
});

test('the list says how to choose', async () => {
	expect((await ask('/')).body).toContain('server=NAME, one of home, cabin.');
});

test('lines name the server', () => {
	const lines: string[] = [];
	const journal = ({text}: {readonly text: string}) => void lines.push(text);
	about('cabin', journal)({text: 'Tautulli answers.', isTrouble: false});
	about(null, journal)({text: 'Tautulli answers.', isTrouble: false});
	expect(lines).toEqual(['cabin: Tautulli answers.', 'Tautulli answers.']);
});
