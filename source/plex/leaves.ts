import process from 'node:process';
import * as z from 'zod/mini';
import type {Leaf} from '../domain/leaf.ts';
import type {Section} from '../domain/library.ts';
import {readPages} from './pages.ts';
import type {PlexLink} from './read.ts';
import {count, requiredKey, text} from './wire.ts';
import {leafWords} from './words.ts';

/** Plex's numbers of what is played in each type of library. */
const leafTypes: Readonly<Record<string, string>> = {movie: '1', show: '4', artist: '10'};

/** What is not read need not be sent. */
const excludeElements = 'Stream,Image,Genre,Country,Director,Writer,Role,UltraBlurColors,Guid,Collection,Label';
const excludeFields = 'summary,tagline';

/** One odd file costs its size, not the item. */
const part = z.catch(z.object({size: count, file: text}), {size: null, file: ''});
const media = z.catch(z.object({Part: z.catch(z.array(part), [])}), {Part: []});

const wire = z.object({
	ratingKey: requiredKey,
	parentRatingKey: text,
	grandparentRatingKey: text,
	guid: text,
	type: text,
	title: text,
	parentTitle: text,
	grandparentTitle: text,
	parentIndex: count,
	index: count,
	year: count,
	editionTitle: text,
	addedAt: count,
	Media: z.catch(z.array(media), []),
});

type Row = z.output<typeof wire>;

const hashLength = 16;

/** node:crypto is loaded with the first of them: a command that asks only the database hashes nothing. */
const hashOf = (text: string): string =>
	process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex').slice(0, hashLength);

const leafOf = (row: Row, sectionId: string): Leaf => {
	const parts = row.Media.flatMap(({Part}) => Part);
	const files = parts.flatMap(({file}) => (file === '' ? [] : [file])).sort();
	const sizes = parts.flatMap(({size}) => size ?? []);
	return {
		ratingKey: row.ratingKey,
		parentRatingKey: row.parentRatingKey,
		grandparentRatingKey: row.grandparentRatingKey,
		guid: row.guid,
		sectionId,
		type: row.type,
		title: row.title,
		parentTitle: row.parentTitle,
		grandparentTitle: row.grandparentTitle,
		season: row.type === 'episode' ? row.parentIndex : null,
		episode: row.type === 'episode' ? row.index : null,
		year: row.year,
		edition: row.editionTitle,
		addedAt: row.addedAt,
		size: sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0),
		fileHash: files.length === 0 ? '' : hashOf(files.join('\n')),
	};
};

/** Everything in a library that can be played; none in a library of a type that is not known. */
export const getLeaves = async (link: PlexLink, section: Section, signal?: AbortSignal): Promise<Leaf[]> => {
	const type = leafTypes[section.type];
	if (type === undefined) return [];
	const path = `/library/sections/${encodeURIComponent(section.sectionId)}/all`;
	const query = {type, excludeElements, excludeFields};
	const rows = await readPages(link, wire, leafWords, {path, query, signal}, 500);
	return rows.map(row => leafOf(row, section.sectionId));
};
