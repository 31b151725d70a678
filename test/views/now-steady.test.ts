import {expect, test} from 'vitest';
import type {Session} from '../../source/domain/session.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {now} from '../../source/views/now/index.ts';
import {endsAt, steadyEnd, steadySession} from '../../source/views/now/steady.ts';
import {firstOwn} from '../../source/views/plan/own.ts';
import type {Asking, Telling} from '../../source/views/plan/view.ts';
import {fakeNow, fakeSession, fakeSources} from '../helpers/fake-sources.ts';
import {fakeScene, queryFor} from './scene.ts';

test('an end that is nearly the same stays as it was said', () => {
	expect([0, 119, -119, 120, -120].map(by => steadyEnd(1000 + by, 1000))).toEqual([1000, 1000, 1000, 1120, 880]);
	expect(steadyEnd(1000, null)).toBe(1000);
	expect(steadyEnd(null, 1000)).toBeNull();
});

test('what is paused, live or of no known length has no end', () => {
	const ends = (given: Partial<Session>) => endsAt(fakeSession(given), fakeNow);
	expect(ends({})).toBe(fakeNow + 3420);
	expect(ends({viewOffsetMs: 9_000_000})).toBe(fakeNow);
	expect([{state: 'paused'}, {live: true}, {durationMs: null}, {viewOffsetMs: null}].map(ends)).toEqual([
		null,
		null,
		null,
		null,
	]);
});

const speed = (transcodeSpeed: number, given: Partial<Session> = {}): Session =>
	fakeSession({transcodeDecision: 'transcode', transcodeSpeed, ...given});

test('a speed moves by 0.2, or across that of the film', () => {
	const after = (before: Session, next: Session) => steadySession(next, before).transcodeSpeed;
	expect(after(speed(2), speed(2.19))).toBe(2);
	expect(after(speed(2), speed(2.2))).toBe(2.2);
	expect(after(speed(1.05), speed(0.98))).toBe(0.98);
	expect(after(speed(0.9), speed(1))).toBe(1);
	expect(after(speed(2), speed(2.1, {ratingKey: '7'}))).toBe(2.1);
	expect(after(speed(2, {transcodeThrottled: true}), speed(2.1))).toBe(2.1);
});

/** The view asked again and again, a few seconds apart, with what was asked besides. */
const asked = () => {
	const names: string[] = [];
	const noted = <Answer>(name: string, answer: Answer): Answer => {
		names.push(name);
		return answer;
	};
	const {sources: all} = fakeSources();
	const sources: Sources = {
		...all,
		strip: query => noted(`strip ${query.at}`, all.strip(query)),
		seenStreams: query => noted(`seen ${'sessionKeys' in query ? query.sessionKeys : ''}`, all.seenStreams(query)),
		memberships: query => noted(`in ${query.ratingKeys}`, all.memberships(query)),
	};
	const ask = (
		at: number,
		sessions: readonly Session[],
		previous: Telling | null,
		given: Partial<Asking> = {},
	): Promise<Telling> =>
		now.ask(
			{
				sources,
				query: queryFor(now),
				own: firstOwn,
				form: 'pane',
				activity: async () => ({...(await all.activity(null)), streamCount: sessions.length, sessions}),
				signal: new AbortController().signal,
				now: at,
				...given,
			},
			previous,
		);
	return {ask, taken: () => names.splice(0)};
};

const minute = fakeNow - (fakeNow % 60);

test('the strip is asked once a minute, and when a stream comes, goes or changes; a title’s collections once', async () => {
	const {ask, taken} = asked();
	const [one, two] = [fakeSession({sessionKey: '1', ratingKey: '10'}), fakeSession({sessionKey: '2', ratingKey: '20'})];
	const first = await ask(minute, [one], null);
	expect(taken()).toEqual(['seen 1', 'in 10', 'strip null']);
	const second = await ask(minute + 59, [{...one, viewOffsetMs: 2_639_000}], first);
	expect(taken()).toEqual([]);
	const third = await ask(minute + 60, [one], second);
	expect(taken()).toEqual(['seen 1', 'strip null']);
	const fourth = await ask(minute + 61, [two, one], third);
	expect(taken()).toEqual(['seen 2,1', 'in 20', 'strip null']);
	const fifth = await ask(minute + 62, [one, two], fourth);
	expect(taken()).toEqual([]);
	await ask(minute + 63, [{...one, state: 'buffering'}, two], fifth);
	expect(taken()).toEqual(['seen 1,2', 'strip null']);
});

test('some streams alone have no strip, and a report has none', async () => {
	const {ask, taken} = asked();
	await ask(minute, [fakeSession({})], null, {query: queryFor(now, {where: {user: [{id: '1', name: 'marta'}]}})});
	await ask(minute, [fakeSession({})], null, {form: 'report'});
	expect(taken().filter(name => name.startsWith('strip'))).toEqual([]);
});

test('since when it buffers is known where it was seen to begin', async () => {
	const {ask} = asked();
	const scene = fakeScene({query: queryFor(now)});
	const buffering = fakeSession({state: 'buffering'});
	const sinceOf = (told: Telling) => told.json(scene);
	const first = await ask(minute, [buffering], null);
	expect(sinceOf(first)).toMatchObject({sessions: [{buffering_since: null}]});
	const playing = await ask(minute + 5, [fakeSession({})], first);
	const begun = await ask(minute + 10, [buffering], playing);
	const later = await ask(minute + 70, [buffering], begun);
	expect(sinceOf(later)).toMatchObject({sessions: [{buffering_since: minute + 10}]});
});

test('an end is said as before until it moves by two minutes, also from one question to the next', async () => {
	const {ask} = asked();
	const scene = fakeScene({query: queryFor(now)});
	const first = await ask(minute, [fakeSession({})], null);
	const second = await ask(minute + 100, [fakeSession({})], first);
	const third = await ask(minute + 120, [fakeSession({})], second);
	expect(second.json(scene)).toMatchObject({sessions: [{ends: minute + 3420}]});
	expect(third.json(scene)).toMatchObject({sessions: [{ends: minute + 3540}]});
});

test('a past moment is asked once a minute', async () => {
	const {ask, taken} = asked();
	const past = {query: queryFor(now, {window: {days: 0, at: minute - 3600}})};
	const first = await ask(minute, [], null, past);
	expect(taken()).toContain(`strip ${minute - 3600}`);
	const second = await ask(minute + 30, [], first, past);
	expect(taken()).toEqual([]);
	await ask(minute + 60, [], second, past);
	expect(taken()).toContain(`strip ${minute - 3600}`);
});
