import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {metricsText} from '../../source/metrics/metrics-text.ts';
import {topics} from '../../source/metrics/registry.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {fakeSources} from '../helpers/fake-sources.ts';
import {linesOf, namesIn, scrape} from './scrape.ts';

const fails = async (): Promise<never> => {
	throw new AppError('unreachable', 'It is away.');
};

const all = {users: true};

test.each<[string, Partial<Sources>, readonly string[]]>([
	['activity', {activity: fails}, ['activity', 'user_streams']],
	['plays', {everPlayed: fails}, ['plays', 'users']],
	['collections', {board: fails}, ['collections', 'promotion', 'lift']],
	['promotion', {promotions: fails}, ['promotion']],
	['lift', {lift: fails}, ['lift']],
	['local', {local: fails}, ['local']],
	['runs', {runs: fails}, ['runs']],
])('where %s fails its metrics are not there, never zero, and the others are as they were', async (_, given, lost) => {
	const well = await scrape({}, all);
	const ill = await scrape(given, all);
	const gone = new Set(
		topics.filter(({name}) => lost.includes(name)).flatMap(({metrics}) => metrics.map(each => each.name)),
	);
	for (const name of namesIn(ill)) expect(gone).not.toContain(name);
	for (const name of namesIn(well)) {
		const isShared = name === 'tautop_question_answered' || name === 'tautop_left_out';
		if (!gone.has(name) && !isShared) expect(linesOf(ill, name)).toEqual(linesOf(well, name));
	}
	for (const {name} of topics)
		expect(ill).toContain(`tautop_question_answered{question="${name}"} ${lost.includes(name) ? 0 : 1}\n`);
});

test('a server that is away is told, and its numbers are not there', async () => {
	const error = new AppError('unreachable', 'It is away.').toJSON();
	const health = {ok: false, error, name: '', version: null, ms: null};
	const text = await scrape({
		ping: async ({server}) => ({health: server === 'plex' ? null : health, plexConnected: null}),
	});
	expect(linesOf(text, 'tautop_up')).toEqual(['tautop_up{server_kind="tautulli"} 0']);
	expect(linesOf(text, 'tautulli_up')).toEqual(['tautulli_up 0']);
	expect(namesIn(text)).not.toContain('tautop_server_response_seconds');
	expect(namesIn(text)).not.toContain('tautop_server_info');
});

test('a server that hangs is away, and the other one is not', async () => {
	const {sources} = fakeSources();
	const text = await scrape(
		{ping: (query, signal) => (query.server === 'plex' ? sources.ping(query, signal) : new Promise(() => undefined))},
		{withinMs: 50},
	);
	expect(linesOf(text, 'tautop_up')).toEqual([
		'tautop_up{server_kind="tautulli"} 0',
		'tautop_up{server_kind="plex"} 1',
	]);
});

test('a question that never ends costs its own metrics alone', async () => {
	const never = (): Promise<never> => new Promise(() => undefined);
	const text = await scrape({lift: never}, {withinMs: 1});
	expect(text).toContain('tautop_question_answered{question="lift"} 0\n');
});

test('a scrape that is given up ends', async () => {
	const controller = new AbortController();
	const text = metricsText(
		[{sources: fakeSources({lift: () => new Promise(() => undefined)}).sources, name: null}],
		{format: 'prometheus', users: false, withinMs: null},
		controller.signal,
	);
	controller.abort();
	await expect(text).rejects.toThrow();
});
