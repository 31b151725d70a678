import type {Transport} from './contract.ts';
import {type ShapeIssue, shapeError} from './json.ts';
import {type ListWords, mostTold, type OddElement, oddSentences} from './odd-words.ts';
import {serverError} from './status.ts';

/** Hears a sentence about something odd in an answer that was left out of it. */
export type Odd = (sentence: string) => void;

/** Whatever reads one element: a schema. */
export type ElementSchema<Element> = {
	readonly safeParse: (
		data: unknown,
	) =>
		| {readonly success: true; readonly data: Element}
		| {readonly success: false; readonly error: {readonly issues: readonly ShapeIssue[]}};
};

const unknownShape: ShapeIssue = {path: [], message: 'unknown shape'};

/** A page of a list, read. */
export type Page<Element> = {
	readonly read: readonly Element[];
	/** How many elements were sent, those that could not be read included. */
	readonly sent: number;
	readonly odds: number;
	/** The first of the odd ones. */
	readonly found: readonly OddElement[];
};

/** Reads a list that may come in pages. */
export type ElementReader<Element> = {
	/** Reads the page after those that were kept. Throws `bad-answer` for what is no list, and for more than there can be. */
	readonly page: (list: unknown) => Page<Element>;
	/** Takes a page as a part of the list: one that repeats another is none. */
	readonly keep: (page: Page<Element>) => void;
	/** After the last page: tells what was odd. Throws `bad-answer` where every single element was. */
	readonly end: () => void;
};

/**
 * Reads element by element: one that is odd is left out and told with what names it, the others stand. Neither time nor
 * memory grows with what is wrong.
 */
export const createElementReader = <Element>(
	transport: Transport,
	schema: ElementSchema<Element>,
	words: ListWords,
	odd: Odd,
): ElementReader<Element> => {
	const {what, many, most} = words;
	let found: readonly OddElement[] = [];
	let odds = 0;
	let all = 0;
	return {
		page: list => {
			if (!Array.isArray(list)) throw shapeError(transport, what, [{path: [many], message: 'a list was expected'}]);
			if (all + list.length > most) {
				throw serverError(transport, 'bad-answer', `sent more ${many} than there can be (${what}).`);
			}
			const read: Element[] = [];
			const oddOnes: OddElement[] = [];
			for (const [index, element] of list.entries()) {
				const decoded = schema.safeParse(element);
				if (decoded.success) read.push(decoded.data);
				else if (oddOnes.length < mostTold) {
					oddOnes.push({index: all + index, element, issue: decoded.error.issues[0] ?? unknownShape});
				}
			}
			return {read, sent: list.length, odds: list.length - read.length, found: oddOnes};
		},
		keep: page => {
			found = [...found, ...page.found].slice(0, mostTold);
			odds += page.odds;
			all += page.sent;
		},
		end: () => {
			const [first] = found;
			if (!first) return;
			const {path, message} = first.issue;
			if (odds === all) throw shapeError(transport, what, [{path: [many, first.index, ...path], message}]);
			for (const sentence of oddSentences(transport, {found, odds, all}, words)) odd(sentence);
		},
	};
};

/** Reads a list that comes at once, as the reader above does. */
export const readElements = <Element>(
	transport: Transport,
	list: unknown,
	schema: ElementSchema<Element>,
	words: ListWords,
	odd: Odd,
): Page<Element> => {
	const reader = createElementReader(transport, schema, words, odd);
	const page = reader.page(list);
	reader.keep(page);
	reader.end();
	return page;
};
