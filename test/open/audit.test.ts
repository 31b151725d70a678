import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {Graph} from '../../source/domain/plays/graph.ts';
import type {PlayCounts, PlaysQuery} from '../../source/domain/plays/plays.ts';
import {type Audit, createAudit} from '../../source/open/history/audit.ts';
import {fakeCount, fullCoverage} from '../helpers/fake-plays.ts';

const hours: PlaysQuery = {by: 'hour', split: 'media', window: {days: 30}, where: {}, measure: 'plays'};
const types: PlaysQuery = {...hours, by: 'date', split: 'decision', measure: 'duration'};

let at = 1000;
let audit: Audit;
let isQuiet = false;
let asked: string[] = [];
let synced: boolean[] = [];
let notes: string[] = [];
let ours = 5;
let theirs = 5;
let coverage = fullCoverage(at);
let fails: AppError | null = null;
/** What a sync makes of our number. */
let mend: (full: boolean) => void = () => undefined;

const answer = async (what: string): Promise<Graph> => {
	asked.push(what);
	if (fails) throw fails;
	return {categories: ['20'], series: [{name: what.startsWith('types') ? 'Direct Play' : 'TV', values: [theirs]}]};
};

const counts = (): PlayCounts => ({
	rows: ['episode', 'direct play'].map(kind => fakeCount({key: '20', kind, plays: ours, playedSeconds: ours})),
	total: {plays: ours, playedSeconds: ours, users: 1},
	names: 1,
	axis: ['20'],
	span: {from: 0, to: 0},
	mediaKinds: ['episode'],
	coverage,
});

beforeEach(() => {
	vi.useFakeTimers();
	[at, asked, synced, notes, ours, theirs, fails, mend] = [1000, [], [], [], 5, 5, null, () => undefined];
	coverage = fullCoverage(at);
	isQuiet = false;
	audit = createAudit({
		tautulli: {
			getPlaysByHourOfDay: ({days, yAxis}) => answer(`hours ${days} ${yAxis}`),
			getPlaysByDate: ({days, yAxis}) => answer(`days ${days} ${yAxis}`),
			getPlaysByStreamType: ({days, yAxis}) => answer(`types ${days} ${yAxis}`),
		},
		count: async () => counts(),
		sync: async full => {
			synced.push(full);
			mend(full);
			return true;
		},
		now: () => at,
		note: ({text}) => notes.push(text),
		isQuiet: () => isQuiet,
	});
});

afterEach(() => {
	audit.stop();
	vi.useRealTimers();
});

const minutes = async (count: number): Promise<void> => {
	for (let minute = 0; minute < count; minute++) {
		at += 60;
		await vi.advanceTimersByTimeAsync(60_000);
	}
};

test('nothing is asked while nobody looks, nor of what Tautulli cannot be asked', async () => {
	audit.shown({...hours, where: {user: [{id: '1', name: 'marta'}]}});
	audit.shown({...hours, window: {days: 0}});
	audit.shown({...hours, window: {days: 30, at: 900}});
	audit.shown({...hours, window: {from: '2026-11-01', to: '2026-11-02'}});
	audit.shown({...hours, measure: 'users'});
	audit.shown({...hours, by: 'user'});
	await minutes(3);
	expect(asked).toEqual([]);
	expect(audit.status()).toEqual({checkedAt: null, difference: null});
});

test('while nothing happens, one number in two minutes', async () => {
	isQuiet = true;
	for (let minute = 0; minute < 8; minute++) {
		audit.shown(hours);
		await minutes(1);
	}
	expect(asked).toHaveLength(4);
});

test('one number a minute, each in its turn, until it is shown no more', async () => {
	for (let minute = 0; minute < 4; minute++) {
		audit.shown(hours);
		audit.shown(types);
		await minutes(1);
	}
	expect(asked).toEqual(['hours 30 plays', 'types 30 duration', 'hours 30 plays', 'types 30 duration']);
	expect(audit.status()).toEqual({checkedAt: at, difference: null});
	await minutes(5);
	expect(asked.length).toBeLessThanOrEqual(6);
	expect([synced, notes]).toEqual([[], []]);
});

test('a play that ended just then is brought in, and nothing is told', async () => {
	theirs = 6;
	mend = () => {
		ours = 6;
	};
	audit.shown(hours);
	await minutes(1);
	expect(synced).toEqual([false]);
	expect(notes).toEqual([]);
	expect(audit.status()).toEqual({checkedAt: at, difference: null});
});

test('a difference that stays is told, everything is compared, and the number is asked again', async () => {
	theirs = 6;
	mend = full => {
		if (full) ours = 6;
	};
	audit.shown(hours);
	await minutes(1);
	expect(synced).toEqual([false, true]);
	expect(notes).toEqual([
		'A number differs: TV, 20: Tautulli counts 6 plays, the mirror 5. All of the history is compared.',
		'The comparison mended it.',
	]);
	expect(audit.status().difference).toBeNull();
});

test('what not even that mends stands in the status, and everything is read again once an hour at most', async () => {
	theirs = 6;
	for (let minute = 0; minute < 3; minute++) {
		audit.shown(hours);
		await minutes(1);
	}
	expect(synced).toEqual([false, true, false, false]);
	expect(notes).toHaveLength(2);
	expect(audit.status()).toEqual({
		checkedAt: at,
		difference: 'TV, 20: Tautulli counts 6 plays, the mirror 5',
	});
});

test('what is not mirrored yet is no difference, and a server that is away no news', async () => {
	theirs = 6;
	coverage = {...fullCoverage(at), knownFrom: 900};
	audit.shown(hours);
	await minutes(1);
	coverage = fullCoverage(at);
	fails = new AppError('unreachable', 'Gone.', {server: 'tautulli'});
	audit.shown(hours);
	await minutes(1);
	expect([asked, synced, notes]).toEqual([['hours 30 plays'], [], []]);
});
