import type {Item} from '../../world/item.ts';
import {itemsOfType} from '../../world/library.ts';
import type {World} from '../../world/world.ts';
import {type Json, success} from '../answer.ts';
import {collectionMetadata} from '../collection-fields.ts';
import type {Command, Commands} from '../context.ts';
import {mediaInfo} from '../media-info.ts';
import {furtherFields, metadataFields} from '../metadata.ts';
import {listOf, strictNumber, wholeNumber} from '../params.ts';

type Fields = {readonly [name: string]: Json};

/** Metadata without a word in it: every string is empty, every list too. */
const blank = (fields: Fields): Fields =>
	Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? [] : '']));

const itemMetadata = (world: World, item: Item): Fields => ({
	...metadataFields(world, item),
	...furtherFields(item),
	children_count: item.children.length,
	live: 0,
	media_info: mediaInfo(item),
});

const getMetadata: Command = ({world, plexIsDown}, params) => {
	const key = wholeNumber(params.get('rating_key') ?? '');
	const item = world.items.get(key ?? -1);
	if (plexIsDown) return success({});
	if (item !== undefined) return success(itemMetadata(world, item));
	const collection = world.collections.find(found => found.key === key);
	const [any] = world.items.values();
	if (collection === undefined || any === undefined) return success({});
	return success(collectionMetadata(blank({...metadataFields(world, any), ...furtherFields(any)}), collection));
};

/** An empty collection, an unknown key and a Plex that is away look the same. */
const getChildrenMetadata: Command = ({world, plexIsDown}, params) => {
	const nothing = success({children_count: 0, children_list: []});
	const key = wholeNumber(params.get('rating_key') ?? '');
	const item = world.items.get(key ?? -1);
	const collection = world.collections.find(found => found.key === key);
	const children = item?.children ?? collection?.members ?? [];
	if (plexIsDown || children.length === 0) return nothing;
	return success({
		children_count: children.length,
		children_type: children[0]?.type ?? '',
		title: item?.title ?? collection?.title ?? '',
		children_list: children.map(child => metadataFields(world, child)),
	});
};

/** What a library shows as new: films, seasons, albums. */
const newest = (world: World): readonly Item[] =>
	world.libraries
		.flatMap(library => [
			...itemsOfType(library, 'movie'),
			...itemsOfType(library, 'season'),
			...itemsOfType(library, 'album'),
		])
		.sort((one, two) => two.addedAt - one.addedAt || two.key - one.key);

const getRecentlyAdded: Command = ({world, now, plexIsDown}, params) => {
	const start = strictNumber(params, 'start', 0) ?? 0;
	const count = strictNumber(params, 'count', 0) ?? 0;
	const section = params.get('section_id');
	const types = listOf(params, 'media_type');
	const items = newest(world).filter(
		item =>
			item.addedAt <= now &&
			(!section || String(item.sectionId) === section) &&
			(types === null || types.includes(item.type) || (types.includes('show') && item.type === 'season')),
	);
	return success({
		recently_added: plexIsDown
			? []
			: items.slice(start, start + count).map(item => ({
					...metadataFields(world, item),
					guids: [],
					child_count: '',
				})),
	});
};

/** What Tautulli asks Plex of items. */
export const metadataCommands: Commands = {
	get_metadata: getMetadata,
	get_children_metadata: getChildrenMetadata,
	get_recently_added: getRecentlyAdded,
};
