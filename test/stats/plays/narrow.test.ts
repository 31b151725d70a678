import {describe, expect, test} from 'vitest';
import type {Narrowing} from '../../../source/domain/plays/narrowing.ts';
import {nothing} from '../../../source/domain/plays/play-columns.ts';
import {localStarts} from '../../../source/stats/plays/local-clock.ts';
import {conditionsOf, type NarrowingFacts} from '../../../source/stats/plays/narrow.ts';
import {playColumns, type TestPlay} from '../../helpers/play-columns.ts';

const hour = 3600;

const plays: readonly TestPlay[] = [
	{
		id: 1,
		user: 1,
		section: 1,
		item: 11,
		media: 'movie',
		start: 21 * hour,
		decision: 'direct play',
		platform: 'Roku',
		network: 'lan',
	},
	{
		id: 2,
		user: 2,
		section: 2,
		item: 21,
		parent: 20,
		grandparent: 2,
		media: 'episode',
		title: 701,
		start: 22 * hour,
		decision: 'copy',
		player: 'TV',
		network: 'wan',
	},
	{id: 3, user: nothing, section: 3, item: 31, grandparent: 3, media: 'track', start: null, decision: 'transcode'},
	{
		id: 4,
		user: 1,
		section: 4,
		item: 41,
		title: 700,
		media: 'live',
		start: 24 * hour,
		decision: 'transcode',
		platform: 'Roku',
	},
];

const facts: NarrowingFacts = {
	keysOf: (kind, id) => new Set(kind === 'collection' ? [11, 3] : [Number(id)]),
	titlesWith: word => new Set(word === 'harbor' ? [700] : []),
	userNames: () =>
		new Map([
			[1, {name: 'Zoë'}],
			[2, {name: 'harbor-master'}],
		]),
};

const wanted = (where: Narrowing, of: readonly TestPlay[] = plays, joined = true): number[] => {
	const columns = playColumns(of);
	const conditions = conditionsOf(where, columns, localStarts(columns, [{from: 0, offsetSeconds: 0}]), facts, joined);
	return [...columns.rowIds].filter((_, at) => conditions.every(isWanted => isWanted(at)));
};

const choices = (...ids: readonly string[]) => ids.map(id => ({id, name: id}));

test.each<[string, Narrowing, number[]]>([
	['nothing', {}, [1, 2, 3, 4]],
	['an empty list', {user: []}, [1, 2, 3, 4]],
	['a user', {user: choices('1')}, [1, 4]],
	['one of two users', {user: choices('1', '2')}, [1, 2, 4]],
	['no user', {user: choices('')}, [3]],
	['a library', {library: choices('2')}, [2]],
	['a type', {mediaType: choices('movie')}, [1]],
	['shows, which are watched by episodes', {mediaType: choices('show')}, [2]],
	['artists, which are heard by tracks', {mediaType: choices('artist')}, [3]],
	['live TV', {mediaType: choices('live')}, [4]],
	['a decision', {decision: choices('transcode')}, [3, 4]],
	['a platform', {platform: choices('Roku')}, [1, 4]],
	['a player', {player: choices('TV')}, [2]],
	['a network', {network: choices('wan')}, [2]],
	['an item', {title: choices('11')}, [1]],
	['a season', {title: choices('20')}, [2]],
	['a show or an artist', {title: choices('2', '3')}, [2, 3]],
	['a collection', {collection: choices('900')}, [1, 3]],
	['a weekday: the first of January 1970 was a Thursday', {weekday: choices('4')}, [1, 2]],
	['the next day', {weekday: choices('5')}, [4]],
	['Saturday, where Tautulli puts what has no start', {weekday: choices('6')}, [3]],
	['an hour', {hour: choices('21')}, [1]],
	['midnight, where nothing without a start is', {hour: choices('0')}, [4]],
	['a text', {text: 'harbor'}, [2, 4]],
	['a user, blind to case and accents', {text: 'ZOE'}, [1, 4]],
	['words, wherever each of them is', {text: 'roku  harbor'}, [4]],
	['a player', {text: 'tv'}, [2]],
	['a text that is nowhere', {text: 'harbour'}, []],
	['all but a text', {text: '!harbor'}, [1, 3]],
	['all but some words', {text: '!roku harbor'}, [1, 2, 3]],
	['all but nothing', {text: '!'}, [1, 2, 3, 4]],
	['blanks', {text: '  '}, [1, 2, 3, 4]],
	['all of it together', {user: choices('1'), platform: choices('Roku'), text: 'harbor'}, [4]],
	['what contradicts itself', {user: choices('1'), library: choices('2')}, []],
])('narrowed by %s', (_, where, ids) => {
	expect(wanted(where)).toEqual(ids);
});

describe('the decision of a group', () => {
	const group: readonly TestPlay[] = [
		{id: 1, group: 1, user: 7, decision: 'direct play'},
		{id: 2, group: 1, decision: 'transcode'},
		{id: 3, group: 1, decision: 'direct play'},
		{id: 4, decision: 'transcode'},
		{id: 5, group: null, decision: 'transcode'},
		{id: 6, group: null, decision: 'direct play'},
	];

	test('is that of its lowest row, so that parts add up', () => {
		expect(wanted({decision: choices('direct play')}, group)).toEqual([1, 2, 3, 6]);
		expect(wanted({decision: choices('transcode')}, group)).toEqual([4, 5]);
	});

	test('of those rows alone that meet all else', () => {
		expect(wanted({decision: choices('transcode'), user: choices('1')}, group)).toEqual([2, 3, 4, 5]);
	});

	test('of rows one by one each has its own', () => {
		expect(wanted({decision: choices('transcode')}, group, false)).toEqual([2, 4, 5]);
	});
});
