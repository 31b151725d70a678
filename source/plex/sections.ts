import {z} from 'zod';
import type {Section} from '../domain/library.ts';
import type {Transport} from '../http/contract.ts';
import {readList} from './read.ts';
import {requiredKey, text} from './wire.ts';

const wire = z
	.object({key: requiredKey, uuid: text, title: text, type: text})
	.transform((row): Section => ({sectionId: row.key, uuid: row.uuid, name: row.title, type: row.type}));

/** The libraries that can have collections: photo libraries cannot. */
export const getSections = async (transport: Transport, signal?: AbortSignal): Promise<Section[]> => {
	const {rows} = await readList(transport, 'Directory', wire, {path: '/library/sections', signal});
	return rows.filter(({type}) => type !== 'photo');
};
