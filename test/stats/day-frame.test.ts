import {expect, test} from 'vitest';
import {extentOf, type Frame, frameOf, stepFor} from '../../source/stats/day-frame.ts';

const hour = 3600;
const day = {from: 0, to: 24 * hour};
const stream = (from: number, to: number) => ({startedAt: from * hour, stoppedAt: to * hour});

test('a day is as long as its streams, in whole hours, and one hour at least', () => {
	expect(extentOf([stream(18.5, 19), stream(20, 23.25)], day)).toEqual({from: 18 * hour, to: 24 * hour});
	expect(extentOf([stream(-3, 0.1)], day)).toEqual({from: 0, to: hour});
	expect(extentOf([], day)).toEqual({from: 23 * hour, to: 24 * hour});
});

test('columns are as fine as all of it has room for, and never so coarse that nothing can be read', () => {
	expect(stepFor({from: 0, to: 6 * hour}, 60)).toBe(360);
	expect(stepFor({from: 0, to: 10 * hour}, 60)).toBe(600);
	expect(stepFor({from: 0, to: 16 * hour}, 60)).toBe(360);
	expect(stepFor({from: 0, to: 16 * hour}, 170)).toBe(360);
	expect(stepFor({from: 0, to: hour}, 60)).toBe(60);
	expect(stepFor({from: 0, to: 16 * hour}, 5)).toBeNull();
});

const all: Frame = {from: 8 * hour, to: 24 * hour, step: 360};
const streams = [stream(8, 9), stream(18, 22), stream(19, 23), stream(20, 21)];
const shown = (cursor: number | null, busiest: number | null = 20) => {
	const {from, to} = frameOf(streams, all, 60, {
		busiest: busiest === null ? null : busiest * hour,
		cursor: cursor === null ? null : cursor * hour,
	});
	return [from / hour, to / hour];
};

test('the hours with the most to see, or where the cursor went', () => {
	expect(shown(null)).toEqual([17, 23]);
	expect(shown(null, null)).toEqual([17, 23]);
	expect(shown(20)).toEqual([17, 23]);
	expect(shown(16.9)).toEqual([16, 22]);
	expect(shown(8)).toEqual([8, 14]);
	expect(shown(23)).toEqual([18, 24]);
	expect(shown(null, 8)).toEqual([8, 14]);
});

test('all of it where it has room', () => {
	const short: Frame = {from: 18 * hour, to: 24 * hour, step: 360};
	expect(frameOf(streams, short, 60, {busiest: 0, cursor: null})).toBe(short);
});
