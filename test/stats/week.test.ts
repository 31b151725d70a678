import {describe, expect, test} from 'vitest';
import {zoneSpans} from '../../source/domain/zone.ts';
import {quietOf, usualDay, weekOf, weekSeconds} from '../../source/stats/week.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const hoursOf = (zone: string, from: string, to: string): readonly number[] =>
	weekSeconds(at(from), at(to), zoneSpans(zone, at(from) - 86_400, at(to) + 86_400)).map(seconds => seconds / 3600);

describe('the hours of the week in a window', () => {
	test('a week has each of them once, two weeks and a day some of them three times', () => {
		expect(hoursOf('UTC', '2026-11-01T00:00:00Z', '2026-11-08T00:00:00Z')).toEqual(new Array(168).fill(1));
		const more = hoursOf('UTC', '2026-11-01T00:00:00Z', '2026-11-16T00:00:00Z');
		expect(more.slice(0, 24)).toEqual(new Array(24).fill(3));
		expect(more.slice(24)).toEqual(new Array(144).fill(2));
	});

	test('parts of an hour count as parts, by the local clock', () => {
		const found = hoursOf('Asia/Kathmandu', '2026-11-01T00:00:00Z', '2026-11-01T01:00:00Z');
		expect([found[5], found[6], found.reduce((sum, each) => sum + each, 0)]).toEqual([0.25, 0.75, 1]);
	});

	test('where the clock goes back an hour comes twice, where it is put forward it is missing', () => {
		const autumn = hoursOf('Europe/Prague', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z');
		expect(autumn.slice(0, 5)).toEqual([1, 1, 2, 1, 1]);
		const spring = hoursOf('Europe/Prague', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z');
		expect(spring.slice(0, 5)).toEqual([1, 1, 0, 1, 1]);
		expect(spring[24]).toBe(0);
	});
});

test('an average hour: what was counted, by how often it came; Monday first', () => {
	const counts = Array.from({length: 168}, (_, place) => place);
	const seconds = counts.map(place => (place === 24 ? 0 : place < 24 ? 7200 : 3600));
	const {counts: rows, average} = weekOf(counts, seconds);
	expect([rows[0]?.[0], rows[6]?.[23]]).toEqual([24, 23]);
	expect([average[0]?.[0], average[0]?.[1], average[6]?.[23]]).toEqual([null, 25, 11.5]);
});

test('the usual day has the most plays in an average one, the first of equals from Monday on', () => {
	const seconds = (days: readonly number[]) => days.flatMap(times => new Array<number>(24).fill(3600 * times));
	const once = seconds([1, 1, 1, 1, 1, 1, 1]);
	expect(usualDay([4, 1, 5, 5, 0, 0, 0], once)).toBe(2);
	expect(usualDay([5, 1, 5, 1, 0, 0, 0], once)).toBe(2);
	expect(usualDay([4, 1, 5, 5, 0, 0, 0], seconds([1, 1, 2, 1, 1, 1, 1]))).toBe(3);
	expect(usualDay([0, 0, 0, 0, 0, 0, 0], once)).toBeNull();
	expect(usualDay([0, 0, 1, 0, 0, 0, 0], seconds([1, 1, 0, 1, 1, 1, 1]))).toBeNull();
});

describe('the quiet hours', () => {
	const days = (change: (values: number[][]) => void) => {
		const values = Array.from({length: 7}, () => new Array<number>(24).fill(5));
		change(values);
		return {average: values};
	};

	test('are the three in a row with the fewest, the first of equals', () => {
		expect(quietOf(days(() => undefined))).toEqual({weekday: 1, from: 0, to: 3, average: 5});
		const found = days(values => {
			for (const [row, hour] of [
				[1, 4],
				[1, 5],
				[1, 6],
				[6, 21],
				[6, 22],
				[6, 23],
			] as const) {
				values[row]?.splice(hour, 1, 1);
			}
		});
		expect(quietOf(found)).toEqual({weekday: 2, from: 4, to: 7, average: 1});
	});

	test('may end the week, and do not go over midnight', () => {
		const found = days(values => {
			values[0]?.splice(23, 1, 0);
			values[1]?.splice(0, 2, 0, 0);
		});
		expect(quietOf(found)).toEqual({weekday: 2, from: 0, to: 3, average: 5 / 3});
		expect(quietOf(days(values => values[6]?.splice(21, 3, 1, 1, 1)))).toMatchObject({weekday: 0, from: 21, to: 24});
	});

	test('are none where hours are not known', () => {
		expect(
			quietOf({
				average: [
					[1, null, 1, 1],
					[1, 1],
				],
			}),
		).toBeNull();
	});
});
