import * as z from 'zod/mini';
import type {Library} from '../../domain/library.ts';
import type {Call} from '../call.ts';
import {plexAway} from '../plex-away.ts';
import {readTable} from '../table.ts';
import {flag, requiredKey, sizeOrNull, text} from '../wire.ts';
import {libraryWords} from '../words.ts';
import {getServerStatus} from './server-status.ts';

const wire = z.pipe(
	z.object({section_id: requiredKey, section_name: text, section_type: text, count: sizeOrNull}),
	z.transform(
		(row): Library => ({
			sectionId: row.section_id,
			name: row.section_name,
			type: row.section_type,
			count: row.count,
		}),
	),
);

const known = z.object({section_type: text, is_active: flag});

/** Live TV stands in Tautulli's own table only: Plex does not list it as a library. */
const isListedByPlex = (row: z.output<typeof known>): boolean => row.is_active && row.section_type !== 'live';

/**
 * Tautulli asks Plex for this list, and says "success" with none when Plex is away. `server_status` may still say true
 * then, so Tautulli's own table decides: where it knows libraries, Plex must have some.
 */
const requirePlex = async (call: Call, signal?: AbortSignal): Promise<void> => {
	if ((await getServerStatus(call, signal)) !== true) throw plexAway(call.transport);
	const rows = await readTable(call, 'get_libraries_table', known, libraryWords, {grouping: call.grouping}, {signal});
	if (rows.some(isListedByPlex)) throw plexAway(call.transport);
};

/** The libraries of Plex, without Live TV. */
export const getLibraries = async (call: Call, signal?: AbortSignal): Promise<Library[]> => {
	const {data} = await call.ask('get_libraries', {}, {signal});
	const libraries = [...call.decodeList('get_libraries', libraryWords, wire, data).read];
	if (libraries.length === 0) await requirePlex(call, signal);
	return libraries;
};
