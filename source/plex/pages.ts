import {createElementReader, type ElementSchema, type ListWords} from '../http/elements.ts';
import {serverError} from '../http/status.ts';
import {type List, type PlexLink, type PlexRequest, readList} from './read.ts';

const usualPage = 200;
const mostPages = 1000;

type Keyed = {readonly ratingKey: string};

const pageHeaders = (start: number, pageSize: number): Record<string, string> => ({
	'X-Plex-Container-Start': String(start),
	'X-Plex-Container-Size': String(pageSize),
});

/**
 * Was that the last page? With a total, when as much has been received. Without one, or with one that is smaller than what
 * came, a page larger than asked is all there is, and so is one with nothing new, which is what a server sends that does
 * not page.
 */
const isLast = (page: List<Keyed>, pageSize: number, received: number, isNew: boolean): boolean => {
	if (page.totalSize === null || received > page.totalSize) return page.sent > pageSize || !isNew;
	return received === page.totalSize;
};

/** Nothing at all where there should be something is no list; one that ends early is told, since its rest is missing. */
const checkEnd = (
	{transport, odd}: PlexLink,
	{path}: PlexRequest,
	count: number,
	{one, many}: Pick<ListWords, 'one' | 'many'>,
	total: number | null,
): void => {
	if (total === null || total <= count) return;
	const words = `${total} ${total === 1 ? one : many}`;
	if (count === 0) throw serverError(transport, 'bad-answer', `says that ${path} has ${words}, and lists none.`);
	odd(`${transport.where} says that ${path} has ${words}, and lists ${count}.`);
};

/**
 * Reads a list to its end, whatever page size the server cares to send. Items that stand on two pages, since the list
 * moved in between, count once; one that cannot be read is left out and told. A server that repeats itself before its own
 * total is reached, or never ends, is a bad answer: a list that is cut short would be taken for the whole.
 */
export const readPages = async <Row extends Keyed>(
	link: PlexLink,
	row: ElementSchema<Row>,
	words: Omit<ListWords, 'what'>,
	request: PlexRequest,
	pageSize = usualPage,
): Promise<Row[]> => {
	const {transport, odd} = link;
	const items = new Map<string, Row>();
	const reader = createElementReader(transport, row, {what: request.path, ...words}, odd);
	let count = 0;
	for (let round = 0; round < mostPages; round++) {
		const page = await readList(transport, 'Metadata', reader, {...request, headers: pageHeaders(count, pageSize)});
		const known = items.size;
		for (const item of page.rows) if (!items.has(item.ratingKey)) items.set(item.ratingKey, item);
		count += page.sent;
		const isNew = items.size > known || page.rows.length < page.sent;
		if (page.sent > 0 && !isNew && page.totalSize !== null && count < page.totalSize) break;
		if (page.sent > 0 && !isLast(page, pageSize, count, isNew)) continue;
		reader.end();
		checkEnd(link, request, count, words, page.totalSize);
		return [...items.values()];
	}
	throw serverError(transport, 'bad-answer', `does not come to an end with ${request.path}.`);
};
