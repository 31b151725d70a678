import {expect, test} from 'vitest';
import {watch} from '../../../source/ui/frames/watch.ts';
import {allViews} from '../../../source/views/index.ts';
import {altered} from '../../../source/views/plan/altered.ts';
import {fakeSources} from '../../helpers/fake-sources.ts';
import {fakeCanvas, queryFor, tell} from '../../views/scene.ts';

const minute = 60;
const begin = 1_768_478_400;

test('a drawing stays while all that was looked at stays', () => {
	const given = fakeCanvas({now: begin});
	const {canvas, isSameOn} = watch(given);
	const inside = altered(canvas, {height: 3});
	expect([inside.height, inside.width, canvas.live]).toEqual([3, 80, null]);
	expect(isSameOn(fakeCanvas({now: begin + 500, height: 9, focused: false}))).toBe(true);
	expect(isSameOn(fakeCanvas({width: 81}))).toBe(false);
});

test('the time counts by the minute', () => {
	const {canvas, isSameOn} = watch(fakeCanvas({now: begin}));
	expect(canvas.now).toBe(begin);
	expect(isSameOn(fakeCanvas({now: begin + minute - 1}))).toBe(true);
	expect(isSameOn(fakeCanvas({now: begin + minute}))).toBe(false);
	expect(isSameOn(fakeCanvas({now: begin - 1}))).toBe(false);
});

test('of who is watching counts what was looked at, and that somebody can tell', async () => {
	const live = await fakeSources({}).sources.activity(null);
	const {canvas, isSameOn} = watch(fakeCanvas({live}));
	expect(canvas.live?.streamCount).toBe(live.streamCount);
	expect(isSameOn(fakeCanvas({live: {...live, sessions: []}}))).toBe(true);
	expect(isSameOn(fakeCanvas({live: {...live, streamCount: live.streamCount + 1}}))).toBe(false);
	expect(isSameOn(fakeCanvas({live: null}))).toBe(false);
	const sessions = watch(fakeCanvas({live}));
	expect(sessions.canvas.live?.sessions).toBe(live.sessions);
	expect(sessions.isSameOn(fakeCanvas({live: {...live, sessions: []}}))).toBe(false);
});

test.each(allViews())('$name draws the same where it is watched', async view => {
	const live = await fakeSources({}).sources.activity(null);
	const told = await tell(view);
	const canvas = fakeCanvas({query: queryFor(view), live, height: 12});
	expect(told.draw(watch(canvas).canvas)).toEqual(told.draw(canvas));
});
