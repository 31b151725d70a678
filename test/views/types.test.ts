import {describe, expect, test} from 'vitest';
import type {Sources} from '../../source/questions/sources.ts';
import {firstOwn} from '../../source/views/plan/own.ts';
import type {Canvas} from '../../source/views/plan/scene.ts';
import {windowBefore} from '../../source/views/types/data.ts';
import {types} from '../../source/views/types/index.ts';
import {fakeCount, fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow} from '../helpers/fake-sources.ts';
import {busy, evening} from '../ui/world.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from './scene.ts';

/** Direct play, direct stream, transcode of this window and of the one before, and whose the transcodes were. */
const playedAs = (now: readonly number[], before: readonly number[]): Partial<Sources> => ({
	...evening,
	plays: async (query, signal) => {
		const {plays} = evening;
		if (!plays) throw new Error('no evening');
		const found = await plays(query, signal);
		if (query.by === 'user') {
			const rows = [96, 71, 44].map((count, index) =>
				fakeCount({key: String(index), name: ['marta', 'lena', 'otto'][index] ?? '', plays: count}),
			);
			return {...found, rows, names: 9};
		}
		if (query.by !== 'decision') return found;
		const isBefore = 'days' in query.window && query.window.at !== undefined;
		const rows = ['direct play', 'copy', 'transcode'].map((key, index) =>
			fakeCount({key, plays: (isBefore ? before : now)[index] ?? 0}),
		);
		return {...found, rows};
	},
});

const usual = playedAs([1204, 311, 428], [1100, 320, 470]);

const drawn = async (sources: Partial<Sources>, given: Partial<Canvas>) => {
	const answer = await tell(types, sources, queryFor(types, given.query), given.own);
	return answer.draw(fakeCanvas({live: busy, ...given}));
};

test('why: for programs in the order in which reasons are counted, in words the most first', async () => {
	const answer = await tell(types);
	const scene = fakeScene({query: queryFor(types)});
	const {why} = answer.json(scene);
	expect(JSON.stringify(why)).toBe(
		`{"seen":402,"limit":171,"subtitles":84,"codec":118,"sound":29,"container":0,"since":${fakeNow - 40 * 86_400}}`,
	);
	expect(answer.says(scene).at(-1)).toBe('why, 402 seen: limit 171 codec 118 subtitles 84 sound 29.');
});

describe('drawn', () => {
	test('small: three parts that add up to 100, and the change of transcodes', async () => {
		const {rows, note} = await drawn(usual, {width: 42, height: 4});
		expect(note).toBe('1\u2009943 + 9 now, 30 d');
		expect(textOf(rows).map(line => line.replace(/ [^ ]*·+ /, ' | '))).toEqual([
			' direct play   |  62 %  1\u2009204',
			' direct stream |  16 %    311',
			' transcode     |  22 %    428',
			' transcode −3 points on the 30 days before',
		]);
	});

	test('wider: the points of each, transcodes by day with what runs, why and who', async () => {
		const {rows, note, keys} = await drawn(usual, {width: 58, height: 9});
		expect(note).toBe('1\u2009943 plays + 9 running, 30 days');
		const lines = textOf(rows);
		expect(lines.slice(0, 3).map(line => line.slice(-21))).toEqual([
			'  62 %  1\u2009204   +4 pt',
			'  16 %    311   −1 pt',
			'  22 %    428   −3 pt',
		]);
		expect(lines.slice(3, 6).map(line => line.slice(38))).toEqual([
			'transcode by day',
			'today 18 %, with',
			'the 4 running',
		]);
		expect(lines.slice(-3)).toEqual([
			'       24 Oct       8 Nov         now',
			' why, 402 seen: limit 171 codec 118 subtitles 84 sound 29',
			' who           marta 96  lena 71  otto 44  6 more',
		]);
		expect(keys).toHaveLength(33);
	});

	test('the cursor reads a day, and opens its plays', async () => {
		const own = {...firstOwn, selection: {key: '2026-11-12', index: 0}};
		const lines = textOf((await drawn(usual, {width: 58, height: 9, own})).rows);
		expect(lines.slice(3, 5).map(line => line.slice(38))).toEqual(['12 Nov  transcode', '14 %, 12 of 86']);
		const answer = await tell(types, usual);
		expect(answer.enter('2026-11-12', fakeScene())).toEqual({
			view: 'history',
			window: {from: '2026-11-12', to: '2026-11-12'},
		});
		expect(answer.enter('2026-11-01/2026-11-07', fakeScene())).toMatchObject({
			window: {from: '2026-11-01', to: '2026-11-07'},
		});
	});

	test('under ten plays there are counts alone', async () => {
		const few = playedAs([5, 1, 3], [1100, 320, 470]);
		const {rows} = await drawn(few, {width: 58, height: 5});
		expect(textOf(rows).slice(0, 3).join('')).not.toMatch(/%|pt/);
		const answer = await tell(types, few);
		expect(textOf([answer.line(fakeCanvas({width: 50})).body])).toEqual(['play 5  stream 1  transcode 3']);
	});

	test('a handful before, or a window that is not known whole, is nothing to compare with', async () => {
		for (const sources of [playedAs([1204, 311, 428], [3, 3, 3])]) {
			expect(textOf((await drawn(sources, {width: 58, height: 9})).rows).join('')).not.toContain(' pt');
		}
		const {plays} = usual;
		const unknown: Partial<Sources> = {
			...usual,
			plays: async (query, signal) => {
				if (!plays) throw new Error('no plays');
				const coverage = {...fullCoverage(fakeNow), knownFrom: fakeNow - 86_400};
				return {...(await plays(query, signal)), coverage};
			},
		};
		expect(textOf((await drawn(unknown, {width: 58, height: 9})).rows).join('')).not.toContain(' pt');
	});

	test('what runs is in no window of the past, and in none that is narrowed', async () => {
		const query = queryFor(types, {window: {days: 30, at: fakeNow - 86_400}});
		const {note, rows} = await drawn(usual, {width: 58, height: 9, query});
		expect(note).not.toContain('running');
		expect(textOf(rows).join('')).not.toMatch(/today|now$/);
	});
});

test('in one line', async () => {
	const answer = await tell(types, usual);
	expect(textOf([answer.line(fakeCanvas({width: 50})).body])).toEqual(['play 62  stream 16  transcode 22 %']);
});

test('in sentences, with what has changed and whose transcodes they were', async () => {
	const answer = await tell(types, usual);
	expect(answer.says(fakeScene()).slice(1, -1)).toEqual([
		'direct play 62 %, 1\u2009204 plays, 4 points more than in the 30 days before.',
		'direct stream 16 %, 311 plays, 1 point less than in the 30 days before.',
		'transcode 22 %, 428 plays, 3 points less than in the 30 days before.',
		'Transcodes by user: marta 96, lena 71, otto 44.',
	]);
});

test('the window before is as long, and ends where this one begins', () => {
	expect(windowBefore({days: 30}, 5000)).toEqual({days: 30, at: 4999});
	expect(windowBefore({days: 0}, 5000)).toBeNull();
	expect(windowBefore({from: '2026-11-01', to: '2026-11-07'}, 0)).toEqual({from: '2026-10-25', to: '2026-10-31'});
	expect(windowBefore({from: '2026-03-01', to: '2026-03-01'}, 0)).toEqual({from: '2026-02-28', to: '2026-02-28'});
});
