import {expect, test} from 'vitest';
import type {NameGroup} from '../../../source/domain/plays/plays.ts';
import {nameKeys} from '../../../source/stats/plays/name-keys.ts';
import {playColumns} from '../../helpers/play-columns.ts';

const columns = playColumns([
	{
		id: 1,
		user: 7,
		section: 1,
		item: 11,
		media: 'movie',
		decision: 'copy',
		platform: 'Roku',
		player: 'TV',
		product: 'Plex',
		network: 'lan',
	},
	{id: 2, user: 8, section: 2, item: 21, parent: 20, grandparent: 2, media: 'episode', decision: 'transcode'},
	{id: 3, user: 8, section: 3, item: 31, parent: 30, grandparent: 3, media: 'track'},
	{id: 4, item: 41, grandparent: 4, media: 'live'},
]);

/** Collection 900 has an item and the show that it is of, 901 the show. */
const collectionsOf = (key: number): readonly number[] => (key === 21 ? [900] : key === 2 ? [900, 901] : []);

const keysOf = (by: NameGroup): string[][] => {
	const {bucketsAt, keyOf} = nameKeys(by, columns, collectionsOf);
	return [0, 1, 2, 3].map(at => bucketsAt(at).map(keyOf));
};

test.each<[NameGroup, string[][]]>([
	['user', [['7'], ['8'], ['8'], ['1']]],
	['library', [['1'], ['2'], ['3'], ['']]],
	['media', [['movie'], ['episode'], ['track'], ['live']]],
	['decision', [['copy'], ['transcode'], ['direct play'], ['direct play']]],
	['platform', [['Roku'], [''], [''], ['']]],
	['player', [['TV'], [''], [''], ['']]],
	['product', [['Plex'], [''], [''], ['']]],
	['network', [['lan'], [''], [''], ['']]],
	// A film, a show, an artist; what is watched live is itself.
	['title', [['11'], ['2'], ['3'], ['41']]],
	['item', [['11'], ['21'], ['31'], ['41']]],
	['collection', [[], ['900', '901'], [], []]],
])('by %s', (by, expected) => {
	expect(keysOf(by)).toEqual(expected);
});
