import type * as z from 'zod/mini';
import {readSection} from './check-section.ts';
import {checkServers, type Entry, listOf} from './check-servers.ts';
import type {ParsedFile} from './parse.ts';
import type {Problem} from './problem.ts';
import {type FileSettings, type SectionName, sections} from './schema/sections.ts';
import {unknownSections} from './unknown.ts';

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

/** True for a file that homescreen-hero reads: it has sections of its own. */
export const isOfHero = (values: ParsedFile['values']): boolean =>
	otherSections.some(section => Object.hasOwn(values, section));

/** What is checked where there is no file. */
export const noFile: ParsedFile = {
	values: {},
	path: '',
	problems: [],
	whereKey: () => '',
	whereValue: () => '',
	lineOf: () => 0,
	valueAt: () => undefined,
};

/** What a file says of each server, and what is wrong with it. */
export type Checked = {
	/** At least one where there are no problems. */
	readonly entries: readonly Entry[];
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
};

/** Checks a parsed file against the schema. Never throws; the entries count only when there are no problems. */
export const checkFile = (file: ParsedFile): Checked => {
	const problems: Problem[] = [];
	const unknown: Problem[] = [];
	const read = <Schema extends z.ZodMiniObject>(name: SectionName, schema: Schema): z.output<Schema> => {
		const section = readSection(file, [name], name, schema, file.values[name]);
		problems.push(...section.problems);
		unknown.push(...section.warnings);
		return section.values;
	};
	const settings: FileSettings = {
		tautulli: read('tautulli', sections.tautulli),
		plex: read('plex', sections.plex),
		collect: read('collect', sections.collect),
		database: read('database', sections.database),
		keep: read('keep', sections.keep),
		metrics: read('metrics', sections.metrics),
		notices: read('notices', sections.notices),
		dashboard: read('dashboard', sections.dashboard),
		logging: read('logging', sections.logging),
	};
	const warnings = [...unknownSections(file, name => otherSections.includes(name)), ...unknown];
	const list = listOf(file.values);
	if (list === undefined) return {entries: [{name: null, at: [], settings}], problems, warnings};
	const servers = checkServers(file, list, settings);
	return {
		entries: servers.entries,
		problems: [...problems, ...servers.problems],
		warnings: [...warnings, ...servers.warnings],
	};
};
