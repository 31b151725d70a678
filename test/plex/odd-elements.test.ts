import {expect, test} from 'vitest';
import type {PlexClient} from '../../source/plex/client.ts';
import {failureOf} from '../helpers/errors.ts';
import {sendJson} from '../helpers/loopback.ts';
import {containers, paged, startPlex} from './start.ts';

const section = {sectionId: '1', uuid: 'u1', name: 'Films', type: 'movie'};
const listing = '/library/sections/1/all';

type ListCase = readonly [
	name: string,
	path: string,
	list: 'Directory' | 'Hub' | 'Metadata',
	good: (id: number) => object,
	odd: unknown,
	named: string,
	ask: (client: PlexClient) => Promise<{readonly length: number} | {readonly size: number}>,
];

const lists: readonly ListCase[] = [
	[
		'a library without its key',
		'/library/sections',
		'Directory',
		id => ({key: String(id), type: 'movie'}),
		{title: 'Films'},
		'library that cannot be read (/library/sections), left out: title Films. key: an id was expected.',
		client => client.getSections(),
	],
	[
		'a collection without its key',
		listing,
		'Metadata',
		id => ({ratingKey: String(id), type: 'collection'}),
		{title: 'Long Winters', ratingKey: null},
		'collection that cannot be read (/library/sections/1/all), left out: title Long Winters. ratingKey: an id was expected.',
		client => client.getCollections(section),
	],
	[
		'a title that is null',
		listing,
		'Metadata',
		id => ({ratingKey: String(id)}),
		null,
		'item that cannot be read (/library/sections/1/all), left out: number 2.',
		client => client.getLeaves(section),
	],
	[
		'a member that is a number',
		'/library/collections/5/children',
		'Metadata',
		id => ({ratingKey: String(id)}),
		17,
		'item that cannot be read (/library/collections/5/children), left out: number 2.',
		client => client.getMembers('5'),
	],
	[
		'a hub without its identifier',
		'/hubs/sections/1/manage',
		'Hub',
		id => ({identifier: `custom.collection.1.${id}`}),
		{title: 'Recently added'},
		'hub that cannot be read (/hubs/sections/1/manage), left out: title Recently added. identifier: an id was expected.',
		client => client.getPromotions('1'),
	],
];

const count = (found: {readonly length: number} | {readonly size: number}): number =>
	'size' in found ? found.size : found.length;

test.each(lists)('%s costs itself and is told', async (_, path, list, good, odd, named, ask) => {
	const {client, odds} = await startPlex(containers({[path]: {size: 3, [list]: [good(1), odd, good(3)]}}));
	expect(count(await ask(client))).toBe(2);
	expect(odds).toEqual([expect.stringContaining(named)]);
});

test.each(lists)('%s: where all are so, the answer is bad', async (_, path, list, _good, odd, _named, ask) => {
	const {client} = await startPlex(containers({[path]: {size: 2, [list]: [odd, odd]}}));
	expect((await failureOf(ask(client))).code).toBe('bad-answer');
});

test('odd elements count for the pages: what follows them is read, and they are told once', async () => {
	const items = Array.from({length: 1000}, (_, index) =>
		index >= 200 && index < 400 ? {title: `No ${index}`} : {ratingKey: String(index + 1)},
	);
	const {client, odds} = await startPlex(containers({'/library/collections/5/children': paged(items)}));
	expect(await client.getMembers('5')).toHaveLength(800);
	expect(odds).toEqual([expect.stringMatching(/200 of 1000 items that cannot be read .* The first is title No 200\./)]);
});

test('a container that is none is told with what was expected, and what came', async () => {
	const {client} = await startPlex((_, response) => sendJson(response, {MediaContainer: null}));
	expect((await failureOf(client.getLeaves(section))).message).toContain(
		'cannot be right at MediaContainer: Invalid input: expected object, received null.',
	);
});

test('5,000 collections are read whole', async () => {
	const all = Array.from({length: 5000}, (_, index) => ({ratingKey: String(index + 1), type: 'collection'}));
	const {client, odds} = await startPlex(containers({[listing]: paged(all)}));
	expect(await client.getCollections(section)).toHaveLength(5000);
	expect(odds).toEqual([]);
});

test('of 300,000 odd elements in one answer the first thousands are enough', async () => {
	const all = [{ratingKey: '1'}, ...Array.from({length: 300_000}, () => ({}))];
	const {client, odds} = await startPlex(
		containers({[listing]: {size: all.length, totalSize: all.length, Metadata: all}}),
	);
	const error = await failureOf(client.getLeaves(section));
	expect(error.message).toContain('cannot be right at items.1.ratingKey: an id was expected.');
	expect(odds).toEqual([]);
});
