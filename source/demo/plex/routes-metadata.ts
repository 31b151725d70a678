import type {DemoCollection} from '../world/collections.ts';
import {type Item, leavesOf} from '../world/item.ts';
import type {World} from '../world/world.ts';
import {collectionElement} from './collections.ts';
import {container} from './element.ts';
import {itemElement} from './items.ts';
import {type PlexRequest, pagedContainer, type Route} from './request.ts';

const sectionAttributes = (world: World, sectionId: number) => {
	const library = world.libraries.find(found => found.sectionId === sectionId);
	return {
		identifier: 'com.plexapp.plugins.library',
		librarySectionID: sectionId,
		librarySectionTitle: library?.name,
		librarySectionUUID: library?.uuid,
	};
};

const itemList = (request: PlexRequest, items: readonly Item[], above: Item | DemoCollection) =>
	pagedContainer(request, items, item => itemElement(request.world, item), {
		...sectionAttributes(request.world, above.sectionId),
		key: String(above.key),
		title2: above.title,
	});

const collectionRoute = (request: PlexRequest, collection: DemoCollection, rest: string): ReturnType<Route> => {
	const {world} = request;
	if (rest === 'children' || rest === 'items') return itemList(request, collection.members, collection);
	if (rest !== '') return null;
	return container([collectionElement(world, collection)], sectionAttributes(world, collection.sectionId));
};

const itemRoute = (request: PlexRequest, item: Item, rest: string): ReturnType<Route> => {
	const {world} = request;
	if (rest === 'children') return itemList(request, item.children, item);
	if (rest === 'allLeaves') return itemList(request, leavesOf(item), item);
	if (rest === 'grandchildren') {
		return itemList(
			request,
			item.children.flatMap(child => child.children),
			item,
		);
	}
	return rest === '' ? container([itemElement(world, item)], sectionAttributes(world, item.sectionId)) : null;
};

/** `/library/metadata/{key}` and `/library/collections/{key}`, with what is below them. */
export const metadataRoute: Route = request => {
	const {world, parts} = request;
	const [, kind, key, ...rest] = parts;
	const collection = world.collections.find(found => String(found.key) === key);
	if (collection !== undefined) return collectionRoute(request, collection, rest.join('/'));
	const item = kind === 'metadata' ? world.items.get(Number(key)) : undefined;
	return item === undefined ? null : itemRoute(request, item, rest.join('/'));
};
