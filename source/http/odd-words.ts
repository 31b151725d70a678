import type {Transport} from './contract.ts';
import type {ShapeIssue} from './json.ts';

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

/** One that could not be read: its place in the list, and why. */
export type OddElement = {readonly index: number; readonly element: unknown; readonly issue: ShapeIssue};

/** So many are told one by one; of more only how many, and the first. */
export const mostTold = 3;

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

/** What is told of the odd elements of a list: `found` are the first of them, `odds` of `all` there were. */
export const oddSentences = (
	transport: Transport,
	{found, odds, all}: {readonly found: readonly OddElement[]; readonly odds: number; readonly all: number},
	words: ListWords,
): string[] => {
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
