import {expect, test} from 'vitest';
import {mostAtOnce} from '../../../source/stats/plays/most-at-once.ts';
import {playColumns} from '../../helpers/play-columns.ts';

const columns = playColumns([
	{id: 1, start: 10, stop: 100},
	{id: 2, start: 90, stop: 200},
	{id: 3, start: 95, stop: 100},
	{id: 4, start: 150, stop: 160},
	{id: 5, start: null, stop: 160},
	{id: 6, start: 155, stop: null},
]);

const most = (from: number, to: number) => mostAtOnce(columns, {from, to}, []);

test('streams at once within a time, also those that began before it or went on behind it', () => {
	expect(most(0, 1000)).toEqual({count: 3, at: 95});
	expect(most(96, 1000)).toEqual({count: 3, at: 96});
	expect(most(100, 1000)).toEqual({count: 2, at: 150});
	expect(most(100, 150)).toEqual({count: 1, at: 100});
	expect(most(0, 95)).toEqual({count: 2, at: 90});
	expect(most(0, Number.POSITIVE_INFINITY)).toEqual({count: 3, at: 95});
});

test('a stream that ends where the time begins, or begins where it ends, is outside', () => {
	expect(most(200, 1000)).toBeNull();
	expect(most(0, 10)).toBeNull();
	expect(most(0, 11)).toEqual({count: 1, at: 10});
});

test('only those that are asked for', () => {
	expect(mostAtOnce(columns, {from: 0, to: 1000}, [at => at !== 1])).toEqual({count: 2, at: 95});
});

test('of equal moments the first one is named', () => {
	const equal = playColumns([
		{id: 1, start: 10, stop: 20},
		{id: 2, start: 15, stop: 20},
		{id: 3, start: 20, stop: 40},
		{id: 4, start: 30, stop: 40},
	]);
	expect(mostAtOnce(equal, {from: 0, to: 100}, [])).toEqual({count: 2, at: 15});
});
