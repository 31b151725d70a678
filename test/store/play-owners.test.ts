import {expect, test} from 'vitest';
import {countCollection, countPlays, only} from '../helpers/count-plays.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {leafOf, listLeaves} from '../helpers/leaves.ts';
import {runThrough} from '../helpers/run-through.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const a = 'plex://movie/a';
const b = 'plex://movie/b';

const setScene = () => {
	const {mirror} = tempStore().store;
	const {serverId} = mirror.servers.begin('plex', noon);
	const window = {serverId, since: null, grouping: true};
	const playsOf = (key: string): number => countPlays(mirror, window, only('title', key)).plays;
	const keysOf = (key: number): number[] => [...mirror.playOwners.keysOf(serverId, key)];
	const saveCollection = (collectionKey: string, level: 0 | 1 | 2, keys: readonly string[]): void => {
		const members = keys.map(ratingKey => ({ratingKey, type: '', title: '', guid: ''}));
		mirror.members.save({collectionKey, level, changedAt: null, members}, noon);
	};
	const inCollection = (key: string): number => countCollection(mirror, window, key).plays;
	return {mirror, serverId, playsOf, keysOf, saveCollection, inCollection};
};

test('two films with one guid: each has its own plays, and a collection those of its member alone', () => {
	const {mirror, serverId, playsOf, saveCollection, inCollection} = setScene();
	mirror.plays.save(serverId, [
		serverRow(1, noon, {ratingKey: '11', guid: a}),
		serverRow(2, noon, {ratingKey: '12', guid: a}),
		serverRow(3, noon, {ratingKey: '12', guid: a}),
	]);
	saveCollection('901', 0, ['11']);
	listLeaves(mirror, serverId, [leafOf({ratingKey: '11', guid: a}), leafOf({ratingKey: '12', guid: a})]);
	expect([playsOf('11'), playsOf('12'), inCollection('901')]).toEqual([1, 2, 1]);
});

test('a match that was fixed keeps its plays; a key that was used again gives them back', () => {
	const {mirror, serverId, playsOf, saveCollection, inCollection} = setScene();
	mirror.plays.save(serverId, [
		serverRow(1, noon, {ratingKey: '11', guid: a}),
		serverRow(2, noon, {ratingKey: '11', guid: b}),
	]);
	saveCollection('901', 0, ['11']);
	listLeaves(mirror, serverId, [leafOf({ratingKey: '11', guid: b})]);
	expect([playsOf('11'), inCollection('901')]).toEqual([2, 2]);
	listLeaves(mirror, serverId, [leafOf({ratingKey: '11', guid: b}), leafOf({ratingKey: '12', guid: a})]);
	expect([playsOf('11'), playsOf('12'), inCollection('901')]).toEqual([1, 1, 1]);
	expect(mirror.playOwners.ofCollections(serverId)).toEqual({rekeyed: 0, reused: 1});
});

test('a title that was added again has its old plays, in its own library before another, the first added of several', () => {
	const {mirror, serverId, playsOf, saveCollection, inCollection} = setScene();
	mirror.plays.save(serverId, [serverRow(1, noon, {ratingKey: '11', guid: a})], '1');
	mirror.plays.save(serverId, [serverRow(2, noon, {ratingKey: '70', guid: a})], '9');
	const lost = listLeaves(mirror, serverId, [
		leafOf({ratingKey: '22', guid: a, sectionId: '2', addedAt: 1}),
		leafOf({ratingKey: '14', guid: a, addedAt: 9}),
		leafOf({ratingKey: '13', guid: a, addedAt: 5}),
	]);
	expect(lost).toEqual({rekeyed: 2, orphans: 0});
	saveCollection('901', 0, ['13']);
	expect([playsOf('13'), playsOf('14'), playsOf('22'), inCollection('901')]).toEqual([1, 0, 1, 1]);
	expect(mirror.playOwners.ofCollections(serverId)).toEqual({rekeyed: 1, reused: 0});
});

test('an episode whose show was moved counts for the show that it is of now', () => {
	const {mirror, serverId, playsOf, saveCollection, inCollection} = setScene();
	const episode = {
		mediaType: 'episode',
		ratingKey: '31',
		parentRatingKey: '30',
		grandparentRatingKey: '3',
		guid: 'plex://episode/1',
	};
	mirror.plays.save(serverId, [serverRow(1, noon, episode)]);
	saveCollection('901', 2, ['3']);
	saveCollection('902', 2, ['4']);
	saveCollection('903', 1, ['40']);
	expect([inCollection('901'), inCollection('902')]).toEqual([1, 0]);
	const moved = leafOf({
		ratingKey: '31',
		guid: 'plex://episode/1',
		type: 'episode',
		parentRatingKey: '40',
		grandparentRatingKey: '4',
	});
	listLeaves(mirror, serverId, [moved]);
	expect([inCollection('901'), inCollection('902'), inCollection('903')]).toEqual([0, 1, 1]);
	expect([playsOf('3'), playsOf('4')]).toEqual([0, 1]);
});

test('what nobody has any more is an orphan, in no collection; live TV is none', () => {
	const {mirror, serverId, playsOf} = setScene();
	mirror.plays.save(serverId, [
		serverRow(1, noon, {ratingKey: '11', guid: a}),
		serverRow(2, noon, {ratingKey: '12', guid: 'local://12'}),
		serverRow(3, noon, {ratingKey: '13', guid: a, live: true}),
	]);
	expect(listLeaves(mirror, serverId, [leafOf({ratingKey: '99', guid: b})])).toEqual({rekeyed: 0, orphans: 2});
	expect([playsOf('11'), playsOf('12'), playsOf('99')]).toEqual([1, 1, 0]);
});

test('without a list the key alone decides', () => {
	const {mirror, serverId, playsOf} = setScene();
	mirror.plays.save(serverId, [serverRow(1, noon, {ratingKey: '11', guid: a})]);
	expect(mirror.playOwners.isListed(serverId)).toBe(false);
	expect(playsOf('11')).toBe(1);
});

test('new plays are decided by themselves, in the order of their rows; what was read of plays is old where an owner changed', () => {
	const {mirror, serverId, playsOf} = setScene();
	mirror.plays.save(serverId, [serverRow(5, noon, {ratingKey: '11', guid: a})]);
	listLeaves(mirror, serverId, [leafOf({ratingKey: '21', guid: a})]);
	expect(playsOf('21')).toBe(1);
	mirror.plays.save(serverId, [serverRow(6, noon, {ratingKey: '11', guid: a})]);
	const version = mirror.servers.playsVersion(serverId);
	expect(runThrough(mirror.playOwners.decide(serverId, 'new'))).toEqual({rekeyed: 1, orphans: 0});
	expect(mirror.servers.playsVersion(serverId)).toBe(version + 1);
	expect(playsOf('21')).toBe(2);
	expect(runThrough(mirror.playOwners.decide(serverId, 'new'))).toEqual({rekeyed: 0, orphans: 0});
	expect(mirror.servers.playsVersion(serverId)).toBe(version + 1);
	mirror.plays.remove(serverId, [5]);
	runThrough(mirror.playOwners.decide(serverId, 'all'));
	expect(playsOf('21')).toBe(1);
});

test('a key that is gone stands for what was played under it; one that lives for itself alone', () => {
	const {mirror, serverId, keysOf} = setScene();
	const episode = {mediaType: 'episode', parentRatingKey: '30', grandparentRatingKey: '3', guid: 'plex://episode/1'};
	mirror.plays.save(serverId, [
		serverRow(1, noon, {ratingKey: '11', guid: a}),
		serverRow(2, noon, {...episode, ratingKey: '31'}),
		serverRow(3, noon, {ratingKey: '21', guid: b}),
	]);
	const show = {type: 'episode', parentRatingKey: '50', grandparentRatingKey: '5', guid: 'plex://episode/1'};
	listLeaves(mirror, serverId, [
		leafOf({ratingKey: '12', guid: a}),
		leafOf({...show, ratingKey: '51'}),
		leafOf({ratingKey: '21', guid: 'plex://movie/c'}),
		leafOf({ratingKey: '22', guid: b}),
	]);
	expect([11, 31, 30, 3].map(keysOf)).toEqual([
		[11, 12],
		[31, 51],
		[30, 50],
		[3, 5],
	]);
	expect([12, 21, 50, 5, 99].map(keysOf)).toEqual([[12], [21], [50], [5], [99]]);
});

test('a title that was never played under its key of today is called as Plex calls it', () => {
	const {mirror, serverId} = setScene();
	mirror.plays.save(serverId, [serverRow(1, noon, {ratingKey: '11', guid: a})]);
	listLeaves(mirror, serverId, [
		leafOf({ratingKey: '12', guid: a, title: 'The Film'}),
		leafOf({ratingKey: '31', guid: b, title: 'Pilot', grandparentRatingKey: '3', grandparentTitle: 'The Show'}),
	]);
	expect([...mirror.names.titles(serverId, [12, 3, 31])].sort()).toEqual([
		[12, 'The Film'],
		[3, 'The Show'],
		[31, 'Pilot'],
	]);
});

test('a library that is gone takes its titles with it', () => {
	const {mirror, serverId, playsOf} = setScene();
	mirror.plays.save(serverId, [serverRow(1, noon, {ratingKey: '11', guid: a})]);
	listLeaves(mirror, serverId, [
		leafOf({ratingKey: '21', guid: a}),
		leafOf({ratingKey: '31', guid: b, sectionId: '3'}),
	]);
	expect(mirror.catalogue.sections(serverId).map(({sectionId}) => sectionId)).toEqual(['1', '3']);
	expect(playsOf('21')).toBe(1);
	listLeaves(mirror, serverId, [leafOf({ratingKey: '31', guid: b, sectionId: '3'})]);
	expect(playsOf('21')).toBe(0);
});
