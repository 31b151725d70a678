import {formatBytes} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import type {Library} from '../../domain/library.ts';
import type {PlayCount} from '../../domain/plays/plays.ts';
import type {UnwatchedTitle} from '../../domain/plays/unwatched.ts';
import {barList, blockWidth, sideBySide, underTable} from '../plan/blocks.ts';
import type {Canvas} from '../plan/scene.ts';
import type {Asking} from '../plan/view.ts';
import {orUnseen} from '../streams/why.ts';

/** What is played of each library, and the largest of what nobody has played, by its section. */
export type Inside = {
	readonly titles: ReadonlyMap<string, readonly PlayCount[]>;
	readonly never: ReadonlyMap<string, readonly UnwatchedTitle[]>;
};

export const nothingInside: Inside = {titles: new Map(), never: new Map()};

const mostLibraries = 12;
const mostTitles = 20;
const mostNever = 500;

/** Asked beside the libraries, for a page: they stand without it. */
export const askInside = async (
	{sources, query: {window, where}, signal}: Asking,
	libraries: readonly Library[],
): Promise<Inside> => {
	const base = {by: 'title', split: 'nothing', measure: 'plays', window, limit: mostTitles} as const;
	const [unwatched, ...titles] = await Promise.all([
		orUnseen(sources.unwatched({level: 'titles', since: null, withIdle: false, where: {}, limit: mostNever}, signal)),
		...libraries.slice(0, mostLibraries).map(async ({sectionId, name}) => {
			const library = [{id: sectionId, name}];
			const counts = await orUnseen(sources.plays({...base, where: {...where, library}}, signal));
			return [sectionId, counts?.rows ?? []] as const;
		}),
	]);
	return {titles: new Map(titles), never: Map.groupBy(unwatched?.rows ?? [], ({sectionId}) => sectionId)};
};

/** Of the library that the cursor is on. */
export const insideRows = (
	{titles, never}: Inside,
	sectionId: string,
	{width, glyphs}: Canvas,
	room: number,
): readonly Row[] => {
	if (room < 4 || width < 60) return [];
	const unplayed = (never.get(sectionId) ?? []).map(({title, size}) => ({
		name: title,
		plays: size ?? 0,
		words: size === null ? '?' : formatBytes(size),
	}));
	const lists = [
		{heading: 'played most', counted: titles.get(sectionId) ?? []},
		{heading: 'never played', counted: unplayed},
	].filter(({counted}) => counted.length > 0);
	const each = blockWidth(width - 3, 2);
	const height = Math.min(room - 1, mostTitles + 1);
	const blocks = lists.map(({heading, counted}) => ({
		width: each,
		rows: barList(heading, counted, {width: each, height, glyphs}),
	}));
	return blocks.length === 0 ? [] : underTable(sideBySide(blocks), room);
};
