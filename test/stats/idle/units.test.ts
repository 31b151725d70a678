import {expect, test} from 'vitest';
import type {CatalogueGroup, SharedLeaf} from '../../../source/domain/catalogue.ts';
import {isListed, unitOf, unitsOf} from '../../../source/stats/idle/units.ts';

const groupOf = (given: Partial<CatalogueGroup> & Pick<CatalogueGroup, 'leaf'>): CatalogueGroup => ({
	parent: null,
	grandparent: null,
	section: 1,
	type: 'movie',
	items: 1,
	size: 100,
	firstAddedAt: 50,
	lastAddedAt: 50,
	...given,
});

const season = (parent: number, given: Partial<CatalogueGroup> = {}): CatalogueGroup =>
	groupOf({leaf: parent * 10, parent, grandparent: 7, section: 2, type: 'episode', items: 2, ...given});

test.each([
	['titles', 'movie', null, null, {key: 1, type: 'movie'}],
	['titles', 'episode', 2, 3, {key: 3, type: 'show'}],
	['films', 'episode', 2, 3, {key: 3, type: 'show'}],
	['seasons', 'episode', 2, 3, {key: 2, type: 'season'}],
	['titles', 'track', 2, 3, {key: 3, type: 'artist'}],
	['albums', 'track', 2, 3, {key: 2, type: 'album'}],
	['titles', 'episode', 2, null, {key: 2, type: 'season'}],
	['titles', 'episode', null, null, {key: 1, type: 'episode'}],
	['titles', 'clip', 2, 3, {key: 1, type: 'clip'}],
] as const)('at the level of %s a %s under %j and %j is of %j', (level, type, parent, grandparent, unit) => {
	expect(unitOf(level, {leaf: 1, parent, grandparent, type})).toEqual(unit);
});

test('a level lists its own kind, and what has no parents beside it', () => {
	expect(['movie', 'show', 'artist', 'clip'].map(type => isListed('titles', {type}))).toEqual([true, true, true, true]);
	expect(['movie', 'show', 'season', 'episode'].map(type => isListed('seasons', {type}))).toEqual([
		false,
		false,
		true,
		true,
	]);
});

test('a show is its seasons together, with the keys of both', () => {
	const groups = [
		season(71, {firstAddedAt: 10, lastAddedAt: 20}),
		season(72, {size: 40, firstAddedAt: 5, lastAddedAt: 90}),
	];
	expect(unitsOf('shows', groups, [])).toEqual([
		{
			key: 7,
			type: 'show',
			section: 2,
			leaf: 710,
			keys: [71, 7, 72],
			items: 4,
			size: 140,
			firstAddedAt: 5,
			lastAddedAt: 90,
		},
	]);
	expect(unitsOf('seasons', groups, []).map(({key, size}) => [key, size])).toEqual([
		[71, 100],
		[72, 40],
	]);
});

test('a size that is not known is none, and adds nothing to others; a time that is not known is the first', () => {
	const [show] = unitsOf('shows', [season(71, {size: null, firstAddedAt: null}), season(72)], []);
	expect(show).toMatchObject({size: 100, firstAddedAt: null, lastAddedAt: 50});
	expect(unitsOf('shows', [season(71, {size: null})], [])).toMatchObject([{size: null}]);
});

test('a file of several episodes is in their season and their show once', () => {
	const shared = [701, 702, 703].map(
		(leaf): SharedLeaf => ({leaf, parent: 71, grandparent: 7, type: 'episode', fileHash: 'f', size: 30}),
	);
	const groups = [season(71, {items: 3, size: 90}), groupOf({leaf: 1})];
	expect(unitsOf('seasons', groups, shared).map(({size}) => size)).toEqual([30, 100]);
	expect(unitsOf('shows', groups, shared).map(({size}) => size)).toEqual([30, 100]);
});
