import {expect, test} from 'vitest';
import type {HistoryQuery} from '../../source/questions/queries.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {history} from '../../source/views/history/index.ts';
import {firstOwn} from '../../source/views/plan/own.ts';
import {questionOf} from '../../source/views/plan/query.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow, fakePlay, fakeSeen} from '../helpers/fake-sources.ts';
import {fakeCanvas, queryFor, tell, textOf} from './scene.ts';

const total = 1000;

/** A history of so many plays, the newest with the highest row id. */
const longHistory =
	(asked: HistoryQuery[], found = total): Sources['history'] =>
	async query => {
		asked.push(query);
		const rows = Array.from({length: found}, (_, place) => fakePlay({rowId: 5000 - place}));
		return {
			recordsTotal: total,
			recordsFiltered: found,
			recordsSearched: total,
			start: query.start,
			plays: rows.slice(query.start, query.start + query.limit),
			coverage: fullCoverage(fakeNow),
		};
	};

const ownAt = (index: number) => ({...firstOwn, selection: {key: String(5000 - index), index}});

test('rows are asked for around the cursor, and the cursor can go to each of them', async () => {
	const asked: HistoryQuery[] = [];
	const own = ownAt(700);
	const answer = await tell(history, {history: longHistory(asked)}, queryFor(history), own);
	expect(asked.map(({start, limit}) => [start, limit])).toEqual([[400, 600]]);
	const canvas = fakeCanvas({query: queryFor(history), own, width: 120, height: 8, form: 'page'});
	const {keys, rows} = answer.draw(canvas);
	expect(keys).toHaveLength(total);
	expect([keys[0], keys[400], keys[700], keys[999]]).toEqual(['row 0', '4600', '4300', '4001']);
	expect(textOf(rows).at(-1)).toBe('  697 above   297 more ↓');
	expect(answer.enter('4300', canvas)).toMatchObject({view: 'play', subject: {id: '4300'}});
	expect(answer.enter('row 3', canvas)).toBeNull();
});

test('it asks anew where the cursor comes near the end of what is here, and not before', () => {
	const question = (index: number) => questionOf(history, queryFor(history), ownAt(index));
	expect(question(399)).toBe(question(0));
	expect(question(400)).not.toBe(question(399));
});

test('where fewer are found than the cursor is down, the last of them are asked for', async () => {
	const asked: HistoryQuery[] = [];
	const answer = await tell(history, {history: longHistory(asked, 30)}, queryFor(history), ownAt(700));
	expect(asked.map(({start}) => start)).toEqual([400, 0]);
	const canvas = fakeCanvas({query: queryFor(history), own: ownAt(700), width: 120, height: 50, form: 'page'});
	expect(answer.draw(canvas).keys).toHaveLength(30);
});

test('a search says how many of how many were found', async () => {
	const query = queryFor(history, {where: {text: 'harb'}});
	const answer = await tell(history, {history: longHistory([], 5)}, query);
	const {found, note} = answer.draw(fakeCanvas({query}));
	expect([found, note]).toEqual(['5 of 1\u2009000', '30 days']);
	const report = fakeCanvas({query, form: 'report', height: Number.POSITIVE_INFINITY});
	expect(answer.draw(report).note).toBe('5 of 1\u2009000 plays, 30 days');
});

test('plays tell whether they stalled, and what was sent of the picture, where they were seen', async () => {
	const own = fakeSeen({rowId: 5000, stalls: 2, stalledSeconds: 41});
	const seen = {...own, source: {...own.source, resolution: '4k'}, stream: {...own.stream, resolution: '720p'}};
	const world = {history: longHistory([], 2), seenStreams: async () => [seen]};
	const answer = await tell(history, world);
	const [, first, second] = textOf(answer.draw(fakeCanvas({width: 200, height: 20, form: 'page'})).rows);
	expect(first).toMatch(/ 2, 41 s .* 4k → 720p /);
	expect(second).toMatch(/ not seen /);
});
