import {expect, test} from 'vitest';
import type {AtOnce} from '../../source/domain/plays/at-once.ts';
import type {PeaksAnswer} from '../../source/domain/plays/graph.ts';
import type {Activity} from '../../source/domain/session.ts';
import {peaks} from '../../source/views/peaks/index.ts';
import {highestDays} from '../../source/views/peaks/moments.ts';
import {firstOwn} from '../../source/views/plan/own.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow, fakeSources} from '../helpers/fake-sources.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from './scene.ts';

/** 12 Nov, 21:40 in Prague. */
const record = fakeNow - 10 * 86_400 + 2160;

const moment = (count: number, at: number): AtOnce => ({
	count,
	directPlay: count - 3,
	directStream: 0,
	transcode: 3,
	at,
});

const categories = ['2026-11-12', '2026-11-13', '2026-11-14', '2026-11-15', '2026-11-16'].concat([
	'2026-11-17',
	'2026-11-18',
	'2026-11-19',
	'2026-11-20',
	'2026-11-21',
	'2026-11-22',
]);
const most = categories.map((_, day) =>
	day === 0 ? moment(7, record) : day === 4 ? null : moment(5, record + day * 86_400),
);

const answer: PeaksAnswer = {
	categories,
	series: [{name: 'Concurrent Streams', values: most.map(each => each?.count ?? 0)}],
	highest: null,
	own: {
		categories,
		counts: most.map(each => each?.count ?? 0),
		most,
		transcodes: most.map(each => each && {count: 3, at: each.at}),
		hours: Array.from({length: 24}, () => null),
		usualHours: Array.from({length: 24}, () => null),
		seconds: [0, 90_000, 80_000, 72_000, 3600, 600, 60, 30],
	},
	records: {
		usual: {weekday: 0, count: 5, days: 8},
		streams: {count: 7, at: record, before: null},
		transcodes: {count: 3, at: record, before: null},
	},
	plays: 120,
	coverage: fullCoverage(fakeNow),
};

const live = (streamCount: number, transcodeCount: number): Activity => ({
	streamCount,
	directPlayCount: streamCount - transcodeCount,
	directStreamCount: 0,
	transcodeCount,
	bandwidthKbps: {total: null, lan: null, wan: null},
	sessions: [],
});

const query = queryFor(peaks);
const drawn = async (given = {}, found: Partial<PeaksAnswer> = {}) =>
	textOf((await tell(peaks, {peaks: async () => ({...answer, ...found})})).draw(fakeCanvas({query, ...given})).rows);

test('facts beside the columns: a record with the one before, what is usual, how often', async () => {
	const rows = await drawn({width: 58, height: 11, live: live(9, 4)});
	expect(rows.map(row => row.slice(26).trim())).toEqual([
		'now 9: a record',
		'before 7, 12 Nov 21:40',
		'usual Sunday 5',
		'',
		'transcode now 4: a record,',
		'before 3',
		'',
		'3 or more: 10 days, 21 h',
		'',
		'',
		'tream  ▒ transcode',
	]);
	expect(rows.at(-2)).toMatch(/^ {4}12 Nov .*now$/);
});

test('where there is little room a record is still named with the one before', async () => {
	expect(await drawn({width: 36, height: 8, live: live(9, 4)})).toContain(' now 9: a record, before 7');
	const told = await tell(peaks, {peaks: async () => answer});
	const line = (streams: number) => textOf([told.line(fakeCanvas({query, live: live(streams, 0)})).body]);
	expect(line(9)).toEqual(['now 9: a record, before 7']);
	expect(line(3)).toEqual(['now 3, most 7']);
});

test('as many as ever is no record', async () => {
	const rows = await drawn({width: 58, height: 11, live: live(7, 3)});
	expect(rows.join('\n')).not.toContain('record');
	expect(rows[0]).toContain('most 7, 12 Nov 21:40');
});

test('the cursor reads a day, on the axis too, and opens it; until it is moved, the one with the most', async () => {
	const told = await tell(peaks, {peaks: async () => answer});
	const own = {...firstOwn, selection: {key: '2026-11-12', index: 0}};
	const {rows, keys, start} = told.draw(fakeCanvas({query, own, width: 80, height: 8}));
	expect(keys[start ?? 0]).toBe('2026-11-12');
	expect(textOf(rows).join('\n')).toContain('Thu 12 Nov  7 at 21:40');
	expect(textOf(rows).find(row => row.includes('╎'))).toContain('╎12 Nov');
	expect(rows.flat().filter(({role}) => role === 'accent')).toEqual([{text: '╎12 Nov', role: 'accent'}]);
	expect(told.enter('2026-11-12', fakeScene({query}))).toEqual({
		view: 'day',
		subject: {id: '2026-11-12', name: 'Thu 12 Nov'},
	});
	const quiet = {...firstOwn, selection: {key: '2026-11-16', index: 4}};
	expect(textOf(told.draw(fakeCanvas({query, own: quiet, width: 80, height: 20})).rows).join('\n')).toContain(
		'Mon 16 Nov  no stream',
	);
});

test('of a handful of plays nothing is the most', async () => {
	const rows = await drawn(
		{width: 80, height: 12},
		{plays: 9, records: {usual: null, streams: null, transcodes: null}},
	);
	expect(rows.join('\n')).toContain('7 at once, 12 Nov 21:40');
	expect(rows.join('\n')).not.toContain('most');
});

test('a wide pane has room for ninety days, where the window is the usual one', async () => {
	const asked: unknown[] = [];
	const {sources} = fakeSources({
		peaks: async ({window}) => {
			asked.push(window);
			return answer;
		},
	});
	const told = await peaks.ask(
		{
			sources,
			query,
			own: firstOwn,
			form: 'pane',
			activity: () => sources.activity(null),
			signal: new AbortController().signal,
			now: fakeNow,
		},
		null,
	);
	expect(asked).toEqual([{days: 30}, {days: 90}]);
	expect(told.draw(fakeCanvas({query, width: 98, height: 20})).note).toBe('a day, 90 days');
	expect(told.draw(fakeCanvas({query, width: 66, height: 20})).note).toBe('a day, 30 days');
});

test('the highest days, the first of equals first; none without a stream', () => {
	expect(highestDays([null, moment(4, 1), moment(6, 2), moment(4, 3)], 2).map(({day}) => day)).toEqual([2, 1]);
	expect(highestDays([null], 3)).toEqual([]);
});
