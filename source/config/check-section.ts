import type * as z from 'zod/mini';
import {isUnset} from './is-unset.ts';
import {isRecord, type KeyPath, type ParsedFile} from './parse.ts';
import type {Problem} from './problem.ts';
import {keyDocs} from './schema/key.ts';
import {type SectionName, sections} from './schema/sections.ts';
import {printPath, unknownIn} from './unknown.ts';

/** In the sections that are homescreen-hero's too an unknown key is a warning, and these are no unknown keys. */
const sharedSections: Partial<Record<SectionName, readonly string[]>> = {
	tautulli: ['collect_on_rotation', 'collect_interval_hours'],
	plex: [],
	logging: ['format'],
};

const libraryKeys = ['name', 'enabled'];

/** What a mapping of the file is read to, and what is wrong with it. */
export type Read<Values> = {
	readonly values: Values;
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
};

const unknownKeys = (file: ParsedFile, at: KeyPath, name: SectionName, section: unknown): readonly Problem[] => {
	const found = unknownIn(file, at, section, Object.keys(sections[name].shape), sharedSections[name] ?? []);
	const libraries = name === 'plex' && isRecord(section) && Array.isArray(section.libraries) ? section.libraries : [];
	const inLibraries = libraries.flatMap((library, index) =>
		unknownIn(file, [...at, 'libraries', index], library, libraryKeys, []),
	);
	return [...found, ...inLibraries];
};

/** One zod issue in our words. zod's own are not used: they name types, and some would quote the value. */
const wrongValue = (file: ParsedFile, at: KeyPath, {shape}: z.ZodMiniObject, issue: z.core.$ZodIssue): Problem => {
	const keys = [...at, ...issue.path];
	const where = file.whereValue(keys);
	const remedy = issue.code === 'custom' ? issue.params?.remedy : undefined;
	if (typeof remedy === 'string') return {where, sentence: `${printPath(keys)} ${issue.message}.`, remedy};
	const schemas: Readonly<Record<string, z.core.$ZodType>> = shape;
	const schema = schemas[String(issue.path[0])];
	const expected = (schema && keyDocs.get(schema))?.expected ?? 'a mapping of keys to values';
	const length = at.length + 1;
	const whole = printPath(keys.slice(0, length));
	const inside = keys.length > length ? ` (wrong is ${printPath(keys)})` : '';
	return {
		where,
		sentence: `${whole} must be ${expected}${inside}.`,
		remedy: `Correct it, or take ${whole} out to have the default.`,
	};
};

/** What nobody has filled in yet (null, '', an example value) is taken out, so that defaults apply. */
const withoutUnset = (section: unknown): unknown =>
	isRecord(section) ? Object.fromEntries(Object.entries(section).filter(([, value]) => !isUnset(value))) : section;

/** Checks the mapping at a place of the file; with problems there are no values. */
export const readMapping = <Schema extends z.ZodMiniObject>(
	file: ParsedFile,
	at: KeyPath,
	schema: Schema,
	value: unknown,
): {readonly values: z.output<Schema> | null; readonly problems: readonly Problem[]} => {
	const result = schema.safeParse(withoutUnset(value ?? {}));
	if (result.success) return {values: result.data, problems: []};
	return {values: null, problems: result.error.issues.map(issue => wrongValue(file, at, schema, issue))};
};

/** Checks a section at the place where it stands; its names that nobody knows are problems, or warnings. */
export const readSection = <Schema extends z.ZodMiniObject>(
	file: ParsedFile,
	at: KeyPath,
	name: SectionName,
	schema: Schema,
	value: unknown,
): Read<z.output<Schema>> => {
	const {values, problems} = readMapping(file, at, schema, value);
	const unknown = unknownKeys(file, at, name, value);
	const isShared = sharedSections[name] !== undefined;
	return {
		values: values ?? schema.parse({}),
		problems: isShared ? problems : [...problems, ...unknown],
		warnings: isShared ? unknown : [],
	};
};
