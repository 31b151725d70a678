import {fullTitleOf, type Item, topOf} from '../world/item.ts';
import type {World} from '../world/world.ts';
import {type Json, numberText} from './answer.ts';

type Fields = {readonly [name: string]: Json};

/** Path of a poster. */
export const thumbOf = (item: Item): string => `/library/metadata/${item.key}/thumb/1700000000`;

/** What stands above an item by Tautulli's names: an episode has both, a season or album only the parent. */
export const aboveOf = (item: Item): {readonly parent: Item | null; readonly grandparent: Item | null} => ({
	parent: item.parent,
	grandparent: item.parent?.parent ?? null,
});

/** The day of release: invented, but always the same. */
export const releasedOn = (item: Item): string =>
	item.year === null || item.source === null
		? ''
		: `${item.year}-${String(1 + (item.key % 12)).padStart(2, '0')}-${String(1 + (item.key % 28)).padStart(2, '0')}`;

/** Invented, but the same for all parts of a show. */
export const contentRatingOf = (item: Item): string => (topOf(item).key % 3 === 0 ? 'PG' : 'PG-13');

/** What all commands say of an item. Every value is a string; numbers are strings too. */
export const metadataFields = (world: World, item: Item): Fields => {
	const {parent, grandparent} = aboveOf(item);
	const isLeaf = item.source !== null;
	return {
		media_type: item.type,
		section_id: String(item.sectionId),
		library_name: world.libraries.find(({sectionId}) => sectionId === item.sectionId)?.name ?? '',
		rating_key: String(item.key),
		parent_rating_key: numberText(parent?.key ?? null),
		grandparent_rating_key: numberText(grandparent?.key ?? null),
		title: item.title,
		parent_title: parent?.title ?? '',
		grandparent_title: grandparent?.title ?? '',
		original_title: '',
		sort_title: '',
		media_index: numberText(item.index),
		parent_media_index: numberText(isLeaf ? (parent?.index ?? null) : null),
		studio: item.type === 'movie' ? 'Harrowdeep Pictures' : '',
		content_rating: isLeaf ? contentRatingOf(item) : '',
		summary: '',
		tagline: '',
		rating: isLeaf ? (5 + (item.key % 45) / 10).toFixed(1) : '',
		rating_image: '',
		audience_rating: '',
		audience_rating_image: '',
		user_rating: '',
		duration: isLeaf ? String(item.durationSeconds * 1000) : '',
		year: numberText(item.year),
		thumb: thumbOf(item),
		parent_thumb: parent === null ? '' : thumbOf(parent),
		grandparent_thumb: grandparent === null ? '' : thumbOf(grandparent),
		art: `/library/metadata/${item.key}/art/1`,
		banner: '',
		originally_available_at: releasedOn(item),
		added_at: String(item.addedAt),
		updated_at: String(item.addedAt + 600),
		last_viewed_at: '',
		guid: item.guid,
		directors: item.type === 'movie' ? ['Greta Juniper'] : [],
		writers: [],
		actors: item.type === 'movie' ? ['Zeno Kettle', 'Mina Harbour'] : [],
		genres: isLeaf ? ['Drama'] : [],
		labels: [],
		collections: [],
		full_title: fullTitleOf(item),
	};
};

/** What `get_metadata` and sessions say beyond that. */
export const furtherFields = (item: Item): Fields => {
	const {parent, grandparent} = aboveOf(item);
	return {
		edition_title: '',
		slug: '',
		parent_slug: '',
		grandparent_slug: '',
		parent_year: '',
		grandparent_year: numberText(grandparent?.year ?? null),
		parent_guid: parent?.guid ?? '',
		grandparent_guid: grandparent?.guid ?? '',
		guids: [],
		markers: [],
		parent_guids: [],
		grandparent_guids: [],
	};
};
