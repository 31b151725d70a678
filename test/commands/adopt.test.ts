import {expect, test} from 'vitest';
import {adopt} from '../../source/commands/adopt.ts';
import {AppError} from '../../source/domain/app-error.ts';
import type {AdoptRequest} from '../../source/domain/plays/adoption.ts';
import {fakeNow, fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

const entry = {
	id: 1,
	set_aside_at: fakeNow - 86_401,
	reason: 'Tautulli watches another Plex server now.',
	plays: 48_210,
	matching: 41_002,
	overlapping: 12,
	adopted: 0,
	adding: 40_990,
};

test('JSON names every number, and null while nothing was asked for', async () => {
	const {code, stdout} = await runFake(adopt, {flags: {json: true}});
	expect(code).toBe(0);
	expect(JSON.parse(stdout)).toEqual({
		current: {plays: 2004, complete: true, rekeyed: 12, orphans: 1},
		histories: [{...entry, carried_over: null}],
	});
	const carried = await runFake(adopt, {flags: {json: true, yes: true}});
	expect(JSON.parse(carried.stdout)).toHaveProperty('histories', [{...entry, carried_over: 40_990}]);
});

test('csv and plain have a line for each history', async () => {
	const {stdout} = await runFake(adopt, {flags: {csv: true}});
	expect(stdout.split(/\r?\n/)[0]).toBe(
		'id,set_aside_at,reason,plays,matching,overlapping,adopted,adding,carried_over',
	);
	expect((await runFake(adopt)).stdout.split('\n')[1]?.split('\t')).toEqual([...Object.values(entry).map(String), '']);
});

test('it carries over only when asked to, all of them or one', async () => {
	const asked: AdoptRequest[] = [];
	const sources = fakeSources();
	const open = fakeSources({
		adopt: async request => {
			asked.push(request);
			return await sources.sources.adopt(request);
		},
	});
	await runFake(adopt, {open});
	await runFake(adopt, {open, flags: {yes: true}});
	await runFake(adopt, {open, args: ['3'], flags: {yes: true}});
	expect(asked).toEqual([
		{historyId: undefined, carryOver: false},
		{historyId: undefined, carryOver: true},
		{historyId: 3, carryOver: true},
	]);
});

test('the text after carrying over says how they are counted', async () => {
	const {stdout} = await runFake(adopt, {tty: true, flags: {yes: true}});
	expect(stdout).toContain('  carried over now: 40\u2009990\n');
	expect(stdout).toContain('adopted plays');
	expect(stdout).not.toContain('--yes');
});

test('no history set aside, none mirrored, no Plex', async () => {
	const none = fakeSources({adopt: async () => ({current: null, lostKeys: null, histories: []})});
	expect((await runFake(adopt, {tty: true, open: none})).stdout).toBe(
		'No current history has been read yet: tautop sync\n\nNo history was set aside.\n',
	);
	const current = {plays: 1, complete: false};
	const alone = fakeSources({adopt: async () => ({current, lostKeys: null, histories: []})});
	const {stdout} = await runFake(adopt, {tty: true, open: alone});
	expect(stdout).toContain('Current history  1 play, not complete yet: tautop sync\n');
	expect(stdout).toContain('without Plex');
});

test.each([
	[new AppError('not-found', 'No history that was set aside has the number 9.'), 1],
	[new AppError('busy', 'Another run is going on.'), 75],
	[new AppError('unreachable', 'Plex is away.', {server: 'plex'}), 69],
] as const)('%s is told on stderr', async (error, code) => {
	const open = fakeSources({adopt: () => Promise.reject(error)});
	expect(await runFake(adopt, {open})).toMatchObject({code, stdout: '', stderr: `tautop: ${error.message}\n`});
});

test('an id that is no number is a usage error', async () => {
	expect(await runFake(adopt, {args: ['old']})).toMatchObject({code: 2, opened: false});
});
