import type {HistoryRow} from '../world/history.ts';
import {fullTitleOf, type Item, topOf} from '../world/item.ts';
import {type Json, numberOrBlank} from './answer.ts';
import {type Cell, listsBy} from './cells.ts';
import {aboveOf, contentRatingOf, thumbOf} from './metadata.ts';

/** Plays of one name (a film, a show, a user, …) on the home page. */
export type Entry = {
	/** The play that began last: it lends its title and poster. */
	readonly row: HistoryRow;
	readonly plays: number;
	readonly seconds: number;
	readonly users: number;
	readonly lastPlay: number;
};

const entryOf = (cells: readonly Cell[]): Entry[] => {
	const [first] = cells;
	if (first === undefined) return [];
	const last = cells.reduce((newest, cell) => (cell.row.startedAt > newest.row.startedAt ? cell : newest), first);
	return [
		{
			row: last.row,
			plays: cells.length,
			seconds: cells.reduce((sum, cell) => sum + cell.seconds, 0),
			users: new Set(cells.map(cell => cell.row.plan.user)).size,
			lastPlay: last.row.startedAt,
		},
	];
};

/** Entries by name, the highest first; those played last win ties. */
export const rankEntries = (
	cells: readonly Cell[],
	nameOf: (row: HistoryRow) => string,
	valuesOf: (entry: Entry) => readonly number[],
): readonly Entry[] =>
	[...listsBy(cells, cell => nameOf(cell.row)).values()].flatMap(entryOf).sort((one, two) => {
		const [left, right] = [
			[...valuesOf(one), one.lastPlay],
			[...valuesOf(two), two.lastPlay],
		];
		const differs = left.findIndex((value, index) => value !== right[index]);
		return differs === -1 ? 0 : (right[differs] ?? 0) - (left[differs] ?? 0);
	});

/** Show or film itself: what the top lists name. */
const headOf = (item: Item): Item => topOf(item);

/** A row of the lists of films, shows and artists. */
export const titleRow = ({row, plays, seconds, lastPlay}: Entry) => {
	const {item} = row.plan;
	const head = headOf(item);
	const above = item.parent === null ? null : head;
	return {
		title: head.title,
		year: numberOrBlank(item.year),
		total_plays: plays,
		total_duration: seconds,
		users_watched: '',
		rating_key: head.key,
		grandparent_rating_key: numberOrBlank(above?.key),
		last_play: lastPlay,
		grandparent_thumb: above === null ? '' : thumbOf(above),
		thumb: thumbOf(head),
		art: '',
		section_id: item.sectionId,
		media_type: item.type,
		content_rating: contentRatingOf(item),
		rating: '7.5',
		labels: [],
		user: '',
		friendly_name: '',
		platform: '',
		live: 0,
		guid: item.guid,
		row_id: row.rowId,
	};
};

/** The lists of what most people watched have users in place of a duration. */
export const popularRow = (entry: Entry): {readonly [name: string]: Json} => {
	const {total_duration: _duration, ...row} = titleRow(entry);
	return {...row, users_watched: entry.users};
};

/** What the lists of users and libraries say of the play that began last. */
export const lastPlayFields = (row: HistoryRow) => {
	const {item} = row.plan;
	const {parent} = aboveOf(item);
	const head = headOf(item);
	return {
		art: '',
		title: fullTitleOf(item),
		grandparent_title: item.parent === null ? '' : head.title,
		grandchild_title: item.title,
		year: numberOrBlank(item.year),
		media_index: numberOrBlank(item.index),
		parent_media_index: numberOrBlank(parent?.index),
		rating_key: item.key,
		grandparent_rating_key: numberOrBlank(item.parent === null ? null : head.key),
		thumb: thumbOf(head),
		grandparent_thumb: item.parent === null ? '' : thumbOf(head),
		media_type: item.type,
		content_rating: contentRatingOf(item),
		labels: [],
		live: 0,
		guid: item.guid,
		row_id: row.rowId,
	};
};
