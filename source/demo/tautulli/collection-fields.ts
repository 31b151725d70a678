import type {DemoCollection} from '../world/collections.ts';
import {leavesOf} from '../world/item.ts';
import type {World} from '../world/world.ts';
import {type Json, numberText} from './answer.ts';

/** First and last year of what a collection holds; null where nothing has a year. */
const yearsOf = ({members}: DemoCollection): {readonly first: number | null; readonly last: number | null} => {
	const years = members.flatMap(leavesOf).flatMap(({year}) => (year === null ? [] : [year]));
	return years.length === 0
		? {first: null, last: null}
		: {first: years.reduce((one, two) => Math.min(one, two)), last: years.reduce((one, two) => Math.max(one, two))};
};

/** Path of the picture that is put together from the members. */
const collectionThumb = ({key, addedAt}: DemoCollection): string => `/library/collections/${key}/composite/${addedAt}`;

/** A time without its zone, as Python prints it. */
const localIso = (world: World, at: number): string =>
	new Date((at + world.zone.offsetAt(at)) * 1000).toISOString().slice(0, 19);

/** A row of get_collections_table: here keys are integers and times are text. */
export const collectionRow = (world: World, collection: DemoCollection): {readonly [name: string]: Json} => {
	const {first, last} = yearsOf(collection);
	return {
		addedAt: localIso(world, collection.addedAt),
		art: null,
		childCount: collection.childCount,
		collectionMode: -1,
		collectionPublished: false,
		collectionSort: 0,
		contentRating: null,
		guid: collection.guid,
		librarySectionID: collection.sectionId,
		librarySectionTitle: collection.libraryName,
		maxYear: last,
		minYear: first,
		ratingKey: collection.key,
		smart: collection.smart,
		subtype: collection.subtype,
		summary: '',
		thumb: collectionThumb(collection),
		title: collection.title,
		titleSort: collection.titleSort,
		type: 'collection',
		updatedAt: localIso(world, collection.addedAt),
	};
};

/** get_metadata of a collection: strings throughout. */
export const collectionMetadata = (
	blank: {readonly [name: string]: Json},
	collection: DemoCollection,
): {readonly [name: string]: Json} => {
	const {first, last} = yearsOf(collection);
	return {
		...blank,
		media_type: 'collection',
		sub_media_type: collection.subtype,
		section_id: String(collection.sectionId),
		library_name: collection.libraryName,
		rating_key: String(collection.key),
		title: collection.title,
		sort_title: collection.titleSort,
		full_title: collection.title,
		media_index: String(collection.key),
		min_year: numberText(first),
		max_year: numberText(last),
		thumb: collectionThumb(collection),
		added_at: String(collection.addedAt),
		updated_at: String(collection.addedAt),
		guid: collection.guid,
		child_count: String(collection.childCount),
		children_count: collection.childCount,
		live: 0,
		smart: collection.smart ? 1 : 0,
		media_info: [],
	};
};
