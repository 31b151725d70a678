import {expect, test} from 'vitest';
import type {BoardQuery} from '../../source/domain/board.ts';
import type {Snapshot} from '../../source/domain/collection.ts';
import {ownSnapshots, rankBoard as rankOf} from '../../source/stats/leaderboard.ts';
import {sampleSnapshot} from '../helpers/samples.ts';
import {noon} from '../helpers/temp-store.ts';

/** Where every snapshot is ours. */
const rankBoard = (newest: readonly Snapshot[], weekAgo: readonly Snapshot[], query: BoardQuery) =>
	rankOf({newest, own: newest, weekAgo}, query);

const byPlays: BoardQuery = {days: 30, yAxis: 'plays'};

/** Ranks and titles, with the movement where there is one. */
const lines = (newest: Snapshot[], weekAgo: Snapshot[], query: Partial<BoardQuery> = {}): unknown[] =>
	rankBoard(newest, weekAgo, {...byPlays, ...query}).rows.map(({rank, snapshot, rankChange, isNew}) => [
		rank,
		snapshot.collectionName,
		isNew ? 'new' : rankChange,
	]);

const named = (title: string, plays: number, more: Partial<Snapshot> = {}): Snapshot =>
	sampleSnapshot(title, plays, {collectionName: title, ...more});

test('most plays first, ties by title, case-blind', () => {
	const newest = [named('beta', 5), named('Gamma', 9), named('Alpha', 5), named('none', 0)];
	expect(lines(newest, [])).toEqual([
		[1, 'Gamma', null],
		[2, 'Alpha', null],
		[3, 'beta', null],
		[4, 'none', null],
	]);
});

test('by the time played when asked', () => {
	const newest = [named('many', 9, {playedSeconds: 10}), named('long', 1, {playedSeconds: 7200})];
	expect(lines(newest, [], {yAxis: 'duration'})).toEqual([
		[1, 'long', null],
		[2, 'many', null],
	]);
});

test('the window of the run is in the row, others are in the windows', () => {
	const one = named('one', 9, {
		queryDays: 14,
		uniqueUsers: 3,
		windows: [{days: 7, plays: 2, playedSeconds: 20, users: 1}],
	});
	const numbers = (days: number): unknown =>
		rankBoard([one], [], {...byPlays, days}).rows.map(row => [row.plays, row.playedSeconds, row.uniqueUsers]);
	expect(numbers(14)).toEqual([[9, 900, 3]]);
	expect(numbers(7)).toEqual([[2, 20, 1]]);
});

test('a snapshot without the asked window is left out', () => {
	const newest = [named('ours', 1), named('foreign', 9, {windows: []})];
	expect(lines(newest, [], {days: 7})).toEqual([[1, 'ours', null]]);
	expect(lines(newest, [], {days: 30})).toHaveLength(2);
});

test('movement is against the ranks of a week ago; who was not there is new', () => {
	const newest = [named('a', 9), named('b', 8), named('c', 7), named('d', 6)];
	const weekAgo = [named('b', 5), named('gone', 4), named('a', 3), named('d', 2)];
	expect(lines(newest, weekAgo)).toEqual([
		[1, 'a', 2],
		[2, 'b', -1],
		[3, 'c', 'new'],
		[4, 'd', 0],
	]);
	expect(rankBoard(newest, weekAgo, byPlays).hasMovement).toBe(true);
});

test('without snapshots of a week ago there is no movement, and nothing is new', () => {
	const board = rankBoard([named('a', 9)], [], byPlays);
	expect([board.hasMovement, board.rows[0]?.rankChange, board.rows[0]?.isNew]).toEqual([false, null, false]);
});

test('library and media type say who competes, a week ago as well', () => {
	const shows = {libraryName: 'Séries', mediaType: 'show', sectionUuid: 'uuid-shows'};
	const newest = [named('film', 9), named('show', 5, shows), named('season', 4, {...shows, mediaType: 'season'})];
	expect(lines(newest, newest, {library: 'SE\u0301RIES'})).toEqual([
		[1, 'show', 0],
		[2, 'season', 0],
	]);
	expect(lines(newest, newest, {mediaType: 'season'})).toEqual([[1, 'season', 0]]);
	expect(lines(newest, newest, {library: 'Seri'})).toEqual([]);
});

test('a name picks lines of the whole ranking', () => {
	const newest = [named('a', 9), named('Heist', 5), named('heist', 4, {sectionUuid: 'uuid-shows'})];
	expect(lines(newest, [], {name: 'HEIST'})).toEqual([
		[2, 'Heist', null],
		[3, 'heist', null],
	]);
});

test('equal keys in two sections, and rows without a key, are kept apart', () => {
	const newest = [
		named('1', 9),
		named('1', 8, {sectionUuid: 'uuid-shows', libraryName: 'Shows'}),
		named('x', 7, {ratingKey: '', sectionUuid: ''}),
		named('y', 6, {ratingKey: '', sectionUuid: ''}),
	];
	expect(lines(newest, [...newest].reverse()).map(line => String(line))).toEqual(['1,1,0', '2,1,0', '3,x,0', '4,y,0']);
});

test('the board is as old as its newest snapshot; an empty one has no age', () => {
	const newest = [named('a', 9, {collectedAt: noon - 60}), named('b', 8)];
	expect(rankBoard(newest, [], byPlays).collectedAt).toBe(noon);
	expect(rankBoard([], [], byPlays)).toEqual({days: 30, rows: [], hasMovement: false, collectedAt: null});
});

test('what another program wrote is shown, and moves nobody', () => {
	const foreign = (title: string, plays: number): Snapshot => named(title, plays, {foreign: true, windows: []});
	const newest = [named('a', 9), foreign('b', 99), foreign('c', 50), named('d', 6)];
	const own = ownSnapshots(newest, [named('a', 9), named('b', 7), named('gone', 1)]);
	expect(own.map(({collectionName}) => collectionName)).toEqual(['a', 'b', 'd']);
	const weekAgo = [named('b', 5), named('a', 3), named('d', 2)];
	const board = rankOf({newest, own, weekAgo}, byPlays);
	expect(
		board.rows.map(({rank, snapshot, rankChange, isNew}) => [rank, snapshot.collectionName, rankChange, isNew]),
	).toEqual([
		[1, 'b', null, false],
		[2, 'c', null, false],
		[3, 'a', 1, false],
		[4, 'd', 0, false],
	]);
});
