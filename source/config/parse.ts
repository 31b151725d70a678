import {
	type Document,
	type ErrorCode,
	isMap,
	isScalar,
	LineCounter,
	type Node,
	type Pair,
	parseDocument,
	visit,
	type YAMLError,
} from 'yaml';
import type {Problem} from './problem.ts';
import {entryKeys, topNames} from './schema/entries.ts';
import {sections} from './schema/sections.ts';
import {mistakesIn} from './yaml-errors.ts';
import {yamlTrouble} from './yaml-trouble.ts';

/** A way into the file: `['plex', 'libraries', 0, 'name']`. */
export type KeyPath = readonly PropertyKey[];

/** The file as plain data, with the places of its parts. */
export type ParsedFile = {
	readonly path: string;
	/** Section name to whatever stands there. */
	readonly values: Readonly<Record<string, unknown>>;
	/** What is wrong with the YAML itself. */
	readonly problems: readonly Problem[];
	/** File, line and column of a key, or of the nearest part around it. */
	readonly whereKey: (keys: KeyPath) => string;
	/** The same of a value. */
	readonly whereValue: (keys: KeyPath) => string;
	/** The line of a key, from 1 on. */
	readonly lineOf: (keys: KeyPath) => number;
	/** What stands there; undefined: nothing. */
	readonly valueAt: (keys: KeyPath) => unknown;
};

/** True for a mapping of keys to values. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const within = (value: unknown, key: PropertyKey): unknown => {
	if (Array.isArray(value)) return value[Number(key)];
	return isRecord(value) ? value[String(key)] : undefined;
};

const startOf = (node: unknown): number | null => {
	if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return null;
	const start: unknown = node.range[0];
	return typeof start === 'number' ? start : null;
};

const pairOf = (document: Document, keys: KeyPath): Pair<unknown, unknown> | null => {
	const name = keys.at(-1);
	const map = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
	if (!isMap(map)) return null;
	return map.items.find(pair => isScalar(pair.key) && String(pair.key.value) === String(name)) ?? null;
};

const findStart = (document: Document, keys: KeyPath, part: 'key' | 'value'): number => {
	for (let length = keys.length; length > 0; length--) {
		const some = keys.slice(0, length);
		const pair = pairOf(document, some);
		const value = pair ? pair.value : document.getIn(some, true);
		const start = part === 'key' ? (startOf(pair?.key) ?? startOf(value)) : (startOf(value) ?? startOf(pair?.key));
		if (start !== null) return start;
	}
	return 0;
};

/** Which section an offset lies in; '' before the first. */
const sectionAt = (contents: Node | null, offset: number): string => {
	if (!isMap(contents)) return '';
	const before = contents.items.filter(pair => (startOf(pair.key) ?? Number.POSITIVE_INFINITY) <= offset);
	const key = before.at(-1)?.key;
	return isScalar(key) ? String(key.value) : '';
};

const knownKeys: ReadonlySet<string> = new Set([
	...topNames,
	...entryKeys,
	...Object.values(sections).flatMap(({shape}) => Object.keys(shape)),
]);

/** The key that a line starts with, if it is one of ours; what else stands there might be a secret. */
const keyOnLine = (text: string, line: number): string | null => {
	const found = /^[\s-]*([a-z_]+)/.exec(text.split('\n')[line - 1] ?? '')?.[1];
	return found !== undefined && knownKeys.has(found) ? found : null;
};

/** Twice the same key, or a tag: homescreen-hero's other sections may hold such things, they are not ours to judge. */
const isForeign = (document: Document.Parsed, error: YAMLError): boolean =>
	(error.code === 'DUPLICATE_KEY' || error.code === 'TAG_RESOLVE_FAILED') &&
	!topNames.includes(sectionAt(document.contents, error.pos[0])) &&
	isMap(document.contents) &&
	!document.contents.items.some(pair => startOf(pair.key) === error.pos[0]);

/** The data, or the offset of the alias that prevents it: one without its anchor, or one too many of them. */
const plainValues = (document: Document.Parsed): {values: unknown} | {badAlias: number} => {
	try {
		return {values: document.toJS()};
	} catch {
		let badAlias: number | null = null;
		visit(document, {
			Alias: (_, node) => {
				if (node.resolve(document) !== undefined) return undefined;
				badAlias = startOf(node);
				return visit.BREAK;
			},
		});
		return {badAlias: badAlias ?? 0};
	}
};

const nothingIn = (text: string) => ({
	sentence: text.trim() === '' ? 'the file is empty.' : 'the file holds no sections.',
	remedy:
		'Start with a section such as `tautulli:` and indent its keys below it; tautop config --example prints them all.',
});

/** Reads YAML. Never throws: what is wrong is in `problems`. The text has no byte order mark. */
export const parseFile = (path: string, text: string): ParsedFile => {
	const lines = new LineCounter();
	const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, merge: true});
	const where = (offset: number): string => {
		const {line, col} = lines.linePos(offset);
		return `${path}, line ${Math.max(line, 1)}, column ${Math.max(col, 1)}`;
	};
	const problem = (offset: number, code: ErrorCode): Problem => {
		const {sentence, remedy} = yamlTrouble(code);
		const key = keyOnLine(text, lines.linePos(offset).line);
		return {where: where(offset), sentence: key ? `at ${key}: ${sentence}` : sentence, remedy};
	};
	const found = [...document.errors, ...document.warnings].filter(error => !isForeign(document, error));
	const problems = mistakesIn(found, text).map(({offset, code}) => problem(offset, code));
	const read = plainValues(document);
	const values = 'values' in read ? read.values : {};
	if (problems.length === 0 && 'badAlias' in read) problems.push(problem(read.badAlias, 'BAD_ALIAS'));
	if (problems.length === 0 && !isRecord(values)) problems.push({where: where(0), ...nothingIn(text)});
	return {
		path,
		values: isRecord(values) ? values : {},
		problems,
		whereKey: keys => where(findStart(document, keys, 'key')),
		whereValue: keys => where(findStart(document, keys, 'value')),
		lineOf: keys => Math.max(lines.linePos(findStart(document, keys, 'key')).line, 1),
		valueAt: keys => keys.reduce(within, values),
	};
};
