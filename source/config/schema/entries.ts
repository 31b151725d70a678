import * as z from 'zod/mini';
import {serverName} from '../values.ts';
import {uploadMbps} from './dashboard.ts';
import {key} from './key.ts';
import {type SectionName, sections} from './sections.ts';

/** The list of several servers. */
export const listName = 'servers';

/** What stands at the left margin: the sections, and the list. */
export const topNames: readonly string[] = [...Object.keys(sections), listName];

/** What an entry of the list has of its own, beside sections. */
export const entry = z.object({
	name: key(
		serverName,
		'a short name of letters, digits, - and _',
		'It stands in the header, in `--server` and in the name of its database.',
	),
	upload_mbps: uploadMbps,
});

/** The sections that an entry of the list has; the others are the same for all servers. `collect` may stand in both places. */
export const entrySections = ['tautulli', 'plex', 'collect', 'database'] as const satisfies readonly SectionName[];

/** All that an entry may hold. */
export const entryKeys: readonly string[] = ['name', ...entrySections, 'upload_mbps'];
