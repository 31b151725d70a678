import {expect, test} from 'vitest';
import type {Activity, Session} from '../../source/domain/session.ts';
import {createRecorder} from '../../source/open/memory/record-streams.ts';
import type {Store} from '../../source/store/open.ts';
import {fakeSession} from '../helpers/fake-sources.ts';
import {noon, openAt, tempStore} from '../helpers/temp-store.ts';

/** The first second of a minute. */
const start = noon - (noon % 60);

const watching = (...sessions: Session[]): Activity => ({
	streamCount: sessions.length,
	directPlayCount: sessions.filter(({transcodeDecision}) => transcodeDecision === 'direct play').length,
	directStreamCount: 0,
	transcodeCount: sessions.filter(({transcodeDecision}) => transcodeDecision === 'transcode').length,
	bandwidthKbps: {total: sessions.length * 1000, lan: 0, wan: sessions.length * 1000},
	sessions,
});

/** A recorder with its clock, on a store that counts its writes. */
const recording = (store: Store) => {
	const state = {at: start, isListening: false, writes: 0, isFull: false, forgets: 0};
	const recorder = createRecorder({
		now: () => state.at,
		save: (sighting, forgetBefore) => {
			if (state.isFull) throw new Error('The disk is full.');
			state.writes += 1;
			state.forgets = forgetBefore;
			store.saveSighting(sighting, forgetBefore);
		},
		isListening: () => state.isListening,
		keepDays: 400,
	});
	/** An answer at a second from the start. */
	const answer = (second: number, ...sessions: Session[]): void => {
		state.at = start + second;
		recorder.answered(watching(...sessions));
	};
	const tick = (second: number): void => {
		state.at = start + second;
		recorder.tick();
	};
	return {recorder, state, answer, tick};
};

const streams = (store: Store) =>
	store.streams
		.seenBetween(start - 3600, start + 86_400, 100)
		.map(({sessionKey, firstSeen, lastSeen, endedAt}) => [
			sessionKey,
			firstSeen - start,
			lastSeen - start,
			endedAt === null ? null : endedAt - start,
		]);

/** Minutes from the start, with their streams. */
const minutes = (store: Store) =>
	store.minutes.between(start / 60, start / 60 + 1440).map(({minute, streams: most}) => [minute - start / 60, most]);

const marta = fakeSession({sessionKey: '1', userId: 1});
const otto = fakeSession({sessionKey: '2', userId: 2});

test('a stream is there at first sight, and its end when it is gone', () => {
	const {store} = tempStore();
	const {answer} = recording(store);
	answer(0, marta);
	expect(streams(store)).toEqual([['1', 0, 0, null]]);
	answer(5, marta);
	answer(8);
	expect(streams(store)).toEqual([['1', 0, 5, 8]]);
});

test('between its ends it is written every ten seconds', () => {
	const {store} = tempStore();
	const {answer, state} = recording(store);
	for (let second = 0; second < 60; second += 5) answer(second, marta);
	expect(state.writes).toBe(6);
	expect(streams(store)).toEqual([['1', 0, 50, null]]);
});

test('a kill costs ten seconds, and whoever starts then goes on with the same stream', () => {
	const {store, file} = tempStore();
	const killed = recording(store);
	for (let second = 0; second <= 24; second += 4) killed.answer(second, marta, otto);
	const after = recording(openAt(file));
	after.answer(40, marta);
	after.answer(50, marta);
	after.answer(55);
	expect(streams(store)).toEqual([
		['1', 0, 50, 55],
		['2', 0, 24, null],
	]);
});

test('two at once keep each stream and each minute once', () => {
	const {store, file} = tempStore();
	const [one, two] = [recording(store), recording(openAt(file))];
	for (let second = 0; second < 180; second += 5) {
		one.answer(second, marta, otto);
		two.answer(second + 2, marta, otto);
	}
	one.answer(180);
	two.answer(182);
	expect(streams(store).map(([key, first, last]) => [key, first, last])).toEqual([
		['2', 0, 177],
		['1', 0, 177],
	]);
	expect(minutes(store)).toEqual([
		[0, 2],
		[1, 2],
		[2, 2],
		[3, 0],
	]);
});

test('one that could not be read has not ended', () => {
	const {store} = tempStore();
	const {answer, recorder, state} = recording(store);
	answer(0, marta, otto);
	state.at = start + 5;
	recorder.answered({...watching(marta), streamCount: 2});
	recorder.flush();
	expect(streams(store).map(stream => stream[3])).toEqual([null, null]);
});

test('what a full disk refused is written with the next look', () => {
	const {store} = tempStore();
	const {answer, recorder, state} = recording(store);
	state.isFull = true;
	expect(() => answer(0, marta)).toThrow();
	expect(() => answer(65, marta)).toThrow();
	state.isFull = false;
	answer(70, marta);
	recorder.flush();
	expect(streams(store)).toEqual([['1', 0, 70, null]]);
	expect(minutes(store)).toEqual([
		[0, 1],
		[1, 1],
	]);
});

test('a minute without an answer is absent', () => {
	const {store} = tempStore();
	const {answer, tick, recorder} = recording(store);
	answer(0);
	for (let second = 5; second < 180; second += 5) tick(second);
	answer(180);
	recorder.flush();
	expect(minutes(store)).toEqual([
		[0, 0],
		[3, 0],
	]);
});

test('while Plex would say if a stream began, a minute without an answer has none', () => {
	const {store} = tempStore();
	const {answer, tick, recorder, state} = recording(store);
	state.isListening = true;
	answer(0);
	for (let second = 5; second < 200; second += 5) {
		if (second === 120) recorder.failed();
		tick(second);
	}
	recorder.flush();
	expect(minutes(store)).toEqual([
		[0, 0],
		[1, 0],
	]);
});

test('a stream is believed to run on for 150 seconds without an answer', () => {
	const {store} = tempStore();
	const {answer, tick, recorder, state} = recording(store);
	state.isListening = true;
	answer(0, marta);
	for (let second = 10; second < 300; second += 10) tick(second);
	recorder.flush();
	expect(minutes(store).map(([minute]) => minute)).toEqual([0, 1, 2]);
});

test('an idle server is written once a minute', () => {
	const {store} = tempStore();
	const {answer, state} = recording(store);
	for (let second = 0; second < 600; second += 5) answer(second);
	expect(state.writes).toBe(10);
});

test('minutes are forgotten after the days that they are kept', () => {
	const {store} = tempStore();
	const {answer, state} = recording(store);
	answer(59);
	expect(state.forgets).toBe(start / 60 - 400 * 1440);
});

test('a throttled transcode has no speed, a slow one its slowest', () => {
	const {store} = tempStore();
	const {answer} = recording(store);
	const transcode = (transcodeSpeed: number, given: Partial<Session> = {}) =>
		fakeSession({sessionKey: '1', transcodeDecision: 'transcode', transcodeSpeed, ...given});
	answer(0, transcode(1.4));
	answer(5, transcode(0.2, {transcodeThrottled: true}));
	answer(10, transcode(0.8, {state: 'buffering', bandwidthKbps: 20_000}));
	answer(15, transcode(3));
	answer(20);
	expect(store.streams.seenBetween(start, start + 60, 1)).toMatchObject([
		{slowestSpeed: 0.8, highestKbps: 20_000, stalls: 1, stalledSeconds: 5},
	]);
});
