import type {z} from 'zod';
import type {Transport} from '../http/contract.ts';
import {serverError} from '../http/status.ts';
import {type List, type PlexRequest, readList} from './read.ts';

const usualPage = 200;
const mostPages = 1000;

type Keyed = {readonly ratingKey: string};

const pageHeaders = (start: number, pageSize: number): Record<string, string> => ({
	'X-Plex-Container-Start': String(start),
	'X-Plex-Container-Size': String(pageSize),
});

/**
 * Was that the last page? With a total, when as much has been received. Without one, a page larger than asked is all
 * there is, and so is one with nothing new, which is what a server sends that does not page.
 */
const isLast = (page: List<Keyed>, pageSize: number, received: number, isNew: boolean): boolean =>
	page.totalSize === null ? page.rows.length > pageSize || !isNew : received >= page.totalSize;

/**
 * Reads a list to its end, whatever page size the server cares to send. Items that stand on two pages, since the list
 * moved in between, count once. A server that repeats itself before its own total is reached, or never ends, is a bad
 * answer: a list that is cut short would be taken for the whole.
 */
export const readPages = async <Row extends z.ZodType<Keyed>>(
	transport: Transport,
	row: Row,
	request: PlexRequest,
	pageSize = usualPage,
): Promise<Array<z.output<Row>>> => {
	const items = new Map<string, z.output<Row>>();
	let received = 0;
	for (let round = 0; round < mostPages; round++) {
		const page = await readList(transport, 'Metadata', row, {...request, headers: pageHeaders(received, pageSize)});
		const known = items.size;
		for (const item of page.rows) if (!items.has(item.ratingKey)) items.set(item.ratingKey, item);
		received += page.rows.length;
		const isNew = items.size > known;
		if (page.rows.length === 0) return [...items.values()];
		if (!isNew && page.totalSize !== null && items.size < page.totalSize) break;
		if (isLast(page, pageSize, received, isNew)) return [...items.values()];
	}
	throw serverError(transport, 'bad-answer', `does not come to an end with ${request.path}.`);
};
