import type {HistoryRow} from '../../world/history.ts';
import {fullTitleOf} from '../../world/item.ts';
import {type DemoLibrary, itemsOfType} from '../../world/library.ts';
import type {World} from '../../world/world.ts';
import {crashed, type Json, numberOrBlank, success} from '../answer.ts';
import type {Command, Commands} from '../context.ts';
import {aboveOf, contentRatingOf, releasedOn, thumbOf} from '../metadata.ts';
import {groupingOf, type Params} from '../params.ts';
import {drawOf, ordered, pageOf, searched} from '../table.ts';
import {playsOf, secondsOf} from '../tally.ts';

type Counts = {readonly count: number; readonly parent: number | null; readonly child: number | null};

/** Films; shows, seasons, episodes; artists, albums, tracks. */
const countsOf = (library: DemoLibrary): Counts => {
	const count = library.items.length;
	const count2 = (parent: 'season' | 'album', child: 'episode' | 'track'): Counts => ({
		count,
		parent: itemsOfType(library, parent).length,
		child: itemsOfType(library, child).length,
	});
	if (library.type === 'show') return count2('season', 'episode');
	return library.type === 'artist' ? count2('album', 'track') : {count, parent: null, child: null};
};

const art = (type: string) => ({thumb: `/:/resources/${type}.png`, art: `/:/resources/${type}-fanart.jpg`});

const getLibraries: Command = ({world, plexIsDown}) => {
	if (plexIsDown) return success([]);
	return success(
		world.libraries.map(library => {
			const {count, parent, child} = countsOf(library);
			return {
				section_id: String(library.sectionId),
				section_name: library.name,
				section_type: library.type,
				agent: library.agent,
				...art(library.type),
				count: String(count),
				is_active: 1,
				...(parent === null ? {} : {parent_count: String(parent)}),
				...(child === null ? {} : {child_count: String(child)}),
			};
		}),
	);
};

const getLibraryNames: Command = ({world}) =>
	success(
		world.libraries.map(({sectionId, name, type, agent}) => ({
			section_id: sectionId,
			section_name: name,
			section_type: type,
			agent,
		})),
	);

/** The play that a library or user saw last, in the fields of the tables; all null where there is none. */
export const lastRowFields = (row: HistoryRow | undefined): {readonly [name: string]: Json} => {
	const item = row?.plan.item;
	const parent = item === undefined ? null : aboveOf(item).parent;
	return {
		history_row_id: row?.rowId ?? null,
		last_played: item === undefined ? null : fullTitleOf(item),
		rating_key: item?.key ?? null,
		media_type: item?.type ?? null,
		thumb: item === undefined ? null : thumbOf(item.type === 'episode' && parent !== null ? parent : item),
		parent_title: item === undefined ? null : (parent?.title ?? ''),
		year: item === undefined ? null : numberOrBlank(item.year),
		media_index: item === undefined ? null : numberOrBlank(item.index),
		parent_media_index: item === undefined ? null : numberOrBlank(parent?.index),
		live: item === undefined ? null : 0,
		originally_available_at: item === undefined ? null : releasedOn(item),
		guid: item?.guid ?? null,
	};
};

const tableRow = (world: World, library: DemoLibrary, rows: readonly HistoryRow[], params: Params) => {
	const {count, parent, child} = countsOf(library);
	const last = rows.at(-1);
	const {thumb, art: background} = art(library.type);
	return {
		row_id: library.sectionId + 4,
		server_id: world.machineIdentifier,
		section_id: library.sectionId,
		section_name: library.name,
		section_type: library.type,
		count,
		parent_count: parent,
		child_count: child,
		library_thumb: thumb,
		library_art: background,
		plays: playsOf(rows, groupingOf(params)),
		duration: secondsOf(rows),
		last_accessed: rows.length === 0 ? null : rows.reduce((newest, row) => Math.max(newest, row.startedAt), 0),
		...lastRowFields(last),
		content_rating: last === undefined ? null : contentRatingOf(last.plan.item),
		labels: [],
		do_notify: 1,
		do_notify_created: 1,
		keep_history: 1,
		is_active: 1,
	};
};

const getLibrariesTable: Command = ({world}, params) => {
	const rows = world.libraries.map(library =>
		tableRow(world, library, world.history.bySection(library.sectionId), params),
	);
	const found = searched(params, rows, ['section_name', 'section_type']);
	const data = pageOf(params, ordered(params, found, 'section_name'));
	if (data === null) return crashed;
	return success({recordsFiltered: found.length, recordsTotal: rows.length, data, draw: drawOf(params)});
};

/** Commands about all libraries. */
export const libraryCommands: Commands = {
	get_libraries: getLibraries,
	get_library_names: getLibraryNames,
	get_libraries_table: getLibrariesTable,
};
