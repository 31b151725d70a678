import type {DemoCollection} from '../world/collections.ts';
import type {Item, ItemType} from '../world/item.ts';
import {type DemoLibrary, itemsOfType} from '../world/library.ts';
import type {World} from '../world/world.ts';
import {collectionElement, managedHubs} from './collections.ts';
import {container, type Element, element} from './element.ts';
import {itemElement} from './items.ts';
import {metaElement} from './meta.ts';
import {type PlexRequest, pagedContainer, type Route} from './request.ts';
import {selectItems} from './selection.ts';

/** Plex's type numbers; 18, collections, has a listing of its own. */
const typeNumbers: Readonly<Record<string, ItemType>> = {
	1: 'movie',
	2: 'show',
	3: 'season',
	4: 'episode',
	8: 'artist',
	9: 'album',
	10: 'track',
};

const sectionsList = (world: World) =>
	container(
		world.libraries.map(({sectionId, type, name, agent, uuid}) =>
			element(
				'Directory',
				{
					allowSync: true,
					art: `/:/resources/${type}-fanart.jpg`,
					composite: `/library/sections/${sectionId}/composite/1700000000`,
					filters: true,
					refreshing: false,
					thumb: `/:/resources/${type}.png`,
					key: String(sectionId),
					type,
					title: name,
					agent,
					scanner: `Plex ${name}`,
					language: 'en-US',
					uuid,
					updatedAt: 1_700_000_000,
					createdAt: 1_600_000_000,
					scannedAt: 1_700_000_000,
					content: true,
					directory: true,
					contentChangedAt: 1000 + sectionId,
					hidden: 0,
				},
				[element('Location', {id: sectionId, path: `/media/${sectionId}`})],
			),
		),
		{allowSync: false, title1: 'Plex Library'},
	);

const sectionAttributes = (library: DemoLibrary) => ({
	identifier: 'com.plexapp.plugins.library',
	librarySectionID: library.sectionId,
	librarySectionTitle: library.name,
	librarySectionUUID: library.uuid,
	title1: library.name,
	viewGroup: library.type,
});

/** A listing with what it can be filtered by, where that was asked for. */
const withMeta = ({query}: PlexRequest, library: DemoLibrary, listing: Element, ofCollections: boolean): Element =>
	query.get('includeMeta') === '1'
		? {...listing, children: [metaElement(library, ofCollections), ...listing.children]}
		: listing;

const collectionsOf = (request: PlexRequest, library: DemoLibrary): Element => {
	const {world, query} = request;
	const title = (query.get('title') ?? '').toLowerCase();
	const found = world.collections.filter(
		collection => collection.sectionId === library.sectionId && collection.title.toLowerCase().includes(title),
	);
	const draw = (collection: DemoCollection): Element => collectionElement(world, collection);
	return withMeta(request, library, pagedContainer(request, found, draw, sectionAttributes(library)), true);
};

const allOf = (request: PlexRequest, library: DemoLibrary): Element => {
	const {world, query} = request;
	const number = query.get('type') ?? '';
	if (number === '18') return collectionsOf(request, library);
	const type = typeNumbers[number];
	const items = selectItems(query, type === undefined ? library.items : itemsOfType(library, type));
	const draw = (item: Item): Element => itemElement(world, item);
	return withMeta(request, library, pagedContainer(request, items, draw, sectionAttributes(library)), false);
};

const sectionRoute = (request: PlexRequest, library: DemoLibrary, rest: string): ReturnType<Route> => {
	if (rest === 'all') return allOf(request, library);
	if (rest === 'collections') return collectionsOf(request, library);
	if (rest !== '') return null;
	const views = [
		['all', 'All'],
		['collections', 'Collections'],
	] as const;
	return container(
		views.map(([key, title]) => element('Directory', {key, title})),
		{...sectionAttributes(library), content: 'secondary'},
	);
};

/** `/library`, its sections and what they hold. */
export const libraryRoute = (request: PlexRequest): ReturnType<Route> => {
	const {world, parts} = request;
	const [, sections, id = '', ...rest] = parts;
	if (sections === undefined) {
		return container([element('Directory', {key: 'sections', title: 'Library Sections'})], {
			title1: 'Plex Library',
			identifier: 'com.plexapp.plugins.library',
		});
	}
	if (sections !== 'sections') return null;
	if (id === '' || id === 'all') return rest.length === 0 ? sectionsList(world) : null;
	const library = world.libraries.find(({sectionId}) => String(sectionId) === id);
	return library === undefined ? null : sectionRoute(request, library, rest.join('/'));
};

/** `/hubs/sections/{key}/manage`: what is promoted, all of a section or one collection. */
export const manageRoute = ({world, now, parts, query}: PlexRequest): ReturnType<Route> => {
	const library = world.libraries.find(({sectionId}) => String(sectionId) === parts[2]);
	if (library === undefined) return null;
	const hubs = managedHubs(world, library.sectionId, now);
	const one = query.get('metadataItemId');
	const identifier = `custom.collection.${library.sectionId}.${one}`;
	return container(one === null ? hubs : hubs.filter(hub => hub.attributes.identifier === identifier));
};
