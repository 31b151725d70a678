import {describe, expect, test} from 'vitest';
import type {StreamSpan} from '../../source/domain/plays/play-count.ts';
import {sweepPeaks} from '../../source/stats/concurrency.ts';
import {sweepDays} from '../../source/stats/day-peaks.ts';
import {runThrough} from '../helpers/run-through.ts';

const streams = (...spans: ReadonlyArray<readonly [startedAt: number, stoppedAt: number]>) =>
	spans.map(([startedAt, stoppedAt]) => ({startedAt, stoppedAt}));

describe('the most streams at once', () => {
	test('none, one, and some over each other, with the time from the last start to the first stop', () => {
		expect(sweepPeaks([]).all).toBeNull();
		expect(sweepPeaks(streams([10, 20])).all).toEqual({count: 1, startedAt: 10, stoppedAt: 20});
		expect(sweepPeaks(streams([10, 40], [20, 60], [30, 50], [45, 70])).all).toEqual({
			count: 3,
			startedAt: 45,
			stoppedAt: 50,
		});
	});

	test('a stop before a start at the same second: they never ran together', () => {
		expect(sweepPeaks(streams([10, 20], [20, 30])).all?.count).toBe(1);
		expect(sweepPeaks(streams([20, 30], [10, 20])).all?.count).toBe(1);
		expect(sweepPeaks(streams([10, 21], [20, 30])).all?.count).toBe(2);
	});

	test('of equal peaks the last one names the times', () => {
		expect(sweepPeaks(streams([10, 30], [20, 40], [50, 70], [60, 80])).all).toEqual({
			count: 2,
			startedAt: 60,
			stoppedAt: 70,
		});
	});

	test('a stream of no length, or of less, adds nothing', () => {
		expect(sweepPeaks(streams([10, 10])).all).toBeNull();
		expect(sweepPeaks(streams([10, 20], [15, 15])).all?.count).toBe(1);
		expect(sweepPeaks(streams([20, 10])).all).toBeNull();
	});
});

describe('the most streams of each day', () => {
	const span = (day: number, startedAt: number, stoppedAt: number, decision = 'copy'): StreamSpan => ({
		day,
		startedAt,
		stoppedAt,
		decision,
	});

	test('by the day that a stream began, each way alone too', () => {
		const days = runThrough(
			sweepDays([
				span(1, 10, 200),
				span(1, 20, 40, 'transcode'),
				span(1, 30, 50, 'transcode'),
				span(2, 110, 120),
				span(4, 300, 310),
				span(4, 305, 310),
			]),
		);
		const counts = [...days].map(([day, {all, byDecision}]) => [
			day,
			{all: all?.count, byDecision: Object.fromEntries([...byDecision].map(([kind, peak]) => [kind, peak.count]))},
		]);
		expect(counts).toEqual([
			[1, {all: 3, byDecision: {copy: 1, transcode: 2}}],
			[2, {all: 1, byDecision: {copy: 1}}],
			[4, {all: 2, byDecision: {copy: 2}}],
		]);
		expect(runThrough(sweepDays([])).size).toBe(0);
	});

	test('the thread is given back every fifty days', () => {
		const many = Array.from({length: 120}, (_, day) => span(day, day * 100, day * 100 + 50));
		expect([...sweepDays(many)]).toHaveLength(2);
		expect(runThrough(sweepDays(many)).size).toBe(120);
	});
});
