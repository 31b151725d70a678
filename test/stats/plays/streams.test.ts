import {expect, test} from 'vitest';
import {localStarts} from '../../../source/stats/plays/local-clock.ts';
import {byDay, spansOf, streamsOf} from '../../../source/stats/plays/streams.ts';
import {playColumns} from '../../helpers/play-columns.ts';

const day = 86_400;
const columns = playColumns([
	{id: 1, start: day + 50, stop: day + 60, decision: 'copy'},
	{id: 2, start: 70, stop: day + 99, decision: 'transcode'},
	{id: 3, start: null, stop: day + 99},
	{id: 4, start: 70, stop: day + 59},
	{id: 5, start: 20, stop: day + 100},
	{id: 6, start: 70, stop: day + 60},
	{id: 7, start: 70, stop: day + 70},
]);
const starts = localStarts(columns, [{from: 0, offsetSeconds: 0}]);

test('streams by start, then row: those with a start that stopped in the window and meet all conditions', () => {
	const found = streamsOf(columns, {from: day + 60, to: day + 100, conditions: [at => at !== 6]});
	expect([...found].map(at => columns.rowIds[at])).toEqual([2, 6, 1]);
	expect([...spansOf(columns, starts, found.subarray(0, 1))]).toEqual([
		{day: 0, startedAt: 70, stoppedAt: day + 99, decision: 'transcode'},
	]);
});

test('by day where the clock went back over midnight: the later start is on the day before', () => {
	const spans = [
		{from: 0, offsetSeconds: 3600},
		{from: day - 3600 + 600, offsetSeconds: 0},
	];
	const around = playColumns([
		{id: 1, start: day - 3600 + 300, stop: day},
		{id: 2, start: day - 3600 + 900, stop: day},
		{id: 3, start: day + 10, stop: day + 20},
	]);
	const found = streamsOf(around, {from: 0, to: 2 * day, conditions: []});
	expect([...found].map(at => around.rowIds[at])).toEqual([1, 2, 3]);
	const ordered = byDay(localStarts(around, spans), found);
	expect([...ordered].map(at => around.rowIds[at])).toEqual([2, 1, 3]);
});

test('a play that never stopped was at no time, in all time too', () => {
	const columns = playColumns([
		{id: 1, start: 100, stop: null},
		{id: 2, start: 50, stop: 60},
	]);
	const window = {from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, conditions: []};
	expect([...streamsOf(columns, window)]).toEqual([1]);
});
