import {crashed, success} from '../answer.ts';
import {collectionRow} from '../collection-fields.ts';
import type {Command, Commands} from '../context.ts';
import {drawOf, ordered, pageOf, searched} from '../table.ts';

/** Asks Plex, so it crashes while that is away, and for a section that it does not have. */
const getCollectionsTable: Command = ({world, plexIsDown}, params) => {
	const section = params.get('section_id');
	if (!section) return success({recordsFiltered: 0, recordsTotal: 0, draw: 0, data: []});
	const library = world.libraries.find(({sectionId}) => String(sectionId) === section);
	if (plexIsDown || library === undefined) return crashed;
	const rows = world.collections
		.filter(({sectionId}) => sectionId === library.sectionId)
		.map(collection => collectionRow(world, collection));
	const found = searched(params, rows, ['title']);
	const data = pageOf(params, ordered(params, found, 'titleSort'));
	if (data === null) return crashed;
	return success({recordsFiltered: found.length, recordsTotal: rows.length, data, draw: drawOf(params)});
};

/** The collections of a library. */
export const collectionCommands: Commands = {get_collections_table: getCollectionsTable};
