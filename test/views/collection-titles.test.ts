import {expect, test} from 'vitest';
import type {CollectionItem} from '../../source/domain/collection.ts';
import {neverPlayed, titleRows} from '../../source/views/collection/titles.ts';
import type {NamedRow} from '../../source/views/plays/named-rows.ts';
import {fakeCount} from '../helpers/fake-plays.ts';

const item = (ratingKey: string, size: number | null): CollectionItem => ({
	ratingKey,
	type: 'movie',
	title: `Film ${ratingKey}`,
	size,
	addedAt: 5,
	since: null,
});

const played = (key: string, plays: number): NamedRow => ({
	key,
	name: `Film ${key}`,
	plays,
	playedSeconds: plays * 60,
	directPlay: plays,
	directStream: 0,
	transcode: 0,
	users: 1,
	lastAt: 100,
	deleted: false,
});

test('what was played comes first, then what was not, the largest first', () => {
	const items = [item('1', 10), item('2', 30), item('3', null), item('4', 40)];
	const ever = [fakeCount({key: '1', plays: 5, lastAt: 100}), fakeCount({key: '2', plays: 1, lastAt: 50})];
	const rows = titleRows([played('1', 3), played('9', 1)], items, ever);
	expect(rows.map(({key, plays, size, lastAt, isItem}) => [key, plays, size, lastAt, isItem])).toEqual([
		['1', 3, 10, 100, true],
		// A show that only an episode of the collection is of, or a title that has left.
		['9', 1, null, null, false],
		['4', 0, 40, null, true],
		['2', 0, 30, 50, true],
		['3', 0, null, null, true],
	]);
	expect(neverPlayed(rows)).toEqual({titles: 2, size: 40});
});

test('without members there is only what was played', () => {
	expect(titleRows([played('1', 3)], [], []).map(({key}) => key)).toEqual(['1']);
	expect(neverPlayed(titleRows([played('1', 3)], [], []))).toEqual({titles: 0, size: 0});
});
