import {type Item, type Source, topOf} from '../world/item.ts';
import type {World} from '../world/world.ts';
import {type Element, element} from './element.ts';

const thumb = (item: Item): string => `/library/metadata/${item.key}/thumb/1700000000`;

const streams = (item: Item, source: Source): Element[] => {
	const id = item.key * 10;
	const {resolution} = source;
	const audio = element('Stream', {
		id: id + 3,
		streamType: 2,
		selected: true,
		codec: source.audioCodec,
		channels: source.audioChannels,
	});
	if (resolution === null) return [audio];
	const {width, height} = resolution;
	const video = element('Stream', {
		id: id + 2,
		streamType: 1,
		codec: source.videoCodec,
		width,
		height,
		frameRate: 23.976,
	});
	return [video, audio];
};

/** The file of a leaf. */
export const mediaElement = (item: Item, source: Source): Element => {
	const id = item.key * 10;
	const duration = item.durationSeconds * 1000;
	const part = element(
		'Part',
		{
			id: id + 1,
			key: `/library/parts/${id + 1}/file.${source.container}`,
			duration,
			file: `/media/${source.resolution === null ? 'music' : 'video'}/${item.key}.${source.container}`,
			size: Math.round((duration * source.bitrateKbps) / 8),
			container: source.container,
		},
		streams(item, source),
	);
	return element(
		'Media',
		{
			id,
			duration,
			bitrate: source.bitrateKbps,
			width: source.resolution?.width,
			height: source.resolution?.height,
			audioChannels: source.audioChannels,
			audioCodec: source.audioCodec,
			videoCodec: source.resolution === null ? undefined : source.videoCodec,
			videoResolution: source.resolution?.label.replace(/p$/, ''),
			container: source.container,
		},
		[part],
	);
};

const above = (item: Item, name: 'parent' | 'grandparent'): Record<string, string | number | undefined> => {
	const found = name === 'parent' ? item.parent : (item.parent?.parent ?? null);
	if (found === null) return {};
	return {
		[`${name}RatingKey`]: String(found.key),
		[`${name}Key`]: `/library/metadata/${found.key}`,
		[`${name}Guid`]: found.guid,
		[`${name}Title`]: found.title,
		[`${name}Thumb`]: thumb(found),
		...(name === 'parent' ? {parentIndex: found.index ?? undefined} : {}),
	};
};

const countsOf = (item: Item): Record<string, number> => {
	const grandchildren = item.children.reduce((sum, child) => sum + child.children.length, 0);
	if (item.type === 'show') return {childCount: item.children.length, leafCount: grandchildren, viewedLeafCount: 0};
	if (item.type === 'artist') return {childCount: item.children.length};
	return item.source === null ? {leafCount: item.children.length, viewedLeafCount: 0} : {};
};

/** The attributes that listings and sessions share. Keys are strings, the section's id is a number. */
export const itemAttributes = (world: World, item: Item): Record<string, string | number | undefined> => {
	const isLeaf = item.source !== null;
	return {
		ratingKey: String(item.key),
		key: `/library/metadata/${item.key}${isLeaf ? '' : '/children'}`,
		guid: item.guid,
		type: item.type,
		title: item.title,
		librarySectionTitle: world.libraries.find(({sectionId}) => sectionId === item.sectionId)?.name,
		librarySectionID: item.sectionId,
		librarySectionKey: `/library/sections/${item.sectionId}`,
		summary: '',
		index: item.index ?? undefined,
		year: item.year ?? undefined,
		thumb: thumb(item),
		art: `/library/metadata/${topOf(item).key}/art/1`,
		duration: isLeaf ? item.durationSeconds * 1000 : undefined,
		addedAt: item.addedAt,
		updatedAt: item.addedAt + 600,
		...above(item, 'parent'),
		...above(item, 'grandparent'),
		...countsOf(item),
	};
};

/** Films, episodes and tracks have elements of their own in XML; what holds others is a directory. */
export const tagOf = (item: Item): string =>
	item.type === 'track' ? 'Track' : item.source === null ? 'Directory' : 'Video';

/** One entry of a listing. */
export const itemElement = (world: World, item: Item): Element =>
	element(tagOf(item), itemAttributes(world, item), item.source === null ? [] : [mediaElement(item, item.source)]);
