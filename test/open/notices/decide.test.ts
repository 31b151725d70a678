import {describe, expect, test} from 'vitest';
import type {NoticeRule} from '../../../source/domain/notices.ts';
import {type Decided, decide, type Rules} from '../../../source/open/notices/decide.ts';
import {keptText, stateOf} from '../../../source/open/notices/kept-state.ts';
import type {Seen, StreamFacts} from '../../../source/open/notices/seen.ts';
import {type NoticesState, nothingKnown} from '../../../source/open/notices/state.ts';

const t0 = 1_795_000_000;

const rule = (given: Partial<NoticeRule> & Pick<NoticeRule, 'when'>): NoticeRule => ({
	above: null,
	forSeconds: 0,
	...given,
});

const rulesOf = (rules: readonly NoticeRule[], everySeconds = 900): Rules => ({
	rules,
	everySeconds,
	asleepSeconds: 300,
});

const quiet: StreamFacts = {streams: 0, transcodes: 0, wanKbps: 0, waiting: []};

const streams = (seconds: number, facts: Partial<StreamFacts> = {}): Seen => ({
	type: 'streams',
	at: t0 + seconds,
	facts: {...quiet, ...facts},
});
const wan = (seconds: number, mbps: number | null): Seen =>
	streams(seconds, {streams: 3, wanKbps: mbps === null ? null : mbps * 1000});
const time = (seconds: number): Seen => ({type: 'time', at: t0 + seconds});
const unknown = (seconds: number): Seen => ({type: 'unknown', at: t0 + seconds});
const plex = (seconds: number, isAway: boolean): Seen => ({type: 'server', at: t0 + seconds, server: 'plex', isAway});
const run = (seconds: number, hasFailed: boolean, reason = ''): Seen => ({
	type: 'run',
	at: t0 + seconds,
	hasFailed,
	reason,
});

/** All that is told of these, one after the other, and what is known then. */
const follow = (rules: Rules, seen: readonly Seen[], from: NoticesState = nothingKnown) => {
	let state = from;
	const told: Decided[] = [];
	for (const one of seen) {
		const decided = decide(rules, state, one);
		state = decided.state;
		told.push(...decided.notices);
	}
	return {state, told, words: told.map(({at, text}) => `${at - t0} ${text}`)};
};

const highRate = rulesOf([rule({when: 'wan', above: 35, forSeconds: 300})]);

describe('a rate', () => {
	const minutes = (from: number, to: number, mbps: number): Seen[] =>
		Array.from({length: (to - from) / 60 + 1}, (_, index) => wan(from + index * 60, mbps));

	test('is told once it went on for long enough, once, and its end once', () => {
		const {told} = follow(highRate, [...minutes(0, 900, 38.2), wan(930, 20), time(985), time(990), time(2000)]);
		expect(told).toEqual([
			{
				kind: 'wan',
				back: false,
				text: '38.2 Mb/s go out, more than 35 for 5 min',
				who: null,
				at: t0 + 300,
				values: {mbps: 38.2, above: 35, seconds: 300},
			},
			{
				kind: 'wan',
				back: true,
				text: 'no more than 35 Mb/s go out again, after 15 min',
				who: null,
				at: t0 + 990,
				values: {mbps: 38.2, above: 35, seconds: 930},
			},
		]);
	});

	test('that falls in between begins anew, and exactly the mark is not above it', () => {
		const {words} = follow(highRate, [...minutes(0, 240, 40), wan(270, 35), ...minutes(300, 540, 40)]);
		expect(words).toEqual([]);
	});

	test('that is not known is neither high nor low', () => {
		const {words} = follow(highRate, [wan(0, 40), wan(100, null), wan(200, null), wan(300, 40)]);
		expect(words).toEqual(['300 40.0 Mb/s go out, more than 35 for 5 min']);
	});

	test('time that nobody could see counts for nothing', () => {
		const {words} = follow(highRate, [
			wan(0, 40),
			unknown(60),
			unknown(200),
			time(290),
			wan(350, 40),
			time(580),
			time(590),
		]);
		expect(words).toEqual(['590 40.0 Mb/s go out, more than 35 for 5 min']);
	});
});

describe('flapping', () => {
	const many = rulesOf([rule({when: 'streams', above: 5})]);

	test('is one notice, and what was held back is told when it may be, if it still is so', () => {
		const up = (seconds: number): Seen => streams(seconds, {streams: 7});
		const {words} = follow(many, [up(0), streams(10), up(20), streams(30), up(40), time(899), time(900), time(990)]);
		expect(words).toEqual([
			'0 7 streams at once, more than 5',
			'10 no more than 5 streams again, after 10 s',
			'900 7 streams at once, more than 5',
		]);
	});

	test('says of one that it is one', () => {
		const up = (seconds: number, count: number): Seen => streams(seconds, {streams: count});
		expect(follow(rulesOf([rule({when: 'streams', above: 0})]), [up(0, 1)]).words).toEqual([
			'0 1 stream at once, more than 0',
		]);
		expect(follow(rulesOf([rule({when: 'streams', above: 1})]), [up(0, 2), up(10, 1)]).words).toEqual([
			'0 2 streams at once, more than 1',
			'10 no more than 1 stream again, after 10 s',
		]);
	});

	test('of a server within its grace is no news', () => {
		const lost = rulesOf([rule({when: 'lost', forSeconds: 120})]);
		const {words} = follow(lost, [plex(0, true), streams(60), plex(70, true), time(180), streams(189), time(400)]);
		expect(words).toEqual([]);
	});

	test('a return that does not last is none', () => {
		const lost = rulesOf([rule({when: 'lost', forSeconds: 120})]);
		const seen = [
			plex(0, true),
			time(120),
			streams(200),
			plex(230, true),
			time(280),
			streams(300),
			time(359),
			time(360),
		];
		expect(follow(lost, seen).words).toEqual(['120 Plex is away for 2 min', '360 Plex is back, after 5 min']);
	});
});

test('each server has a limit of its own, and what is said of one says nothing of the other', () => {
	const lost = rulesOf([rule({when: 'lost'})]);
	const {words} = follow(lost, [
		plex(0, true),
		{type: 'server', at: t0 + 10, server: 'tautulli', isAway: true},
		{type: 'server', at: t0 + 20, server: 'tautulli', isAway: false},
		streams(30),
	]);
	expect(words).toEqual([
		'0 Plex is away',
		'10 Tautulli is away',
		'20 Tautulli is back, after 10 s',
		'30 Plex is back, after 30 s',
	]);
});

test('a stream that buffers has its name in the notice, and is over when it goes', () => {
	const buffering = rulesOf([rule({when: 'buffering', forSeconds: 30})]);
	const lena = {waiting: [{key: '7', user: 'lena', title: 'The Long Winter'}], streams: 1};
	const {told, words} = follow(buffering, [streams(0, lena), time(29), time(30), streams(45), time(75)]);
	expect(words).toEqual(['30 lena buffers for 30 s: The Long Winter', '75 lena buffers no more, after 45 s']);
	expect(told[0]).toMatchObject({who: 'lena', values: {user: 'lena', title: 'The Long Winter', seconds: 30}});
});

test('two streams that wait one after the other are not one that waits long', () => {
	const buffering = rulesOf([rule({when: 'buffering', forSeconds: 30})]);
	const waiting = (key: string) => ({waiting: [{key, user: key, title: ''}], streams: 2});
	expect(follow(buffering, [streams(0, waiting('a')), streams(20, waiting('b')), time(49)]).words).toEqual([]);
});

test('a run that fails again and again is told once, until one goes well', () => {
	const {words} = follow(rulesOf([rule({when: 'run-failed'})]), [
		run(0, true, 'Plex did not answer.'),
		run(3600, true, 'Plex did not answer.'),
		run(7200, false),
		run(10_800, true),
	]);
	expect(words).toEqual([
		'0 the run failed: Plex did not answer',
		'7200 a run went well again',
		'10800 the run failed',
	]);
});

test('a record is told now or not at all', () => {
	const record = (seconds: number, text: string): Seen => ({
		type: 'record',
		at: t0 + seconds,
		what: 'wan',
		text,
		values: {mbps: 40},
	});
	const {words} = follow(rulesOf([rule({when: 'record'})]), [
		record(0, 'one'),
		record(60, 'two'),
		time(900),
		record(901, 'three'),
	]);
	expect(words).toEqual(['0 one', '901 three']);
	expect(follow(highRate, [record(0, 'one')]).told).toEqual([]);
});

test('nobody is called more than 20 times an hour', () => {
	const seen = Array.from({length: 60}, (_, index) => [
		streams(index * 20, {streams: 9}),
		streams(index * 20 + 10),
	]).flat();
	const {told} = follow(rulesOf([rule({when: 'streams', above: 5})], 0), seen);
	expect(told.filter(({back}) => !back)).toHaveLength(20);
	expect(told.filter(({back}) => back)).toHaveLength(20);
});

test('a rule that stands there twice tells once', () => {
	const twice = rule({when: 'streams', above: 5});
	expect(follow(rulesOf([twice, twice]), [streams(0, {streams: 6})]).words).toHaveLength(1);
});

describe('the clock', () => {
	test('that is set back takes all with it', () => {
		const seen = [wan(0, 40), time(100), time(-7200), time(-7001), time(-7000)];
		expect(follow(highRate, seen).words).toEqual(['-7000 40.0 Mb/s go out, more than 35 for 5 min']);
	});

	test('that jumps on, as after a sleep, makes nothing ripe', () => {
		const {words} = follow(highRate, [wan(0, 40), time(100), time(30_000), time(30_199), time(30_200)]);
		expect(words).toEqual(['30200 40.0 Mb/s go out, more than 35 for 5 min']);
	});
});

describe('another engine', () => {
	const lost = rulesOf([rule({when: 'lost', forSeconds: 60}), rule({when: 'streams', above: 1})]);
	const before = follow(lost, [plex(0, true), time(60)]);
	const takenOver = (seconds: number, rules = lost.rules): NoticesState =>
		stateOf(keptText(before.state), rules, t0 + seconds);

	test('tells nothing again, and the end once', () => {
		expect(before.words).toEqual(['60 Plex is away for 1 min']);
		const {words} = follow(lost, [plex(100, true), time(200), streams(300), time(360), time(500)], takenOver(100));
		expect(words).toEqual(['360 Plex is back, after 5 min']);
	});

	test('begins anew with what was not told yet', () => {
		const waiting = follow(lost, [plex(0, true)]).state;
		const state = stateOf(keptText(waiting), lost.rules, t0 + 50);
		expect(follow(lost, [plex(50, true), time(109), time(110)], state).words).toEqual(['110 Plex is away for 1 min']);
	});

	test('forgets rules that are no more, and what is a week old', () => {
		const changed = takenOver(100, [rule({when: 'lost', forSeconds: 90})]);
		// How often somebody was called counts on.
		expect(changed).toEqual({...nothingKnown, recent: [t0 + 60]});
		expect(takenOver(8 * 86_400)).toEqual(nothingKnown);
		expect(takenOver(-100)).toEqual(nothingKnown);
	});

	test.each([null, '', '[]', '{"toldAt":{"a":"b"},"spells":{}}', '{"toldAt":{},"spells":{"lost  60\\tplex":3}}'])(
		'what is stored as %s is nothing',
		text => {
			expect(stateOf(text, lost.rules, t0)).toEqual(nothingKnown);
		},
	);
});
