import {expect, test} from 'vitest';
import {localDay, offsetAt, zoneSpans} from '../../source/domain/zone.ts';
import {streamColumns, sweepTrue} from '../../source/stats/true-peaks.ts';

/** All at once. */
const sweepAll = (streams: Parameters<typeof streamColumns>[0], spans: Parameters<typeof sweepTrue>[1]) => {
	const steps = sweepTrue(streamColumns(streams), spans);
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
};

const at = (iso: string): number => Date.parse(iso) / 1000;
const utc = [{from: 0, offsetSeconds: 0}];

test('a stream across midnight counts on both days', () => {
	const streams = [
		{startedAt: at('2026-03-01T23:00:00Z'), stoppedAt: at('2026-03-02T01:30:00Z')},
		{startedAt: at('2026-03-02T00:30:00Z'), stoppedAt: at('2026-03-02T02:00:00Z')},
	];
	const {byDay, highest} = sweepAll(streams, utc);
	const day = at('2026-03-01T00:00:00Z') / 86_400;
	expect([...byDay].map(([key, {most}]) => [key, most.count, most.at])).toEqual([
		[day, 1, at('2026-03-01T23:00:00Z')],
		[day + 1, 2, at('2026-03-02T00:30:00Z')],
	]);
	expect(highest?.most).toMatchObject({count: 2, at: at('2026-03-02T00:30:00Z')});
});

test('a stream that ends as another starts is not at the same time, and one of no length adds nothing', () => {
	const streams = [
		{startedAt: 100, stoppedAt: 200},
		{startedAt: 150, stoppedAt: 150},
		{startedAt: 200, stoppedAt: 300},
	];
	expect(sweepAll(streams, utc).highest?.most).toMatchObject({count: 1, at: 100});
});

const ways = ['direct play', 'copy', 'transcode', ''] as const;

const streams = (...spans: ReadonlyArray<readonly [startedAt: number, stoppedAt: number, way: number]>) =>
	spans.map(([startedAt, stoppedAt, way]) => ({startedAt, stoppedAt, decision: ways[way] ?? ''}));

test('the first of equal peaks is told, as its streams were played then; the most transcodes may be of another moment', () => {
	const {highest} = sweepAll(
		streams([10, 40, 0], [20, 30, 1], [30, 40, 2], [50, 60, 2], [55, 70, 2], [90, 99, 3]),
		utc,
	);
	expect(highest).toEqual({
		most: {count: 2, directPlay: 1, directStream: 1, transcode: 0, at: 20},
		transcodes: {count: 2, at: 55},
	});
	expect(sweepAll(streams([10, 20, 3], [12, 20, 2]), utc).highest).toEqual({
		most: {count: 2, directPlay: 0, directStream: 0, transcode: 1, at: 12},
		transcodes: {count: 1, at: 12},
	});
	expect(sweepAll(streams([10, 20, 0]), utc).highest?.transcodes).toBeNull();
	expect(sweepAll([], utc)).toMatchObject({highest: null, seconds: []});
});

test('the seconds with so many streams, and the most in each hour of each day', () => {
	const {seconds, byDayHour} = sweepAll(streams([3000, 8000, 0], [3500, 3700, 2], [3600, 3650, 2]), utc);
	expect(seconds).toEqual([0, 4800, 150, 50]);
	expect([...byDayHour]).toEqual([
		[0, 2],
		[1, 3],
		[2, 1],
	]);
	expect(sweepAll(streams([86_300, 86_500, 0]), utc).byDayHour).toEqual(
		new Map([
			[23, 1],
			[24, 1],
		]),
	);
});

test.each(['Europe/Prague', 'Asia/Kathmandu', 'America/St_Johns'])(
	'equals a count minute by minute across both clock changes in %s',
	zone => {
		let seed = 11;
		const random = (below: number): number => {
			seed = (seed * 48_271) % 2_147_483_647;
			return seed % below;
		};
		for (const from of [at('2026-03-27T00:00:00Z'), at('2026-10-23T00:00:00Z')]) {
			const streams = Array.from({length: 120}, () => {
				const startedAt = from + random(5 * 24 * 60) * 60;
				return {startedAt, stoppedAt: startedAt + random(300) * 60};
			}).sort((one, two) => one.startedAt - two.startedAt);
			const byDay = new Map<number, number>();
			const byHour = new Map<number, number>();
			for (let time = from; time < from + 7 * 86_400; time += 60) {
				const count = streams.filter(({startedAt, stoppedAt}) => startedAt <= time && time < stoppedAt).length;
				if (count === 0) continue;
				const day = localDay(zone, time);
				const hour = Math.floor((((time + offsetAt(zone, time)) % 86_400) + 86_400) / 3600) % 24;
				byDay.set(day, Math.max(byDay.get(day) ?? 0, count));
				byHour.set(hour, Math.max(byHour.get(hour) ?? 0, count));
			}
			const swept = sweepAll(streams, zoneSpans(zone, from - 86_400, from + 9 * 86_400));
			expect([...swept.byDay].map(([day, {most}]) => [day, most.count])).toEqual([...byDay]);
			expect(swept.byHour.map(peak => peak?.most.count ?? 0)).toEqual(
				Array.from({length: 24}, (_, hour) => byHour.get(hour) ?? 0),
			);
		}
	},
);
