import * as z from 'zod';
import type {Section} from '../domain/library.ts';
import {createElementReader} from '../http/elements.ts';
import {type PlexLink, readList} from './read.ts';
import {requiredKey, text} from './wire.ts';
import {sectionWords} from './words.ts';

const wire = z
	.object({key: requiredKey, uuid: text, title: text, type: text})
	.transform((row): Section => ({sectionId: row.key, uuid: row.uuid, name: row.title, type: row.type}));

/** The libraries that can have collections: photo libraries cannot. */
export const getSections = async ({transport, odd}: PlexLink, signal?: AbortSignal): Promise<Section[]> => {
	const path = '/library/sections';
	const reader = createElementReader(transport, wire, {what: path, ...sectionWords}, odd);
	const {page} = await readList(transport, 'Directory', reader, {path, signal});
	reader.keep(page);
	reader.end();
	return page.read.filter(({type}) => type !== 'photo');
};
