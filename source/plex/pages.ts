import {createElementReader, type ElementSchema} from '../http/elements.ts';
import {serverError} from '../http/status.ts';
import {type List, type PlexLink, type PlexRequest, readList} from './read.ts';
import type {PlexWords} from './words.ts';

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
const isLast = ({page, totalSize}: List<Keyed>, pageSize: number, count: number, isNew: boolean): boolean => {
	if (totalSize === null || count > totalSize) return page.sent > pageSize || !isNew;
	return count === totalSize;
};

/**
 * A list that ends before its total is no list: what is missing would be taken for gone. Where the total is a hint only,
 * nothing at all is no list, and less is told.
 */
const checkEnd = (
	{transport, odd}: PlexLink,
	{path}: PlexRequest,
	count: number,
	{many, mayEndEarly = false}: PlexWords,
	total: number | null,
): void => {
	if (total === null || total <= count) return;
	const words = `lists ${count === 0 ? 'no' : count} ${many} of ${path}, where it says that there are ${total}.`;
	if (count === 0 || !mayEndEarly) throw serverError(transport, 'bad-answer', words);
	odd(`${transport.where} ${words}`);
};

/**
 * Reads a list to its end, whatever page size the server cares to send. Items that stand on two pages, since the list
 * moved in between, count once; one that cannot be read is left out and told. A server that repeats itself before its own
 * total is reached, or never ends, is a bad answer: a list that is cut short would be taken for the whole.
 */
export const readPages = async <Row extends Keyed>(
	link: PlexLink,
	row: ElementSchema<Row>,
	words: PlexWords,
	request: PlexRequest,
	pageSize = usualPage,
): Promise<Row[]> => {
	const {transport, odd} = link;
	const items = new Map<string, Row>();
	const reader = createElementReader(transport, row, {what: request.path, ...words}, odd);
	let count = 0;
	for (let round = 0; round < mostPages; round++) {
		const list = await readList(transport, 'Metadata', reader, {...request, headers: pageHeaders(count, pageSize)});
		const {page, totalSize} = list;
		const known = items.size;
		for (const item of page.read) if (!items.has(item.ratingKey)) items.set(item.ratingKey, item);
		const isNew = items.size > known;
		// A page of what cannot be read repeats none, as far as a total says that there is more.
		const repeats = count > 0 && !isNew && (totalSize === null || page.odds < page.sent);
		if (!repeats) reader.keep(page);
		count += page.sent;
		if (repeats && page.sent > 0 && totalSize !== null && count < totalSize) break;
		if (page.sent > 0 && !isLast(list, pageSize, count, isNew)) continue;
		reader.end();
		checkEnd(link, request, count, words, totalSize);
		return [...items.values()];
	}
	throw serverError(transport, 'bad-answer', `does not come to an end with ${request.path}.`);
};
