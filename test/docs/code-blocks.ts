import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

const repository = path.join(import.meta.dirname, '..', '..');

/** The documents of the users: README and every page of docs/. */
export const userDocuments: readonly string[] = [
	'README.md',
	...readdirSync(path.join(repository, 'docs'))
		.filter(name => name.endsWith('.md'))
		.map(name => `docs/${name}`),
];

const readDocument = (name: string): string => readFileSync(path.join(repository, name), 'utf8');

/** A block between two fences. */
export type CodeBlock = {
	readonly document: string;
	/** What stands behind the fence; `''`: nothing. */
	readonly language: string;
	readonly text: string;
	/** What stands before it in the document. */
	readonly before: string;
};

/** All blocks of code of a document, in order. */
export const codeBlocks = (document: string): readonly CodeBlock[] => {
	const all = readDocument(document);
	return [...all.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(({1: language = '', 2: text = '', index}) => ({
		document,
		language,
		text,
		before: all.slice(0, index),
	}));
};

/** A line of a document that a reader can type. */
export type TypedLine = {readonly document: string; readonly text: string};

const isTyped = (text: string): boolean => /^(\$ )?(tautop|npm start --)( |$)/.test(text);

/** The lines of blocks that call tautop. */
export const typedLines = (blocks: readonly CodeBlock[]): readonly TypedLine[] =>
	blocks.flatMap(({document, text}) =>
		text
			.split('\n')
			.filter(isTyped)
			.map(line => ({document, text: line})),
	);

/** `tautop COMMAND --help`, and the bare name of a command: the reader knows what belongs there. */
const isExact = (text: string): boolean => !/ [A-Z_]{3,}\b/.test(text) && !/^tautop( [a-z]+)?$/.test(text);

/** What calls tautop within the sentences of a document. */
export const inlineLines = (document: string): readonly TypedLine[] => {
	const prose = readDocument(document).replaceAll(/^```[\s\S]*?^```$/gm, '');
	return [...prose.matchAll(/`([^`\n]+)`/g)]
		.map(([, text = '']) => ({document, text}))
		.filter(({text}) => isTyped(text) && isExact(text));
};

/** The last heading before a block. */
export const headingOf = ({before}: CodeBlock): string => [...before.matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? '';
