import type {Transport} from './contract.ts';
import {type ShapeIssue, shapeError} from './json.ts';
import {serverError} from './status.ts';

/** Hears a sentence about something odd in an answer that was left out of it. */
export type Odd = (sentence: string) => void;

/** What a list is, in words. */
export type ListWords = {
	/** The command or path that was asked. */
	readonly what: string;
	/** One element, and several: "a session", "sessions". */
	readonly one: string;
	readonly many: string;
	/** The fields that name an element to people, the best first. */
	readonly names: readonly string[];
	/** More elements than any honest answer has: not looked at. */
	readonly most: number;
};

/** Whatever reads one element: a schema. */
export type ElementSchema<Element> = {
	readonly safeParse: (
		data: unknown,
	) =>
		| {readonly success: true; readonly data: Element}
		| {readonly success: false; readonly error: {readonly issues: readonly ShapeIssue[]}};
};

/** One that could not be read: its place in the list, and why. */
export type OddElement = {readonly index: number; readonly element: unknown; readonly issue: ShapeIssue};

/** So many are told one by one; of more only how many, and the first. */
const mostTold = 3;

const unknownShape: ShapeIssue = {path: [], message: 'unknown shape'};

/** A field of what may be anything, as text; '' where there is none. */
const fieldOf = (element: unknown, name: string): string => {
	if (typeof element !== 'object' || element === null) return '';
	const value: unknown = Object.getOwnPropertyDescriptor(element, name)?.value;
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const nameOf = (transport: Transport, {index, element}: OddElement, {names}: ListWords): string => {
	const name = names.find(field => fieldOf(element, field) !== '');
	return name === undefined ? `number ${index + 1}` : `${name} ${transport.quote(fieldOf(element, name))}`;
};

const issueWords = ({path, message}: ShapeIssue): string =>
	path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;

const sentencesOf = (
	transport: Transport,
	found: readonly OddElement[],
	odds: number,
	all: number,
	words: ListWords,
) => {
	const {what, one, many} = words;
	const named = found.map(each => ({name: nameOf(transport, each, words), why: issueWords(each.issue)}));
	if (odds <= mostTold) {
		return named.map(
			({name, why}) => `${transport.where} sent ${one} that cannot be read (${what}), left out: ${name}. ${why}.`,
		);
	}
	const first = named.slice(0, 1).map(({name, why}) => `The first is ${name}. ${why}.`);
	return [
		`${transport.where} sent ${odds} of ${all} ${many} that cannot be read (${what}), left out. ${first.join('')}`,
	];
};

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
			for (const sentence of sentencesOf(transport, found, odds, all, words)) odd(sentence);
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
