import {expect, test} from 'vitest';
import {collect} from '../../source/commands/collect.ts';
import type {Flags} from '../../source/commands/command.ts';
import {AppError} from '../../source/domain/app-error.ts';
import type {CollectRequest, RunSummary} from '../../source/domain/run.ts';
import {fakeSettings, fakeSources, fakeSummary} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

const ending = (summary: Partial<RunSummary>) => fakeSources({collect: async () => ({...fakeSummary, ...summary})});
const failed = {collection: 'Heist', libraryName: null, ratingKey: null, reason: 'No collection has this title.'};

test.each<[readonly string[], Flags, Partial<CollectRequest>]>([
	[[], {}, {scope: 'promoted', names: []}],
	[[], {all: true}, {scope: 'all'}],
	[[], {promoted: true, rotationId: 7}, {scope: 'promoted', rotationId: 7}],
	[['Heist', '千と千尋'], {library: 'Movies'}, {names: ['Heist', '千と千尋'], library: 'Movies'}],
])('%j %j', async (args, flags, request) => {
	const asked: CollectRequest[] = [];
	const open = fakeSources({
		settings: async () => ({...fakeSettings, scope: 'promoted'}),
		collect: async wanted => {
			asked.push(wanted);
			return fakeSummary;
		},
	});
	expect((await runFake(collect, {args, flags, open})).code).toBe(0);
	expect(asked).toMatchObject([request]);
});

test('success as JSON', async () => {
	const {stdout} = await runFake(collect, {flags: {json: true}});
	expect(JSON.parse(stdout)).toEqual({
		status: 'success',
		collected: [{collection: '千と千尋の神隠し', plex_library: 'Movies', plays: 188, rating_key: 900_043}],
		failed: [],
		total_collections: 1,
		distinct_plays: null,
		matched_by_guid: null,
		reused_keys: null,
		adopted_plays: null,
		rekeyed_plays: null,
		orphan_plays: null,
	});
});

const mirrored = {
	distinctPlays: 1987,
	adoptedPlays: 3,
	matches: {byGuid: 12, reusedKeys: 1},
	lostKeys: {rekeyed: 20, orphans: 9, at: 1_795_377_000},
} as const;

test('what only the mirror knows stands at the end of the JSON', async () => {
	const {stdout} = await runFake(collect, {open: ending(mirrored), flags: {json: true}});
	const document = JSON.parse(stdout);
	expect(Object.entries(document).slice(-7)).toEqual([
		['total_collections', 1],
		['distinct_plays', 1987],
		['matched_by_guid', 12],
		['reused_keys', 1],
		['adopted_plays', 3],
		['rekeyed_plays', 20],
		['orphan_plays', 9],
	]);
});

test('distinct plays stand beside their sum in the text, with what the keys did not tell', async () => {
	const collected = [1500, 704].map(plays => ({collection: 'Heist', libraryName: 'Movies', plays, ratingKey: '1'}));
	const {stdout} = await runFake(collect, {open: ending({...mirrored, collected, totalCollections: 2}), tty: true});
	expect(stdout).toBe(
		[
			'Collected 2 of 2 collections.',
			'2\u2009204 plays in all, 1\u2009987 distinct. Beside them 3 adopted plays.',
			'12 plays of all time counted by guid: the title has another key now.',
			'1 play of all time left out: their key is another title’s now.',
			'9 plays of all time are of titles that Plex no longer has.',
			'',
		].join('\n'),
	);
	const none = {...mirrored, matches: {byGuid: 0, reusedKeys: 0}, lostKeys: null};
	expect((await runFake(collect, {open: ending(none), tty: true})).stdout.split('\n')).toHaveLength(3);
});

test('partial is 1, with what failed', async () => {
	const open = ending({
		status: 'partial',
		failed: [failed],
		totalCollections: 2,
		warnings: ['Promotion could not be read.'],
	});
	const json = await runFake(collect, {open, flags: {json: true}});
	expect(json.code).toBe(1);
	expect(json.stderr).toBe('tautop: Promotion could not be read.\n');
	expect(JSON.parse(json.stdout)).toMatchObject({
		status: 'partial',
		failed: [{collection: 'Heist', plex_library: null, rating_key: null, reason: 'No collection has this title.'}],
		total_collections: 2,
	});
	const text = await runFake(collect, {open, tty: true});
	expect(text.stdout).toBe('Collected 1 of 2 collections.\n✕ Heist: No collection has this title.\n');
});

test('error has the exit code of its trouble', async () => {
	const error = new AppError('unreachable', 'Plex is away.', {server: 'plex', hint: 'Start it.'}).toJSON();
	const open = ending({status: 'error', reason: 'Plex is away.', error, collected: [], totalCollections: 0});
	const {code, stdout, stderr} = await runFake(collect, {open, flags: {json: true}});
	expect({code, stderr}).toEqual({code: 69, stderr: 'tautop: Plex is away.\n  Start it.\n'});
	expect(JSON.parse(stdout)).toEqual({
		status: 'error',
		reason: 'Plex is away.',
		collected: [],
		failed: [],
		total_collections: 0,
		distinct_plays: null,
		matched_by_guid: null,
		reused_keys: null,
		adopted_plays: null,
		rekeyed_plays: null,
		orphan_plays: null,
	});
});

test('skipped is 0, with its reason', async () => {
	const open = ending({status: 'skipped', reason: 'Tautulli is disabled.', collected: [], totalCollections: 0});
	const json = await runFake(collect, {open, flags: {json: true}});
	expect(json.code).toBe(0);
	expect(JSON.parse(json.stdout)).toMatchObject({status: 'skipped', reason: 'Tautulli is disabled.'});
	expect((await runFake(collect, {open, tty: true})).stdout).toBe('Skipped. Tautulli is disabled.\n');
});

test.each([
	[new AppError('busy', 'Another run is going on.'), 75],
	[new AppError('cancelled', 'Cancelled; nothing was stored.'), 143],
	[new AppError('unauthorized', 'Tautulli refused the key.', {server: 'tautulli'}), 77],
] as const)('what could not begin is told in JSON: %s', async (error, code) => {
	const open = fakeSources({
		collect: async () => {
			throw error;
		},
	});
	const end = await runFake(collect, {open, flags: {json: true}, interruptedBy: () => 'SIGTERM'});
	expect({code: end.code, stderr: end.stderr}).toEqual({code, stderr: `tautop: ${error.message}\n`});
	expect(JSON.parse(end.stdout)).toEqual({
		status: 'error',
		reason: error.message,
		collected: [],
		failed: [],
		total_collections: 0,
		distinct_plays: null,
		matched_by_guid: null,
		reused_keys: null,
		adopted_plays: null,
		rekeyed_plays: null,
		orphan_plays: null,
	});
	expect(open.closed()).toBe(true);
});

const telling = () => {
	const open = fakeSources({
		collect: async () => {
			open.tell({step: 'listing', done: 0, total: null, label: 'Movies'});
			open.tell({step: 'collecting', done: 1, total: 36, label: '千と千尋の神隠し'});
			open.tell({step: 'collecting', done: 2, total: 36, label: 'x'.repeat(300)});
			return fakeSummary;
		},
	});
	return open;
};

test('progress is one line written over on a terminal', async () => {
	const {stderr, stdout} = await runFake(collect, {open: telling(), tty: true, columns: 30});
	const lines = stderr.split('\r').map(line => line.trimEnd());
	expect(lines).toEqual([
		'',
		'listing  Movies',
		'collecting 1 of 36  千と千尋…',
		'collecting 2 of 36  xxxxxxxx…',
		'',
		'',
	]);
	expect(stderr).not.toContain('\n');
	expect(stdout).toBe('Collected 1 of 1 collection.\n');
});

test('progress is a line a step to a pipe', async () => {
	expect((await runFake(collect, {open: telling()})).stderr).toBe('listing\ncollecting 1 of 36\n');
});
