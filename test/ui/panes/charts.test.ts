import {expect, test} from 'vitest';
import {hoursBrief, hoursModel} from '../../../source/ui/panes/hours/model.ts';
import {peaksBrief, peaksModel} from '../../../source/ui/panes/peaks/model.ts';
import {streamTypesModel} from '../../../source/ui/panes/stream-types/model.ts';
import {fakeFrame, textOf} from '../frame.ts';

const hourNames = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, '0'));
const hours = {
	categories: hourNames,
	series: [
		{name: 'TV', values: hourNames.map((_, hour) => hour)},
		{name: 'Movies', values: hourNames.map((_, hour) => (hour === 21 ? 25 : 0))},
	],
};

test('plays by hour sums all media, from zero, with the maximum', () => {
	const data = {days: 30, yAxis: 'plays', hours, dates: null} as const;
	expect(textOf(hoursModel(data, fakeFrame({width: 36, height: 4})).rows)).toEqual([
		'  46                      █    most',
		'                      ▁▁▂▂█▃▄  21:00',
		'   0  ▁▁▂▂▃▃▄▄▅▅▆▆▇▇█████████',
		'     0     6     12    18  23',
	]);
	expect(hoursBrief(data, fakeFrame()).note).toBe('most 21');
});

test('a zone that is not verified is called server time', () => {
	const data = {days: 30, yAxis: 'plays', hours, dates: null} as const;
	expect(hoursModel(data, fakeFrame({width: 80, graphZone: null})).note).toBe('30 days, server time');
});

test('nothing played is said, not drawn', () => {
	const empty = {categories: hourNames, series: []};
	const text = textOf(hoursModel({days: 7, yAxis: 'plays', hours: empty, dates: null}, fakeFrame()).rows);
	expect(text.join('')).toContain('Nothing was played in 7 days.');
});

const dates = ['2026-11-21', '2026-11-22'];

test('stream types: parts of a whole, transcode in its own pattern', () => {
	const graph = {
		categories: dates,
		series: [
			{name: 'Transcode', values: [1, 1]},
			{name: 'Direct Play', values: [3, 3]},
		],
	};
	expect(textOf(streamTypesModel({days: 30, yAxis: 'plays', graph}, fakeFrame({width: 42, height: 4})).rows)).toEqual([
		' direct play   ██████████▌···  75 %      6',
		' direct stream ··············   0 %      0',
		' transcode     ▒▒▒▒··········  25 %      2',
		' transcode today 25 %, the most',
	]);
});

test.each([
	[[1, 0], [0, 0], 'no play today, transcode most 21 Nov 100 %'],
	[[1, 1], [1, 3], 'transcode today 25 %, most 21 Nov 50 %'],
	[[1, 3], [1, 1], 'transcode today 75 %, the most'],
	[[0, 0], [1, 1], 'transcode today 0 %'],
])('stream types: transcodes %j beside direct plays %j', (transcodes, direct, words) => {
	const graph = {
		categories: dates,
		series: [
			{name: 'Transcode', values: transcodes},
			{name: 'Direct Play', values: direct},
		],
	};
	const {rows} = streamTypesModel({days: 30, yAxis: 'plays', graph}, fakeFrame({width: 50, height: 4}));
	expect(textOf(rows)[3]).toBe(` ${words}`);
});

const peaks = {
	categories: dates,
	series: [
		{name: 'Concurrent Streams', values: [4, 2]},
		{name: 'Transcode', values: [2, 1]},
	],
	highest: {'Concurrent Streams': {count: 5, startedAt: 1_795_291_440, stoppedAt: 1_795_291_500}},
};

test('peaks: the highest across midnight counts more than the highest of a day; both charts share a scale', () => {
	expect(textOf(peaksModel({days: 30, peaks}, fakeFrame({width: 36, height: 9})).rows)).toEqual([
		' all       5  21 Nov 21:04',
		'    ███',
		'    ███',
		'    ███ ███',
		'    ███ ███',
		' transcode 2  21 Nov',
		'    ███',
		'    ███ ███',
		'    21 Nov',
	]);
});

const inKolkata = {width: 36, height: 9, graphZone: 'Asia/Kolkata'} as const;

test('peaks: clock and day are those of the graph below, and a zone that is not this machine’s is named', () => {
	const {rows, note} = peaksModel({days: 30, peaks}, fakeFrame(inKolkata));
	expect([textOf(rows)[0], note]).toEqual([' all       5  22 Nov 01:34', '30 d, Kolkata']);
});

test.each([
	[36, 'Europe/Prague', 'a day, 30 days'],
	[36, 'Europe/Berlin', 'a day, 30 days'],
	[36, null, 'a day, 30 days'],
	[36, 'America/Argentina/Buenos_Aires', 'a day, 30 days'],
	[54, 'America/New_York', '30 days, New York time'],
	[92, 'America/New_York', 'most at once each day, 30 days, New York time'],
])('peaks: the title at %i cells in %s', (width, graphZone, note) => {
	expect(peaksModel({days: 30, peaks}, fakeFrame({width, graphZone})).note).toBe(note);
});

test('more streams now than ever before is a record', () => {
	const frame = fakeFrame({live: {streams: 6, transcodes: 0}});
	expect(textOf([peaksBrief({days: 30, peaks}, frame).body])).toEqual(['now 6: a record, before 5']);
});
