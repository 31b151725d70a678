import {expect, test} from 'vitest';
import {keepAnswers} from '../../source/open/keep-answers.ts';
import {answerPeaks} from '../../source/open/plays/answer-peaks.ts';
import type {PlaySources} from '../../source/open/plays/answer-plays.ts';
import {createHeldColumns} from '../../source/open/plays/held-columns.ts';
import type {Store} from '../../source/store/open.ts';
import {serverRow, type WholeRow} from '../helpers/fake-history.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const day = 86_400;

const askOf = (store: Store) => {
	const sources: PlaySources = {
		mirrored: {current: () => store},
		history: {zone: () => ({name: 'UTC', trust: 'verified'}), grouping: true, isZoneAwaited: () => false},
		trouble: () => null,
		columns: createHeldColumns(
			() => noon,
			async () => undefined,
			{short: true},
		),
		now: () => noon,
	};
	const keep = keepAnswers({...sources, store: () => store, mayKeep: () => true, version: '1'});
	return (days: number, where = {}) => answerPeaks(sources, {window: {days}, where}, async () => undefined, keep);
};

/** 2026-01-15 is a Thursday. */
const setScene = (rows: readonly WholeRow[], isComplete = true) => {
	const {store} = tempStore();
	const {serverId} = store.mirror.servers.begin('plex', noon);
	store.mirror.plays.save(serverId, rows);
	if (isComplete) store.mirror.servers.markCompared(serverId, noon, 0);
	else {
		store.mirror.parts.begin(serverId, ['1'], noon);
		store.mirror.parts.save(serverId, {sectionId: '1', fromDay: Math.floor(noon / day) - 100, done: false});
	}
	return askOf(store);
};

/** So many streams at once on the day so many days ago, from ten o'clock on, one second after the other. */
const evening = (first: number, daysAgo: number, streams: number, more: Partial<WholeRow> = {}): WholeRow[] =>
	Array.from({length: streams}, (_, index) =>
		serverRow(first + index, noon - daysAgo * day - 7200 + index, {stoppedAt: noon - daysAgo * day - 3600, ...more}),
	);

test('what is usual and what was a record come from all days that are known, whatever the window', async () => {
	const ask = setScene([
		...evening(1, 70, 5),
		...evening(10, 63, 6, {transcodeDecision: 'transcode'}),
		...evening(20, 14, 4),
		...evening(30, 7, 2),
		...evening(40, 0, 1),
	]);
	const {records, own} = await ask(3);
	expect(own.counts).toEqual([0, 0, 1]);
	expect(records).toEqual({
		// The last eight Thursdays before today: 2, 4, and six without a stream.
		usual: {weekday: 4, count: 0, days: 8},
		streams: {
			count: 6,
			at: noon - 63 * day - 7200 + 5,
			before: {count: 5, at: noon - 70 * day - 7200 + 4},
		},
		transcodes: {count: 6, at: noon - 63 * day - 7200 + 5, before: null},
	});
});

test('a stream across midnight counts on both days, as it was played', async () => {
	const midnight = noon - (noon % day);
	const ask = setScene([
		serverRow(1, midnight - 600, {stoppedAt: midnight + 600, transcodeDecision: 'copy'}),
		serverRow(2, midnight - 60, {stoppedAt: midnight, transcodeDecision: 'transcode'}),
		serverRow(3, midnight, {stoppedAt: midnight + 60}),
	]);
	const {own} = await ask(2);
	expect(own.most).toEqual([
		{count: 2, directPlay: 0, directStream: 1, transcode: 1, at: midnight - 60},
		{count: 2, directPlay: 1, directStream: 1, transcode: 0, at: midnight},
	]);
	expect(own.transcodes).toEqual([{count: 1, at: midnight - 60}, null]);
	expect(own.seconds).toEqual([0, 1080, 120]);
});

test('fewer than ten plays make no record, nor do fewer than eight days', async () => {
	const nothing = {usual: null, streams: null, transcodes: null};
	expect((await setScene([...evening(1, 20, 4), ...evening(9, 1, 5)])(30)).records).toEqual(nothing);
	expect((await setScene([...evening(1, 6, 8), ...evening(9, 1, 5)])(30)).records).toEqual(nothing);
	const {records} = await setScene([...evening(1, 7, 8), ...evening(9, 1, 5)])(30);
	expect(records.streams).toMatchObject({count: 8, before: null});
});

test('while a history is read for the first time nothing is a record, nor usual', async () => {
	const rows = [...evening(1, 70, 5), ...evening(10, 7, 6), ...evening(20, 0, 1)];
	expect((await setScene(rows)(30)).records.streams).toMatchObject({count: 6});
	expect((await setScene(rows, false)(30)).records).toEqual({usual: null, streams: null, transcodes: null});
});

test('a record of years ago is known, and forgotten when its plays are', async () => {
	const {store} = tempStore();
	const {serverId} = store.mirror.servers.begin('plex', noon);
	store.mirror.plays.save(serverId, [...evening(1, 900, 12), ...evening(20, 800, 9), ...evening(30, 5, 3)]);
	store.mirror.servers.markCompared(serverId, noon, 0);
	const ask = askOf(store);
	const of = (count: number, daysAgo: number) => ({count, at: noon - daysAgo * day - 7200 + count - 1});
	expect((await ask(30)).records.streams).toEqual({...of(12, 900), before: null});
	store.mirror.plays.save(serverId, evening(40, 1, 13));
	expect((await ask(30)).records.streams).toEqual({...of(13, 1), before: of(12, 900)});
	// Another program has it from this one.
	expect((await askOf(store)(30)).records.streams).toEqual({...of(13, 1), before: of(12, 900)});
	store.mirror.plays.remove(
		serverId,
		Array.from({length: 12}, (_, index) => index + 1),
	);
	expect((await ask(30)).records.streams).toEqual({...of(13, 1), before: of(9, 800)});
	expect((await askOf(store)(30)).records.streams).toEqual({...of(13, 1), before: of(9, 800)});
	// Nine at once become eight, and no play comes or goes.
	store.mirror.plays.save(serverId, evening(20, 800, 1, {stoppedAt: noon - 800 * day - 7200 + 3}));
	expect((await askOf(store)(30)).records.streams).toEqual({...of(13, 1), before: {...of(8, 800), at: of(9, 800).at}});
});

test('narrowed, they are those of what is wanted', async () => {
	const ask = setScene([...evening(1, 20, 12, {userId: 1}), ...evening(20, 10, 13, {userId: 2})]);
	const {records} = await ask(30, {user: [{id: '1', name: 'one'}]});
	expect(records.streams).toMatchObject({count: 12, before: null});
});

test('each play that comes, goes or changes is in the next answer, however long ago it was', async () => {
	const {store} = tempStore();
	const {serverId} = store.mirror.servers.begin('plex', noon);
	store.mirror.plays.save(serverId, [...evening(1, 200, 5), ...evening(20, 100, 4), ...evening(30, 3, 2)]);
	store.mirror.servers.markCompared(serverId, noon, 0);
	const ask = askOf(store);
	const of = (count: number, daysAgo: number) => ({count, at: noon - daysAgo * day - 7200 + count - 1});
	const record = async () => (await ask(30)).records.streams;
	expect(await record()).toEqual({...of(5, 200), before: null});
	store.mirror.plays.save(serverId, evening(40, 150, 8));
	expect(await record()).toEqual({...of(8, 150), before: of(5, 200)});
	store.mirror.plays.save(serverId, evening(60, 20, 9));
	expect(await record()).toEqual({...of(9, 20), before: of(8, 150)});
	store.mirror.plays.remove(serverId, [40, 41, 42, 43, 44, 45]);
	expect(await record()).toEqual({...of(9, 20), before: of(5, 200)});
	expect((await ask(30)).own.counts.at(-4)).toBe(2);
	store.mirror.plays.save(serverId, evening(30, 3, 2, {stoppedAt: noon - 3 * day - 7200 + 1}));
	expect((await ask(30)).own.counts.at(-4)).toBe(1);
});
