import {expect, test} from 'vitest';
import type {SharedLeaf} from '../../../source/domain/catalogue.ts';
import {nothing} from '../../../source/domain/plays/play-columns.ts';
import type {IdleState} from '../../../source/domain/plays/unwatched.ts';
import {idleSums, stateOf} from '../../../source/stats/idle/idle-sums.ts';
import {lastPlays} from '../../../source/stats/idle/last-plays.ts';
import type {Unit} from '../../../source/stats/idle/units.ts';
import {playColumns} from '../../helpers/play-columns.ts';

const unit = (key: number, size: number | null, given: Partial<Unit> = {}): Unit => ({
	key,
	type: 'movie',
	section: 1,
	leaf: key,
	keys: [key],
	items: 1,
	size,
	firstAddedAt: 0,
	lastAddedAt: 0,
	...given,
});

const film = (leaf: number, fileHash: string, size: number | null = 100): SharedLeaf => ({
	leaf,
	parent: null,
	grandparent: null,
	type: 'movie',
	fileHash,
	size,
});

const sums = (units: readonly Unit[], states: readonly IdleState[], shared: readonly SharedLeaf[] = []) =>
	idleSums('titles', units, states, shared, () => true);

test.each([
	[undefined, 'never'],
	[999, 'idle'],
	[1000, 'rest'],
	[1001, 'rest'],
	[nothing, 'rest'],
])('a last play at %j is %s before 1000', (last, state) => {
	expect(stateOf(last, 1000)).toBe(state);
});

test('states add up to the whole; what has no size is counted and adds nothing', () => {
	const units = [unit(1, 100), unit(2, null), unit(3, 50), unit(4, 7)];
	expect(sums(units, ['never', 'never', 'idle', 'rest'])).toEqual({
		all: {titles: 4, size: 157, unsized: 1},
		never: {titles: 2, size: 100, unsized: 1},
		idle: {titles: 1, size: 50, unsized: 0},
		rest: {titles: 1, size: 7, unsized: 0},
	});
	expect(sums([unit(1, null)], ['never']).never).toEqual({titles: 1, size: null, unsized: 1});
});

test('a file of two titles counts once, and goes only with the one that is kept longest', () => {
	const units = [unit(1, 100), unit(2, 130), unit(3, 100)];
	const shared = [film(1, 'a'), film(2, 'a')];
	expect(sums(units, ['never', 'never', 'rest'], shared)).toMatchObject({
		all: {size: 230},
		never: {titles: 2, size: 130},
		rest: {size: 100},
	});
	expect(sums(units, ['never', 'idle', 'rest'], shared)).toMatchObject({never: {size: 0}, idle: {size: 130}});
	expect(sums(units, ['idle', 'rest', 'never'], shared)).toMatchObject({idle: {size: 0}, rest: {size: 130}});
});

test('a file that a title outside of the question needs is not freed', () => {
	const units = [unit(1, 100), unit(2, 100, {section: 2})];
	const shared = [film(1, 'a'), film(2, 'a')];
	const isAsked = ({section}: Unit): boolean => section === 1;
	expect(idleSums('titles', units, ['never', 'rest'], shared, isAsked)).toMatchObject({
		all: {titles: 1, size: 100},
		never: {titles: 1, size: 0},
		rest: {titles: 0, size: 100},
	});
	expect(idleSums('titles', units, ['never', 'never'], shared, isAsked).never).toEqual({
		titles: 1,
		size: 100,
		unsized: 0,
	});
});

test('plays are of the item, else of its season, else of its show; Live TV is of nothing', () => {
	const columns = playColumns([
		{id: 1, item: 1, stop: 10},
		{id: 2, item: 1, stop: 40},
		{id: 3, item: 1, stop: 30},
		{id: 4, item: 99, parent: 71, grandparent: 7, media: 'episode', stop: 50},
		{id: 5, item: 98, parent: 97, grandparent: 8, media: 'episode', stop: null, start: null},
		{id: 6, item: 2, stop: 60, media: 'live'},
		{id: 7, item: 3, stop: null, start: 5},
	]);
	const units = [unit(1, 1), unit(2, 1), unit(71, 1), unit(8, 1), unit(3, 1)];
	expect([...lastPlays(columns, units)]).toEqual([
		[0, 40],
		[2, 50],
		[3, nothing],
		[4, 5],
	]);
});
