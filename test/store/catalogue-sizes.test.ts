import {expect, test} from 'vitest';
import {leafOf, listLeaves} from '../helpers/leaves.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const episode = (key: number, season: number, given: Partial<ReturnType<typeof leafOf>> = {}) =>
	leafOf({
		ratingKey: String(key),
		guid: `plex://episode/${key}`,
		parentRatingKey: String(season),
		grandparentRatingKey: '7',
		sectionId: '2',
		type: 'episode',
		parentTitle: `Season ${season - 70}`,
		grandparentTitle: 'Harbour Lights',
		size: 10,
		addedAt: 100 + key,
		fileHash: `f${key}`,
		...given,
	});

const setScene = () => {
	const {mirror} = tempStore().store;
	const {serverId} = mirror.servers.begin('plex', noon);
	listLeaves(
		mirror,
		serverId,
		[
			leafOf({ratingKey: '1', guid: 'a', size: 100, addedAt: 50, fileHash: 'film'}),
			leafOf({ratingKey: '2', guid: 'b', size: null, fileHash: ''}),
			episode(711, 71, {fileHash: 'double'}),
			episode(712, 71, {fileHash: 'double'}),
			episode(713, 71, {size: 5, addedAt: null}),
			episode(721, 72, {size: null, fileHash: ''}),
			episode(731, 73, {parentRatingKey: '', fileHash: 'film', size: 99}),
		],
		noon,
	);
	return {sizes: mirror.sizes, serverId};
};

test('leaves by season or album, films and what has no parent alone', () => {
	const {sizes, serverId} = setScene();
	const rows = sizes.groups(serverId).toSorted((one, two) => one.leaf - two.leaf);
	const show = {grandparent: 7, section: 2, type: 'episode'};
	const film = {parent: null, grandparent: null, section: 1, type: 'movie', items: 1};
	expect(rows).toEqual([
		{leaf: 1, ...film, size: 100, firstAddedAt: 50, lastAddedAt: 50},
		{leaf: 2, ...film, size: null, firstAddedAt: null, lastAddedAt: null},
		{leaf: 711, parent: 71, ...show, items: 3, size: 25, firstAddedAt: null, lastAddedAt: 812},
		{leaf: 721, parent: 72, ...show, items: 1, size: null, firstAddedAt: 821, lastAddedAt: 821},
		{leaf: 731, parent: null, ...show, items: 1, size: 99, firstAddedAt: 831, lastAddedAt: 831},
	]);
	expect(sizes.groups(serverId + 1)).toEqual([]);
});

test('leaves that share a file stand together; those without one share nothing', () => {
	const {sizes, serverId} = setScene();
	expect(sizes.shared(serverId).map(({fileHash, leaf, size}) => [fileHash, leaf, size])).toEqual([
		['double', 711, 10],
		['double', 712, 10],
		['film', 1, 100],
		['film', 731, 99],
	]);
});

test('a title is told by any of its keys, with a file once', () => {
	const {sizes, serverId} = setScene();
	expect([...sizes.facts(serverId, [1, 2, 7, 71, 72, 711, 900])]).toEqual([
		[1, {items: 1, size: 100, firstAddedAt: 50, lastAddedAt: 50, listedAt: noon}],
		[2, {items: 1, size: null, firstAddedAt: null, lastAddedAt: null, listedAt: noon}],
		[7, {items: 5, size: 114, firstAddedAt: 811, lastAddedAt: 831, listedAt: noon}],
		[71, {items: 3, size: 15, firstAddedAt: 811, lastAddedAt: 812, listedAt: noon}],
		[72, {items: 1, size: null, firstAddedAt: 821, lastAddedAt: 821, listedAt: noon}],
		[711, {items: 1, size: 10, firstAddedAt: 811, lastAddedAt: 811, listedAt: noon}],
	]);
	expect(sizes.family(serverId, 71)).toEqual([7, 71, 711, 712, 713]);
	expect(sizes.family(serverId, 711)).toEqual([7, 71, 711]);
	expect(sizes.family(serverId, 900)).toEqual([]);
});

test('leaves have names, what is none has not', () => {
	const {sizes, serverId} = setScene();
	expect(sizes.leaves(serverId, [711, 71, 7])).toEqual([
		{
			leaf: 711,
			parent: 71,
			grandparent: 7,
			type: 'episode',
			title: 'Title 711',
			edition: '',
			parentTitle: 'Season 1',
			grandparentTitle: 'Harbour Lights',
		},
	]);
});
