import * as z from 'zod/mini';
import type {Section} from '../domain/library.ts';
import {createElementReader} from '../http/elements.ts';
import {type PlexLink, readList} from './read.ts';
import {count, requiredKey, text} from './wire.ts';
import {sectionWords} from './words.ts';

const wire = z.pipe(
	z.object({key: requiredKey, uuid: text, title: text, type: text, contentChangedAt: count}),
	z.transform(
		({key, uuid, title, type, contentChangedAt}): Section => ({
			sectionId: key,
			uuid,
			name: title,
			type,
			...(contentChangedAt === null ? {} : {changedAt: contentChangedAt}),
		}),
	),
);

/** The libraries that can have collections: photo libraries cannot. */
export const getSections = async ({transport, odd}: PlexLink, signal?: AbortSignal): Promise<Section[]> => {
	const path = '/library/sections';
	const reader = createElementReader(transport, wire, {what: path, ...sectionWords}, odd);
	const {page} = await readList(transport, 'Directory', reader, {path, signal});
	reader.keep(page);
	reader.end();
	return page.read.filter(({type}) => type !== 'photo');
};
