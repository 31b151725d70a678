import {expect, test} from 'vitest';
import {idlePeak} from '../../../source/domain/streams/minute.ts';
import {stripColumns, stripMinutes, withRunning} from '../../../source/stats/streams/strip.ts';
import {fakeStripMinute} from '../../helpers/fake-strip.ts';

const first = 29_922_000;
const minuteAt = (index: number): number => (first + index) * 60;

const play = (from: number, to: number, transcodeDecision = 'direct play') => ({
	startedAt: minuteAt(0) + from,
	stoppedAt: minuteAt(0) + to,
	transcodeDecision,
});

const all = {from: minuteAt(0), to: minuteAt(10)};
const history = {...fakeStripMinute(0), isSeen: false};

test('a minute that was seen is as it was seen; what is more than all of them together is cut, the cheapest first', () => {
	const seen = [
		{...idlePeak, minute: first, streams: 3, direct: 2, transcoded: 1},
		{...idlePeak, minute: first + 1, streams: 3, direct: 3, copied: 1, transcoded: 1},
		{...idlePeak, minute: first + 2, streams: 4, direct: 1},
	];
	expect(stripMinutes(first, 4, seen, [play(0, 600)], null)).toEqual([
		fakeStripMinute(2, 0, 1),
		fakeStripMinute(1, 1, 1),
		{...fakeStripMinute(1), streams: 4},
		null,
	]);
});

test('where nobody looked, history tells: the first of the highest moments of each minute', () => {
	const plays = [
		play(-500, 70),
		play(65, 66, 'transcode'),
		play(70, 130, 'copy'),
		play(130, 130),
		{...play(0, 600), stoppedAt: null},
	];
	expect(stripMinutes(first, 4, [], plays, all)).toEqual([
		{...history, streams: 1, direct: 1},
		{...history, streams: 2, direct: 1, transcoded: 1},
		{...history, streams: 1, copied: 1},
		history,
	]);
});

test('history is not known before and behind what was read of it', () => {
	const known = {from: minuteAt(1), to: minuteAt(3) + 59};
	expect(stripMinutes(first, 4, [], [], known).map(minute => minute !== null)).toEqual([false, true, true, false]);
});

test('what still runs is not in history yet, and was seen where somebody looked', () => {
	const running = [
		{since: minuteAt(1) + 30, decision: 'transcode'},
		{since: minuteAt(9), decision: 'copy'},
	];
	const one = {...history, streams: 1, direct: 1};
	expect(withRunning(first, [history, history, one, null, fakeStripMinute(1)], running)).toEqual([
		history,
		{...history, streams: 1, transcoded: 1},
		{...one, streams: 2, transcoded: 1},
		null,
		fakeStripMinute(1),
	]);
});

test('one that ended and was begun again in the same minute is one', () => {
	const one = {...history, streams: 1, direct: 1};
	const running = [{since: minuteAt(1) + 30, decision: 'direct play'}];
	expect(withRunning(first, [one, one, history], running)).toEqual([one, one, one]);
});

test('a column is the first of its highest minutes, cut by the clock; null where none is known', () => {
	const minutes = [1, 3, 2, 3, 0, null, null].map(count => (count === null ? null : fakeStripMinute(count)));
	const columns = stripColumns(first + 1, [...minutes, null], 3);
	expect(columns.map(({at, highest}) => [(at - minuteAt(0)) / 60, highest?.streams ?? null, highest?.minute])).toEqual([
		[0, 3, first + 2],
		[3, 3, first + 4],
		[6, null, undefined],
	]);
	expect(stripColumns(first, [fakeStripMinute(0)], 1)).toEqual([
		{at: minuteAt(0), highest: {...fakeStripMinute(0), minute: first}},
	]);
});
