import type * as z from 'zod';
import {isRecord, type ParsedFile} from './parse.ts';
import type {Problem} from './problem.ts';
import {type FileSettings, keyDocs, type SectionName, sections} from './schema.ts';
import {printPath, unknownIn, unknownSections} from './unknown.ts';
import {isUnset} from './values.ts';

/** homescreen-hero's sections that have nothing to say to us. */
const otherSections = [
	'rotation',
	'groups',
	'display',
	'trakt',
	'letterboxd',
	'mdblist',
	'anilist',
	'mal',
	'seerr',
	'tmdb',
	'auth',
];

/** In the sections that are homescreen-hero's too an unknown key is a warning, and these are no unknown keys. */
const sharedSections: Partial<Record<SectionName, readonly string[]>> = {
	tautulli: ['collect_on_rotation', 'collect_interval_hours'],
	plex: [],
	logging: ['format'],
};

const libraryKeys = ['name', 'enabled'];

/** What is checked where there is no file. */
export const noFile: ParsedFile = {
	values: {},
	path: '',
	problems: [],
	whereKey: () => '',
	whereValue: () => '',
	lineOf: () => 0,
};

/** What a file says, and what is wrong with it. */
export type Checked = {
	readonly settings: FileSettings;
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
};

const unknownKeys = (file: ParsedFile, name: SectionName): Problem[] => {
	const section = file.values[name];
	const found = unknownIn(file, [name], section, Object.keys(sections[name].shape), sharedSections[name] ?? []);
	const libraries = name === 'plex' && isRecord(section) && Array.isArray(section.libraries) ? section.libraries : [];
	const inLibraries = libraries.flatMap((library, index) =>
		unknownIn(file, [name, 'libraries', index], library, libraryKeys, []),
	);
	return [...found, ...inLibraries];
};

const docOf = (name: SectionName, key: PropertyKey | undefined) => {
	const shape: Readonly<Record<string, z.ZodType>> = sections[name].shape;
	const schema = shape[String(key)];
	return schema ? keyDocs.get(schema) : undefined;
};

/** One zod issue in our words. zod's own are not used: they name types, and some would quote the value. */
const wrongValue = (file: ParsedFile, name: SectionName, issue: z.core.$ZodIssue): Problem => {
	const keys = [name, ...issue.path];
	const where = file.whereValue(keys);
	const remedy = issue.code === 'custom' ? issue.params?.remedy : undefined;
	if (typeof remedy === 'string') return {where, sentence: `${printPath(keys)} ${issue.message}.`, remedy};
	const expected = docOf(name, issue.path[0])?.expected ?? 'a mapping of keys to values';
	const whole = printPath(keys.slice(0, 2));
	const inside = keys.length > 2 ? ` (wrong is ${printPath(keys)})` : '';
	return {
		where,
		sentence: `${whole} must be ${expected}${inside}.`,
		remedy: `Correct it, or take ${whole} out to have the default.`,
	};
};

/** What nobody has filled in yet (null, '', an example value) is taken out, so that defaults apply. */
const withoutUnset = (section: unknown): unknown =>
	isRecord(section) ? Object.fromEntries(Object.entries(section).filter(([, value]) => !isUnset(value))) : section;

/** Checks a parsed file against the schema. Never throws; the settings count only when there are no problems. */
export const checkFile = (file: ParsedFile): Checked => {
	const problems: Problem[] = [];
	const read = <Schema extends z.ZodObject>(name: SectionName, schema: Schema): z.output<Schema> => {
		const result = schema.safeParse(withoutUnset(file.values[name] ?? {}));
		if (result.success) return result.data;
		problems.push(...result.error.issues.map(issue => wrongValue(file, name, issue)));
		return schema.parse({});
	};
	const settings: FileSettings = {
		tautulli: read('tautulli', sections.tautulli),
		plex: read('plex', sections.plex),
		collect: read('collect', sections.collect),
		database: read('database', sections.database),
		keep: read('keep', sections.keep),
		metrics: read('metrics', sections.metrics),
		dashboard: read('dashboard', sections.dashboard),
		logging: read('logging', sections.logging),
	};
	const warnings = [...unknownSections(file, name => otherSections.includes(name))];
	for (const name of ['tautulli', 'plex', 'collect', 'database', 'keep', 'metrics', 'dashboard', 'logging'] as const) {
		(sharedSections[name] ? warnings : problems).push(...unknownKeys(file, name));
	}
	return {settings, problems, warnings};
};
