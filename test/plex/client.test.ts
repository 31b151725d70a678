import {expect, test} from 'vitest';
import {failureOf} from '../helpers/errors.ts';
import {leafOf} from '../helpers/leaves.ts';
import {sendJson} from '../helpers/loopback.ts';
import {containers, paged, startPlex, token} from './start.ts';

const films = {sectionId: '1', uuid: '6f0c', name: 'Films', type: 'movie'};
const listing = '/library/sections/1/all';

const collection = (ratingKey: string, more: Record<string, unknown> = {}) => ({
	ratingKey,
	key: `/library/collections/${ratingKey}/children`,
	guid: `collection://${ratingKey}`,
	type: 'collection',
	title: `No ${ratingKey}`,
	subtype: 'movie',
	childCount: '12',
	...more,
});

const movie = (index: number) => ({
	ratingKey: String(index),
	type: 'movie',
	title: `Film ${index}`,
	guid: `plex://movie/${index}`,
});

test('the token travels in a header, in no URL, and JSON is asked for', async () => {
	const {client, server} = await startPlex(containers({'/library/sections': {size: 0}}));
	await client.getSections();
	expect(server.heard[0]).toMatchObject({
		method: 'GET',
		url: '/library/sections',
		headers: {
			'x-plex-token': token,
			'x-plex-client-identifier': 'tautop-test',
			'x-plex-product': 'tautop',
			'x-plex-version': '0.0.0',
			accept: 'application/json',
		},
	});
});

test('ping: identity first, then the sections, which test the token', async () => {
	const {client, server} = await startPlex(
		containers({
			'/identity': {size: 0, claimed: true, machineIdentifier: 'a1b2c3', version: '1.41.9.9961-46083195d'},
			'/library/sections': {size: 0},
		}),
	);
	const {ms, ...rest} = await client.ping();
	expect(rest).toEqual({machineIdentifier: 'a1b2c3', version: '1.41.9.9961-46083195d'});
	expect(ms).toBeGreaterThanOrEqual(0);
	expect(server.heard.map(({path}) => path)).toEqual(['/identity', '/library/sections']);
});

test('sections: without photos, titles cleaned, keys as text', async () => {
	const {client} = await startPlex(
		containers({
			'/library/sections': {
				size: 4,
				Directory: [
					{key: '1', type: 'movie', title: 'Films\u202E\u001B[31m', uuid: '6f0c', hidden: 0, Location: []},
					{key: 4, type: 'artist', title: 'Musique été', uuid: '91aa'},
					{key: '5', type: 'photo', title: 'Photos', uuid: '77'},
					{key: '6', type: 'movie', title: 'Films', agent: 'com.plexapp.agents.none'},
				],
			},
		}),
	);
	expect(await client.getSections()).toEqual([
		{sectionId: '1', uuid: '6f0c', name: 'Films', type: 'movie'},
		{sectionId: '4', uuid: '91aa', name: 'Musique été', type: 'artist'},
		{sectionId: '6', uuid: '', name: 'Films', type: 'movie'},
	]);
});

test.each([
	['movie', '1'],
	['show', '4'],
	['artist', '10'],
])('what can be played in a library of type %s is asked for by the type %s, in pages', async (type, number) => {
	const episode = (index: number) => ({
		ratingKey: index,
		parentRatingKey: '310',
		grandparentRatingKey: 31,
		guid: `plex://episode/${index}`,
		title: 'Pilot',
		grandparentTitle: 'Show',
		type: 'episode',
		parentIndex: 1,
		index: '2',
		year: 2020,
		addedAt: 1700000000,
		Media: [
			{
				Part: [
					{file: '/tv/s01e01-e02.mkv', size: 1000},
					{size: 'odd', file: 7},
				],
			},
			{Part: 'odd'},
			{Part: [{size: '24'}]},
		],
	});
	const {client, server} = await startPlex(containers({[listing]: paged([movie(1), episode(2)], {most: 1})}));
	expect(await client.getLeaves({...films, type})).toEqual([
		leafOf({ratingKey: '1', guid: 'plex://movie/1', title: 'Film 1'}),
		leafOf({
			ratingKey: '2',
			parentRatingKey: '310',
			grandparentRatingKey: '31',
			guid: 'plex://episode/2',
			type: 'episode',
			title: 'Pilot',
			grandparentTitle: 'Show',
			season: 1,
			episode: 2,
			year: 2020,
			addedAt: 1_700_000_000,
			size: 1024,
			fileHash: expect.stringMatching(/^[0-9a-f]{16}$/),
		}),
	]);
	expect(server.heard.map(({query}) => query.type)).toEqual([number, number]);
});

test('a library of a type that is not known has nothing that can be played', async () => {
	const {client, server} = await startPlex(containers({}));
	expect(await client.getLeaves({...films, type: 'podcast'})).toEqual([]);
	expect(server.heard).toEqual([]);
});

test('collections: smart ones, strings and numbers, equal titles; promotion is not known here', async () => {
	const {client, server} = await startPlex(
		containers({
			[listing]: paged([
				collection('5001', {title: 'Same'}),
				collection('5002', {title: 'Same', smart: '1', childCount: 311, subtype: 'show'}),
				collection('5003', {smart: true, childCount: undefined, subtype: 'episode'}),
				{...movie(1), type: 'movie'},
			]),
		}),
	);
	const collections = await client.getCollections(films);
	expect(collections[0]).toEqual({
		ratingKey: '5001',
		title: 'Same',
		sectionId: '1',
		sectionUuid: '6f0c',
		libraryName: 'Films',
		mediaType: 'movie',
		smart: false,
		childCount: 12,
		changedAt: null,
		promoted: null,
		source: 'plex',
	});
	expect(
		collections.map(({ratingKey, smart, childCount, mediaType}) => [ratingKey, smart, childCount, mediaType]),
	).toEqual([
		['5001', false, 12, 'movie'],
		['5002', true, 311, 'show'],
		['5003', true, 0, 'episode'],
	]);
	expect(server.heard[0]?.query).toEqual({type: '18'});
});

test('a library without collections has none', async () => {
	const {client} = await startPlex(containers({[listing]: {size: 0, totalSize: 0}}));
	expect(await client.getCollections(films)).toEqual([]);
});

const many = Array.from({length: 523}, (_, index) => movie(index + 1));
const children = '/library/collections/5001/children';

test.each([
	['pages as asked', {}],
	['short pages', {most: 50}],
	['pages without a total', {withTotal: false}],
	['short pages without a total', {most: 50, withTotal: false}],
])('members are read to the end: %s', async (_, style) => {
	const {client} = await startPlex(containers({[children]: paged(many, style)}));
	const members = await client.getMembers('5001');
	expect(members.map(({ratingKey}) => ratingKey)).toEqual(many.map(({ratingKey}) => ratingKey));
	expect(members[0]).toEqual({
		ratingKey: '1',
		type: 'movie',
		title: 'Film 1',
		guid: 'plex://movie/1',
		addedAt: null,
	});
});

test.each([
	['more than asked', many, 1],
	['less than asked', many.slice(0, 56), 2],
])('a server that does not page and sends %s is read once whole', async (_, items, requests) => {
	const {client, server} = await startPlex(containers({[children]: {size: items.length, Metadata: items}}));
	expect(await client.getMembers('5001')).toHaveLength(items.length);
	expect(server.heard).toHaveLength(requests);
});

test('an item that stands on two pages, since the list moved, counts once', async () => {
	const moved = [...many.slice(0, 200), ...many.slice(199)];
	const {client} = await startPlex(containers({[children]: paged(moved)}));
	expect(await client.getMembers('5001')).toHaveLength(523);
});

test('a total larger than the list ends with the list, and is told', async () => {
	const {client, odds} = await startPlex(
		containers({
			[children]: (heard: Parameters<ReturnType<typeof paged>>[0]) => ({
				...Object(paged(many.slice(0, 20))(heard)),
				totalSize: 311,
			}),
		}),
	);
	expect(await client.getMembers('5001')).toHaveLength(20);
	expect(odds).toEqual([expect.stringMatching(/lists 20 items of \S+children, where it says that there are 311\.$/)]);
});

test('a listing that ends before its total is a bad answer: what is missing would be taken for gone', async () => {
	const short = (heard: Parameters<ReturnType<typeof paged>>[0]) => ({
		...Object(paged(many.slice(0, 200))(heard)),
		totalSize: 523,
	});
	const {client} = await startPlex(containers({'/library/sections/1/all': short}));
	const section = {sectionId: '1', uuid: 'u', name: 'Films', type: 'movie'};
	expect((await failureOf(client.getCollections(section))).message).toMatch(
		/lists 200 collections of .* there are 523\.$/,
	);
	expect((await failureOf(client.getLeaves(section))).code).toBe('bad-answer');
});

test('a listing that breaks off at its second page is an error', async () => {
	const {client} = await startPlex((heard, response) => {
		if (heard.headers['x-plex-container-start'] !== '0') return void response.writeHead(503).end();
		return sendJson(response, {MediaContainer: paged(many)(heard)});
	});
	const section = {sectionId: '1', uuid: 'u', name: 'Films', type: 'movie'};
	expect((await failureOf(client.getCollections(section))).code).toBe('server-error');
});

test('a total without a list behind it is a bad answer, not an empty list', async () => {
	const {client} = await startPlex(containers({[children]: {size: 0, totalSize: 12}}));
	expect((await failureOf(client.getMembers('5001'))).code).toBe('bad-answer');
});

test.each([1, 50, 200, 500])('a total of %d, smaller than the list, ends nothing', async total => {
	const {client} = await startPlex(
		containers({
			[children]: (heard: Parameters<ReturnType<typeof paged>>[0]) => ({
				...Object(paged(many)(heard)),
				totalSize: total,
			}),
		}),
	);
	expect(await client.getMembers('5001')).toHaveLength(total === 200 ? 200 : 523);
});

test('a server that sends the first page for ever is a bad answer, not a short list', async () => {
	const {client} = await startPlex(containers({[children]: {size: 200, totalSize: 523, Metadata: many.slice(0, 200)}}));
	expect((await failureOf(client.getMembers('5001'))).code).toBe('bad-answer');
});

test('when Plex added a member is read, as number or text', async () => {
	const rows = [
		{...movie(1), addedAt: 1_690_000_001},
		{...movie(2), addedAt: '1690000002'},
	];
	const {client} = await startPlex(containers({[children]: {size: 2, totalSize: 2, Metadata: rows}}));
	expect((await client.getMembers('5001')).map(({addedAt}) => addedAt)).toEqual([1_690_000_001, 1_690_000_002]);
});

test('an empty collection has no members', async () => {
	const {client} = await startPlex(containers({[children]: {size: 0, totalSize: 0}}));
	expect(await client.getMembers('5001')).toEqual([]);
});

test('promotions: promoted, demoted and never promoted, one question for all', async () => {
	const {client, server} = await startPlex(
		containers({
			'/hubs/sections/1/manage': {
				size: 7,
				Hub: [
					{
						identifier: 'movie.recentlyadded',
						promotedToRecommended: true,
						promotedToOwnHome: true,
						promotedToSharedHome: true,
					},
					{
						identifier: 'custom.collection.1.5001',
						promotedToRecommended: false,
						promotedToOwnHome: true,
						promotedToSharedHome: '1',
					},
					{
						identifier: 'custom.collection.1.5002',
						promotedToRecommended: false,
						promotedToOwnHome: false,
						promotedToSharedHome: 0,
					},
					{identifier: 'custom.collection.1.5003.5003', promotedToRecommended: true},
					{identifier: 'custom.collection.5004', promotedToOwnHome: true},
					{identifier: 'tv.collectionlike.5005', promotedToOwnHome: true},
					{identifier: 'custom.collection.5006', promotedToOwnHome: true},
				],
			},
		}),
	);
	expect([...(await client.getPromotions('1'))]).toEqual([
		['5001', {promoted: {home: true, shared: true, recommended: false}, row: 2}],
		['5002', {promoted: {home: false, shared: false, recommended: false}, row: null}],
		['5003', {promoted: {home: false, shared: false, recommended: true}, row: 3}],
		['5004', {promoted: {home: true, shared: false, recommended: false}, row: 4}],
		['5006', {promoted: {home: true, shared: false, recommended: false}, row: 6}],
	]);
	expect(server.heard.map(({url}) => url)).toEqual(['/hubs/sections/1/manage']);
});

test('promotions: nothing was ever promoted', async () => {
	const {client} = await startPlex(containers({'/hubs/sections/1/manage': {size: 0}}));
	expect((await client.getPromotions('1')).size).toBe(0);
});

test('a container without list and size is no empty list', async () => {
	const {client} = await startPlex(containers({[listing]: {allowSync: true}}));
	expect((await failureOf(client.getCollections(films))).code).toBe('bad-answer');
});
