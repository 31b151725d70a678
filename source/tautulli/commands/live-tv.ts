import * as z from 'zod/mini';
import type {Library} from '../../domain/library.ts';
import type {Call} from '../call.ts';
import {readTable} from '../table.ts';
import {numOrNull, requiredKey, text} from '../wire.ts';
import {libraryWords} from '../words.ts';

const wire = z.object({section_id: requiredKey, section_name: text, section_type: text, plays: numOrNull});

/** Live TV as Tautulli's own table has it; null where it was never watched. Works while Plex is away. */
export const getLiveTv = async (call: Call, signal?: AbortSignal): Promise<Library | null> => {
	const rows = await readTable(call, 'get_libraries_table', wire, libraryWords, {grouping: call.grouping}, {signal});
	const live = rows.find(row => row.section_type === 'live' && (row.plays ?? 0) > 0);
	return live ? {sectionId: live.section_id, name: live.section_name, type: live.section_type, count: null} : null;
};
