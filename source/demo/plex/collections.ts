import type {Promoted} from '../../domain/collection.ts';
import type {DemoCollection} from '../world/collections.ts';
import {leavesOf} from '../world/item.ts';
import type {World} from '../world/world.ts';
import {type Element, element} from './element.ts';

const yearAttributes = ({members}: DemoCollection): {minYear?: string; maxYear?: string} => {
	const years = members.flatMap(leavesOf).flatMap(({year}) => (year === null ? [] : [year]));
	years.sort((one, two) => one - two);
	const [first, last] = [years[0], years.at(-1)];
	return first === undefined || last === undefined ? {} : {minYear: String(first), maxYear: String(last)};
};

/** A collection as Plex lists it: its counts are strings, `smart` is only there where it is. */
export const collectionElement = (world: World, collection: DemoCollection): Element => {
	const {key, smart, sectionId} = collection;
	const filter = `/library/sections/${sectionId}/all?type=1&sort=addedAt:desc`;
	return element('Directory', {
		ratingKey: String(key),
		key: `/library/collections/${key}/children`,
		guid: collection.guid,
		type: 'collection',
		title: collection.title,
		titleSort: collection.titleSort === collection.title ? undefined : collection.titleSort,
		librarySectionTitle: collection.libraryName,
		librarySectionID: sectionId,
		librarySectionKey: `/library/sections/${sectionId}`,
		subtype: collection.subtype,
		smart: smart ? '1' : undefined,
		content: smart ? `server://${world.machineIdentifier}/com.plexapp.plugins.library${filter}` : undefined,
		summary: '',
		index: key,
		ratingCount: 0,
		thumb: `/library/collections/${key}/composite/${collection.addedAt}`,
		addedAt: collection.addedAt,
		updatedAt: collection.addedAt,
		childCount: String(collection.childCount),
		...yearAttributes(collection),
	});
};

const homeVisibility = ({home, shared}: Promoted): string => {
	if (home && shared) return 'all';
	return home ? 'admin' : shared ? 'shared' : 'none';
};

const hubElement = (identifier: string, title: string, promoted: Promoted, deletable: boolean): Element =>
	element('Hub', {
		identifier,
		title,
		recommendationsVisibility: promoted.recommended ? 'all' : 'none',
		homeVisibility: homeVisibility(promoted),
		promotedToRecommended: promoted.recommended,
		promotedToOwnHome: promoted.home,
		promotedToSharedHome: promoted.shared,
		...(deletable ? {deletable} : {}),
	});

const everywhere: Promoted = {home: true, shared: true, recommended: true};

/** What Plex shows by itself in every library. */
export const ownLists = [
	{name: 'recentlyadded', title: 'Recently Added', promoted: everywhere},
	{name: 'topunwatched', title: 'Top Unplayed', promoted: {...everywhere, home: false, shared: false}},
] as const;

/** The managed hubs of a section: Plex's own, then collections. One never promoted has no entry, a demoted one three falses. */
export const managedHubs = (world: World, sectionId: number, now: number): readonly Element[] => {
	const type = world.libraries.find(library => library.sectionId === sectionId)?.type ?? 'movie';
	const own = world.collections
		.filter(collection => collection.sectionId === sectionId && collection.promotion !== 'never')
		.map(collection => {
			const identifier = `custom.collection.${sectionId}.${collection.key}`;
			return hubElement(identifier, collection.title, world.promotions.at(collection, now), true);
		});
	return [...ownLists.map(({name, title, promoted}) => hubElement(`${type}.${name}`, title, promoted, false)), ...own];
};
