import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {AppError} from '../../../source/domain/app-error.ts';
import type {Notice, NoticeRule} from '../../../source/domain/notices.ts';
import type {Activity} from '../../../source/domain/session.ts';
import {startNotices} from '../../../source/open/notices/notices.ts';
import type {SourcesEvent} from '../../../source/questions/sources.ts';
import {openStore, type Store} from '../../../source/store/open.ts';
import {calm} from '../../ui/world.ts';

const t0 = 1_795_000_000;

let folder = '';
let store: Store;
beforeEach(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'tautop-notices-'));
	store = await openStore(path.join(folder, 'tautop.db'), {now: () => t0});
});
afterEach(() => {
	store.close();
	rmSync(folder, {recursive: true, force: true});
});

/** An engine with these rules; `isKeeper` may change. */
const engine = (rules: readonly NoticeRule[], given: {isKeeper?: () => boolean; held?: Store} = {}) => {
	const told: Notice[] = [];
	const failed: string[] = [];
	let at = t0;
	const notices = startNotices({
		config: {rules, everySeconds: 900, bell: true, desktop: true, run: null},
		server: null,
		clock: {now: () => at, milliseconds: seconds => seconds * 1000},
		isKeeper: given.isKeeper ?? (() => true),
		isListening: () => false,
		held: {current: () => given.held ?? store},
		emit: (event: SourcesEvent) => {
			if (event.type === 'notice') told.push(event.notice);
		},
		tell: () => undefined,
		log: {
			failed: (what, error) => {
				if (!given.held) expect(error).toBeUndefined();
				failed.push(what);
			},
			ran: () => undefined,
		},
	});
	return {
		notices,
		failed,
		words: () => told.map(({text}) => text),
		answer: (activity: Activity, seconds: number) => {
			at = t0 + seconds;
			return notices.note(Promise.resolve(activity));
		},
		fail: async (seconds: number, server: 'tautulli' | 'plex') => {
			at = t0 + seconds;
			const gone = new AppError('unreachable', 'Gone.', {server});
			await expect(notices.note(Promise.reject(gone))).rejects.toBe(gone);
		},
	};
};

const many: NoticeRule = {when: 'streams', above: 1, forSeconds: 0};
const lost: NoticeRule = {when: 'lost', above: null, forSeconds: 0};

test('what is told is an event, and the answer is passed on as it is', async () => {
	const {notices, words, answer} = engine([many]);
	expect(await answer(calm, 0)).toBe(calm);
	expect(words()).toEqual([`${calm.streamCount} streams at once, more than 1`]);
	expect(store.events.latest(5, 'notice')).toEqual([{at: t0, kind: 'notice', text: words()[0]}]);
	notices.stop();
});

test('what cannot be kept is told all the same, each once', async () => {
	const full = (): never => {
		throw new AppError('store', 'The disk is full.');
	};
	const held = {...store, meta: {...store.meta, saveNotices: full}, events: {...store.events, saveEvent: full}};
	const transcodes: NoticeRule = {when: 'transcodes', above: 0, forSeconds: 0};
	const {notices, words, answer, failed} = engine([many, transcodes], {held});
	await answer({...calm, transcodeCount: 2}, 0);
	await answer({...calm, transcodeCount: 2}, 60);
	expect(words()).toEqual([`${calm.streamCount} streams at once, more than 1`, '2 transcodes at once, more than 0']);
	expect(failed).toEqual(['what was told was not kept', 'an event was not noted', 'an event was not noted']);
	notices.stop();
});

test('an engine that takes over tells nothing again, and who keeps nothing tells nothing', async () => {
	const first = engine([lost]);
	await first.fail(0, 'plex');
	first.notices.stop();
	const second = engine([lost]);
	await second.fail(10, 'plex');
	await second.answer(calm, 100);
	second.notices.stop();
	expect([first.words(), second.words()]).toEqual([['Plex is away'], ['Plex is back, after 1 min']]);
	const apart = engine([lost], {isKeeper: () => false});
	await apart.fail(2000, 'tautulli');
	expect(apart.words()).toEqual([]);
	apart.notices.stop();
});

const endRun = (status: 'success' | 'error' | 'cancelled', reason: string | null): void => {
	const id = store.runs.saveStart({startedAt: t0, holder: 'cron', rotationId: null});
	store.runs.saveEnd({id, endedAt: t0, status, collected: 0, failed: 0, reason});
};

test('a run that fails is told, whoever ran it, but not one of before', () => {
	endRun('error', 'Long ago.');
	const {notices, words} = engine([{when: 'run-failed', above: null, forSeconds: 0}]);
	notices.stored();
	endRun('cancelled', 'By hand.');
	notices.stored();
	expect(words()).toEqual([]);
	endRun('error', 'Tautulli did not answer.');
	notices.stored();
	notices.stored();
	endRun('success', null);
	notices.stored();
	expect(words()).toEqual(['the run failed: Tautulli did not answer', 'a run went well again']);
	notices.stop();
});

test('more transcodes or a higher rate than ever seen is a record, where that is known', async () => {
	const record: NoticeRule = {when: 'record', above: null, forSeconds: 0};
	const activity = {...calm, transcodeCount: 4, bandwidthKbps: {total: 41_000, lan: 0, wan: 41_000}};
	const young = engine([record]);
	await young.answer(activity, 0);
	expect(young.words()).toEqual([]);
	young.notices.stop();
	const peak = {streams: 3, direct: 0, copied: 0, transcoded: 3, kbps: 38_000, lanKbps: 0, wanKbps: 38_000};
	const before = Math.floor(t0 / 60) - 5000;
	const minutes = Array.from({length: 4400}, (_, index) => ({...peak, minute: before + index}));
	store.saveSighting({streams: [], minutes}, 0);
	const old = engine([record]);
	await old.answer(activity, 0);
	await old.answer(activity, 1000);
	expect(old.words()).toEqual([
		'4 transcodes at once, the most ever; before: 3',
		'41.0 Mb/s go out, the most ever; before: 38.0',
	]);
	old.notices.noted({at: t0, kind: 'record', text: '9 streams at once'});
	expect(old.words()).toContain('9 streams at once');
	old.notices.stop();
});
