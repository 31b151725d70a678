import {expect, test} from 'vitest';
import {countCollections} from '../../../source/stats/plays/count-collections.ts';
import {playColumns} from '../../helpers/play-columns.ts';

const columns = playColumns([
	{id: 1, stop: 100, seconds: 10, user: 1, item: 11, group: 1},
	{id: 2, stop: 110, seconds: 20, user: 1, item: 11, group: 1},
	{id: 3, stop: 120, seconds: 40, user: 2, item: 12},
	{id: 4, stop: 130, seconds: 80, user: 9, item: 31, parent: 30, grandparent: 3},
	{id: 5, stop: 140, seconds: 160, user: 1, item: 11, media: 'live'},
	{id: 6, stop: 150, seconds: 0, user: 1, item: 13},
	{id: 7, stop: 160, seconds: 5, user: 1, item: 99},
]);

const collection = (ratingKey: string, ...members: readonly number[]) => ({ratingKey, members: new Set(members)});

const all = [
	collection('900', 11, 12, 14),
	collection('901', 3, 31),
	collection('902', 30, 12),
	collection('903', 13),
	collection('904'),
	collection('905', 77),
];

const count = (since: number | null, grouping = true) => {
	const {counts, distinctPlays} = countCollections(columns, all, {since, grouping, knownUsers: new Set([1, 2])});
	const text = (key: string): string => {
		const {plays, playedSeconds, users, items} = counts.get(key) ?? {};
		return [plays, playedSeconds, users, items].join(' ');
	};
	return {texts: all.map(({ratingKey}) => text(ratingKey)), distinctPlays};
};

test('each collection: plays by group, seconds, users that are known, members that were played; live TV is no item', () => {
	expect(count(null)).toEqual({
		texts: ['2 70 2 2', '1 80 0 2', '2 120 1 2', '0 0 1 1', '0 0 0 0', '0 0 0 0'],
		distinctPlays: 4,
	});
});

test('a window begins with its first second; rows one by one', () => {
	expect(count(110, false).texts.slice(0, 3)).toEqual(['2 60 2 2', '1 80 0 2', '2 120 1 2']);
	expect(count(111).texts.slice(0, 3)).toEqual(['1 40 1 1', '1 80 0 2', '2 120 1 2']);
	expect(count(111).distinctPlays).toBe(3);
});
