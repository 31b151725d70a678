import type {World} from '../world/world.ts';
import {container, type Element} from './element.ts';

/** One question to the demo's Plex. Headers for paging have joined the query. */
export type PlexRequest = {
	readonly world: World;
	/** Unix seconds. */
	readonly now: number;
	/** The path's parts. */
	readonly parts: readonly string[];
	readonly query: URLSearchParams;
};

/** Answers what it knows; null: not found. */
export type Route = (request: PlexRequest) => Element | null;

const pageNumber = (query: URLSearchParams, name: string): number | null => {
	const text = query.get(name) ?? '';
	return /^\d+$/.test(text) ? Number(text) : null;
};

/** The asked page of a list with `totalSize` and `offset`; a size of 0 gives only these. */
export const pagedContainer = <T>(
	{query}: PlexRequest,
	list: readonly T[],
	draw: (entry: T) => Element,
	attributes: Readonly<Record<string, string | number | undefined>> = {},
): Element => {
	const offset = pageNumber(query, 'X-Plex-Container-Start') ?? 0;
	const size = pageNumber(query, 'X-Plex-Container-Size') ?? list.length;
	const page = list.slice(offset, offset + size).map(draw);
	return container(page, {totalSize: list.length, offset, allowSync: 1, ...attributes});
};
