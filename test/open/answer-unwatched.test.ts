import {expect, test} from 'vitest';
import type {Leaf} from '../../source/domain/leaf.ts';
import type {UnwatchedQuery} from '../../source/domain/plays/unwatched.ts';
import {answerMemberships} from '../../source/open/plays/answer-memberships.ts';
import {answerTitleFacts} from '../../source/open/plays/answer-title-facts.ts';
import {answerLibrarySizes, answerUnwatched} from '../../source/open/plays/answer-unwatched.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {leafOf, listLeaves} from '../helpers/leaves.ts';
import {playSources} from '../helpers/play-sources.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const day = 86_400;
const old = noon - 500 * day;

const film = (key: number, size: number | null, given: Partial<Leaf> = {}): Leaf =>
	leafOf({
		ratingKey: String(key),
		guid: `plex://movie/${key}`,
		size,
		addedAt: noon - 10 * day,
		fileHash: `f${key}`,
		...given,
	});

const episode = (key: number, season: number, show: number, given: Partial<Leaf> = {}): Leaf =>
	film(key, 10, {
		guid: `plex://episode/${key}`,
		sectionId: '2',
		type: 'episode',
		parentRatingKey: String(season),
		grandparentRatingKey: String(show),
		parentTitle: `Season ${season % 10}`,
		grandparentTitle: `Show ${show}`,
		...given,
	});

const leaves = [
	film(11, 100),
	film(12, 300, {addedAt: old - 1}),
	film(13, null),
	film(14, 50, {edition: "Director's Cut"}),
	film(15, 70),
	episode(711, 71, 7),
	episode(712, 71, 7, {fileHash: 'f711'}),
	episode(721, 72, 7),
	episode(811, 81, 8, {addedAt: null}),
];

const setScene = () => {
	const {store, clock} = tempStore();
	const {mirror} = store;
	const {serverId} = mirror.servers.begin('plex', noon);
	const sources = playSources(store, clock);
	const ask = (given: Partial<UnwatchedQuery> = {}) =>
		answerUnwatched(sources, {level: 'titles', since: null, withIdle: false, where: {}, limit: 100, ...given});
	return {mirror, serverId, sources, ask};
};

/** Plays of the film 11 long ago, of 15 now, of an episode of season 71, and of something live under the key of 14. */
const listed = () => {
	const scene = setScene();
	const {mirror, serverId} = scene;
	const shows = {parentRatingKey: '71', grandparentRatingKey: '7', mediaType: 'episode'};
	mirror.plays.save(serverId, [
		serverRow(1, old, {ratingKey: '11', guid: 'plex://movie/11'}),
		serverRow(2, noon - day, {ratingKey: '15', guid: 'plex://movie/15'}),
		serverRow(3, noon - day, {ratingKey: '711', guid: 'plex://episode/711', ...shows}),
		serverRow(4, noon - day, {ratingKey: '14', live: true, guid: 'live'}),
	]);
	mirror.servers.markCompared(serverId, noon, 0);
	mirror.names.saveLibraries(serverId, [
		{sectionId: '1', name: 'Movies', type: 'movie', count: 5},
		{sectionId: '3', name: 'Music', type: 'artist', count: 9},
		{sectionId: '4', name: 'Photos', type: 'photo', count: 9},
	]);
	listLeaves(mirror, serverId, leaves, noon - 60);
	return scene;
};

test('without a listing nothing is said to be never played', async () => {
	const {ask, mirror, serverId, sources} = setScene();
	mirror.plays.save(serverId, [serverRow(1, noon - day)]);
	mirror.servers.markCompared(serverId, noon, 0);
	await expect(ask()).rejects.toMatchObject({code: 'waiting', message: 'Plex has not been listed yet.'});
	expect(await answerLibrarySizes(sources)).toEqual([]);
	expect(answerTitleFacts(sources, {ratingKey: '11'})).toBeNull();
	listLeaves(mirror, serverId, [film(11, 1)]);
	const where = {library: [{id: '9', name: 'Other'}]};
	await expect(ask({where})).rejects.toMatchObject({message: 'Plex has not been listed yet.'});
});

test('films and whole shows that were never played, the largest first, and what all take', async () => {
	const {ask} = listed();
	const answer = await ask();
	expect(answer.rows.map(({ratingKey, size, type}) => [ratingKey, size, type])).toEqual([
		['12', 300, 'movie'],
		['14', 50, 'movie'],
		['8', 10, 'show'],
		['13', null, 'movie'],
	]);
	expect(answer.sums).toEqual({
		all: {titles: 7, size: 550, unsized: 1},
		never: {titles: 4, size: 360, unsized: 1},
		idle: {titles: 1, size: 100, unsized: 0},
		rest: {titles: 2, size: 90, unsized: 0},
	});
	expect(answer).toMatchObject({
		total: 4,
		types: {movie: 5, show: 2},
		recordsFrom: old,
		since: noon - 365 * day,
		unlisted: ['Music'],
		libraries: [
			{sectionId: '1', name: 'Library 1', listedAt: noon - 60, isChanged: false},
			{sectionId: '2', name: 'Library 2', listedAt: noon - 60, isChanged: false},
		],
	});
});

test('what was there before the first play may have been played; so may what does not say when it came', async () => {
	const {ask} = listed();
	const answer = await ask();
	const maybe = answer.rows.map(({ratingKey, maybeBeforeRecords}) => [ratingKey, maybeBeforeRecords]);
	expect(maybe).toEqual([
		['12', true],
		['14', false],
		['8', true],
		['13', false],
	]);
	expect(answer.maybes).toBe(2);
});

test('seasons: one of a show that is watched may lie idle', async () => {
	const {ask} = listed();
	const {rows, sums} = await ask({level: 'seasons'});
	expect(rows.map(({title, size, items}) => [title, size, items])).toEqual([
		['Show 7, Season 2', 10, 1],
		['Show 8, Season 1', 10, 1],
	]);
	expect(sums).toMatchObject({all: {titles: 3, size: 30}, never: {titles: 2, size: 20}, rest: {size: 10}});
	expect((await ask({level: 'films'})).rows.map(({title}) => title)).toEqual([
		'Title 12',
		"Title 14 (Director's Cut)",
		'Title 13',
	]);
});

test('not since a day: by the last stop, before its first second', async () => {
	const {ask} = listed();
	const stop = old + 1800;
	const dates = (withIdle: boolean, since: string | null) => ask({withIdle, since});
	const keys = async (since: string | null) => (await dates(true, since)).rows.map(({ratingKey}) => ratingKey);
	expect(await keys(null)).toEqual(['12', '11', '14', '8', '13']);
	expect(new Date(stop * 1000).toISOString()).toBe('2024-09-02T12:30:00.000Z');
	expect(await keys('2024-09-02')).toEqual(['12', '14', '8', '13']);
	expect(await keys('2024-09-03')).toEqual(['12', '11', '14', '8', '13']);
	expect((await dates(false, '2024-09-03')).rows).toHaveLength(4);
	expect((await dates(true, '2024-09-03')).rows[1]).toMatchObject({lastAt: stop, maybeBeforeRecords: false});
});

test('narrowed by library, type, title and collection; with the collections that a title is in', async () => {
	const {ask, mirror, serverId, sources} = listed();
	expect((await ask()).rows.map(({collections}) => collections)).toEqual([null, null, null, null]);
	mirror.members.save(
		{
			collectionKey: '901',
			level: 0,
			changedAt: null,
			members: ['12', '811'].map(ratingKey => ({ratingKey, type: '', title: '', guid: ''})),
		},
		noon,
	);
	const keys = async (where: UnwatchedQuery['where']) => (await ask({where})).rows.map(({ratingKey}) => ratingKey);
	const choice = (id: string) => [{id, name: id}];
	expect(await keys({library: choice('2')})).toEqual(['8']);
	expect(await keys({mediaType: choice('show')})).toEqual(['8']);
	expect(await keys({title: choice('14')})).toEqual(['14']);
	expect(await keys({title: choice('15')})).toEqual([]);
	expect(await keys({collection: choice('901')})).toEqual(['12', '8']);
	await expect(ask({where: {collection: choice('902')}})).rejects.toMatchObject({code: 'waiting'});
	// Collections are named where a run has listed them.
	expect((await ask()).rows.map(({collections}) => collections)).toEqual([[], [], [], []]);
	expect(answerTitleFacts(sources, {ratingKey: '8'})).toMatchObject({items: 1, size: 10, collections: []});
	expect(answerMemberships(sources, {ratingKeys: ['8', '12', '13', '']})).toEqual({});
	expect(serverId).toBeGreaterThan(0);
});

test('a play counts under the key that its title has today', async () => {
	const {ask, mirror, serverId} = listed();
	mirror.plays.save(serverId, [serverRow(9, noon - day, {ratingKey: '4000', guid: 'plex://movie/12'})]);
	listLeaves(mirror, serverId, leaves, noon);
	expect((await ask()).rows.map(({ratingKey}) => ratingKey)).toEqual(['14', '8', '13']);
});

test('libraries with what they hold', async () => {
	const {sources} = listed();
	expect((await answerLibrarySizes(sources)).map(({name, sums}) => [name, sums.all, sums.never])).toEqual([
		['Library 1', {titles: 5, size: 520, unsized: 1}, {titles: 3, size: 350, unsized: 1}],
		['Library 2', {titles: 2, size: 30, unsized: 0}, {titles: 1, size: 10, unsized: 0}],
	]);
});
