import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {HistoryAnswer, Play} from '../../source/domain/plays/play.ts';
import type {SeenQuery, WhyQuery} from '../../source/questions/queries.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {title} from '../../source/views/title.ts';
import {user} from '../../source/views/user.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow, fakePlay, fakeSeen} from '../helpers/fake-sources.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from './scene.ts';

const plays = [
	fakePlay({rowId: 90}),
	// It was resumed twice: tautop saw two of the three.
	fakePlay({rowId: 82, joinedRows: [80, 81, 82]}),
	fakePlay({rowId: 79}),
	fakePlay({rowId: 78}),
];

const historyOf = (shown: readonly Play[]): HistoryAnswer => ({
	recordsTotal: shown.length,
	recordsFiltered: shown.length,
	recordsSearched: shown.length,
	start: 0,
	plays: shown,
	coverage: fullCoverage(fakeNow),
});

const seen = [
	fakeSeen({rowId: 90, stalls: 2, stalledSeconds: 41}),
	fakeSeen({rowId: 80, stalls: 1, stalledSeconds: 5}),
	fakeSeen({rowId: 82, stalls: 2, stalledSeconds: 7}),
	fakeSeen({rowId: 79, stalls: 0, stalledSeconds: 0}),
];

const world = {history: async () => historyOf(plays), seenStreams: async () => seen};

const unseen = (): Promise<never> => Promise.reject(new AppError('store', 'There is no database.'));

const stallsOf = (data: unknown): unknown =>
	typeof data === 'object' && data !== null && 'plays' in data && Array.isArray(data.plays)
		? data.plays.map(({stalls, stalled_seconds}) => [stalls, stalled_seconds])
		: null;

test.each([user, title])('$name: plays tell how often and how long they stalled, where tautop saw them', async view => {
	const asked: SeenQuery[] = [];
	const seenStreams: Sources['seenStreams'] = async query => {
		asked.push(query);
		return seen;
	};
	const answer = await tell(view, {...world, seenStreams});
	expect(asked).toContainEqual({rowIds: [90, 80, 81, 82, 79, 78]});
	const json = answer.json(fakeScene({query: queryFor(view)}));
	expect(stallsOf(json)).toEqual([
		[2, 41],
		[3, 12],
		[0, 0],
		[null, null],
	]);
	const canvas = fakeCanvas({query: queryFor(view), width: 120, height: 30, form: 'page'});
	const rows = textOf(answer.draw(canvas).rows);
	const from = rows.findIndex(row => row.includes('stalls'));
	const at = rows[from]?.indexOf('stalls') ?? 0;
	expect(rows.slice(from + 1).map(row => row.slice(at, at + 8).trimEnd())).toEqual([
		'2, 41 s',
		'3, 12 s',
		'–',
		'not seen',
	]);
});

test.each([user, title])('$name: where no play was seen, a column for it takes no room', async view => {
	for (const seenStreams of [async () => [], unseen]) {
		const answer = await tell(view, {...world, seenStreams});
		const canvas = fakeCanvas({query: queryFor(view), width: 120, height: 30, form: 'page'});
		expect(textOf(answer.draw(canvas).rows).join('\n')).not.toContain('stalls');
		expect(stallsOf(answer.json(canvas))).toEqual(plays.map(() => [null, null]));
	}
});

const reasons = {limit: 58, subtitles: 11, codec: 21, sound: 0, container: 0};

test('user: why streams were transcoded, of this user alone', async () => {
	const asked: WhyQuery[] = [];
	const whyTranscoded: Sources['whyTranscoded'] = async query => {
		asked.push(query);
		return {seen: 90, reasons, since: 7};
	};
	const query = queryFor(user, {where: {network: [{id: 'wan', name: 'wan'}]}});
	const answer = await tell(user, {whyTranscoded}, query);
	expect(asked).toEqual([
		{window: {days: 30}, where: {network: [{id: 'wan', name: 'wan'}], user: [{id: '1', name: '1'}]}},
	]);
	expect(answer.json(fakeScene({query}))).toMatchObject({why: {seen: 90, ...reasons, since: 7}});
	const words = 'why, 90 seen: limit 58 codec 21 subtitles 11';
	expect(answer.says(fakeScene({query}))[0]).toContain(`, ${words}.`);
	// Beside the bars where there is room, else a line below them.
	const rowsAt = (width: number) => textOf(answer.draw(fakeCanvas({query, width, height: 20, form: 'page'})).rows);
	expect(rowsAt(120)[3]).toMatch(new RegExp(`^ transcode .* ${words}$`));
	expect(rowsAt(80)[4]).toBe(` ${words}`);
});

test('user: nothing is said of why where nothing transcoded was seen, or nobody can say', async () => {
	const none = {limit: 0, subtitles: 0, codec: 0, sound: 0, container: 0};
	const counts = {seen: 0, reasons: none, since: null};
	const quiet = await tell(user, {whyTranscoded: async () => counts});
	const unknown = await tell(user, {whyTranscoded: unseen});
	for (const answer of [quiet, unknown]) expect(answer.says(fakeScene())[0]).not.toContain('why');
	expect(quiet.json(fakeScene())).toMatchObject({why: {seen: 0, ...none, since: null}});
	expect(unknown.json(fakeScene())).toMatchObject({why: null});
});

test('what was not played says what is known of it', async () => {
	const titleFacts: Sources['titleFacts'] = async () => ({
		items: 19,
		size: 36_600_000_000,
		firstAddedAt: fakeNow - 86_400,
		lastAddedAt: null,
		listedAt: fakeNow,
		collections: null,
	});
	const answer = await tell(title, {history: async () => historyOf([]), titleFacts});
	const words = textOf(
		answer.draw(fakeCanvas({query: queryFor(title), width: 80, height: 20, form: 'page'})).rows,
	).join('\n');
	expect(words).toContain('Nothing was played');
	expect(words).toContain('36.6 GB  19 items');
});
