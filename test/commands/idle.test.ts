import {describe, expect, test} from 'vitest';
import {noStreak, streakAfter} from '../../source/commands/idle/streak.ts';
import {idle} from '../../source/commands/idle.ts';
import {AppError} from '../../source/domain/app-error.ts';
import type {Activity} from '../../source/domain/session.ts';
import {activityWith} from '../helpers/activity-with.ts';
import {fakeNow, fakeSession, fakeSources} from '../helpers/fake-sources.ts';
import {type FakeRun, runFake} from '../helpers/run-fake.ts';

const nobody = activityWith([]);
const marta = activityWith([fakeSession({})]);
const paused = activityWith([fakeSession({state: 'paused'})]);
const away = new AppError('unreachable', 'Tautulli does not answer.', {server: 'tautulli'});

/** Looks one after the other, the last one for ever; each pause takes as long as it says. */
const run = (looks: readonly (Activity | AppError)[], given: FakeRun = {}) => {
	let at = fakeNow;
	let next = 0;
	const activity = async (): Promise<Activity> => {
		const look = looks[Math.min(next, looks.length - 1)];
		next += 1;
		if (look instanceof AppError || look === undefined) throw look;
		return look;
	};
	return runFake(idle, {
		open: fakeSources({activity}),
		now: () => at,
		pause: async seconds => {
			at += seconds;
		},
		...given,
	});
};

describe('one look', () => {
	test('nobody is 0, somebody 1, with who and until when', async () => {
		expect(await run([nobody])).toMatchObject({code: 0, stdout: 'Nobody plays.\n'});
		expect(await run([marta])).toMatchObject({code: 1, stdout: 'Playing: marta until 22:01.\n'});
	});

	test('what is not known is never idle', async () => {
		expect(await run([away])).toMatchObject({code: 69, stdout: '', stderr: 'tautop: Tautulli does not answer.\n'});
		const unread = {...nobody, streamCount: 2};
		expect(await run([unread])).toMatchObject({code: 1, stdout: 'Playing: 2 more.\n'});
	});

	test('a paused stream plays, unless that is passed over', async () => {
		expect(await run([paused])).toMatchObject({code: 1, stdout: 'Playing: marta (paused).\n'});
		expect(await run([paused], {flags: {ignorePaused: true}})).toMatchObject({
			code: 0,
			stdout: 'Nobody plays; 1 paused.\n',
		});
	});

	test('--quiet says nothing, --json a document', async () => {
		expect(await run([marta], {flags: {quiet: true}})).toMatchObject({code: 1, stdout: '', stderr: ''});
		const {stdout} = await run([marta], {flags: {json: true}});
		expect(JSON.parse(stdout)).toMatchObject({idle: false, stream_count: 1, playing: [{user: 'marta'}]});
	});
});

describe('--wait', () => {
	test('waits until nobody plays', async () => {
		expect(await run([marta, marta, nobody], {flags: {wait: true}})).toMatchObject({
			code: 0,
			stdout: 'Nobody plays.\n',
			stderr: 'tautop: Playing: marta until 22:01.\n',
		});
	});

	test('--for is in a row: who came back and what was not known begin it anew', async () => {
		for (const between of [marta, away]) {
			let looks = 0;
			const end = await run([nobody, nobody, between, nobody], {
				flags: {wait: true, for: '10s', quiet: true},
				open: fakeSources({
					activity: async () => {
						looks += 1;
						if (looks !== 3) return nobody;
						if (between instanceof AppError) throw between;
						return between;
					},
				}),
			});
			expect({code: end.code, looks}).toEqual({code: 0, looks: 6});
		}
	});

	test('--timeout gives up: 1 while somebody plays or it was too short, 69 where nobody knows', async () => {
		const flags = {wait: true, timeout: '1m', for: '2m'};
		for (const timeout of ['1m', '60', ' 60s ']) {
			const given = {...flags, timeout};
			expect(await run([marta], {flags: given})).toMatchObject({code: 1, stdout: 'Playing: marta until 22:02.\n'});
		}
		expect(await run([nobody], {flags})).toMatchObject({
			code: 1,
			stdout: 'Nobody plays, but not for long enough yet.\n',
		});
		expect(await run([away], {flags})).toMatchObject({code: 69, stdout: ''});
	});

	test('a refused key ends it at once', async () => {
		const refused = new AppError('unauthorized', 'Tautulli refuses the key.', {server: 'tautulli'});
		expect(await run([refused], {flags: {wait: true}})).toMatchObject({code: 77, stdout: ''});
	});
});

test.each([
	[{for: '10m'}, '--for needs --wait.'],
	[{timeout: '10m'}, '--timeout needs --wait.'],
	[{wait: true, for: '10x'}, '--for must be a time.'],
	[{wait: true, for: 'soon'}, '--for must be a time.'],
])('%j is wrong', async (flags, sentence) => {
	expect(await run([nobody], {flags})).toMatchObject({code: 2, stdout: '', opened: false});
	expect((await run([nobody], {flags})).stderr).toContain(sentence);
});

test('a machine that slept knows nothing of that time', () => {
	const looks = [0, 5, 10, 3600, 3605].map(at => ({at, isIdle: true}));
	expect(looks.reduce(streakAfter, noStreak)).toEqual({since: 3600, last: 3605});
	expect(streakAfter({since: 100, last: 100}, {at: 90, isIdle: true})).toEqual({since: 90, last: 90});
});
