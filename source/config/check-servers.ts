import {readMapping, readSection} from './check-section.ts';
import {meantWords} from './meant.ts';
import {isRecord, type KeyPath, type ParsedFile} from './parse.ts';
import type {Problem} from './problem.ts';
import {entry, entryKeys, listName} from './schema/entries.ts';
import {type FileSettings, sections} from './schema/sections.ts';
import {printPath} from './unknown.ts';

/** One server of the file: what counts for it, wherever it stands. */
export type Entry = {
	/** Null: the only one, without a list. */
	readonly name: string | null;
	/** The way to where it stands: empty at the left margin. */
	readonly at: KeyPath;
	readonly settings: FileSettings;
};

type CheckedEntry = {
	readonly entry: Entry | null;
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
};

const mapping = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});

/** The list, where one is written; what nobody has filled in yet is none. */
export const listOf = ({[listName]: list}: ParsedFile['values']): unknown =>
	list === null || (Array.isArray(list) && list.length === 0) ? undefined : list;

/** The entries as they are written, in a list or in what should be one. */
export const entriesOf = ({[listName]: list}: ParsedFile['values']): readonly Record<string, unknown>[] =>
	Object.values(mapping(list))
		.concat(Array.isArray(list) ? list : [])
		.filter(isRecord);

/** Whoever has both would not know which server the section is of. */
const doubleProblems = (file: ParsedFile): readonly Problem[] =>
	(['tautulli', 'plex'] as const)
		.filter(name => isRecord(file.values[name]))
		.map(name => ({
			where: file.whereKey([name]),
			sentence: `${name} stands beside ${listName}, which has one in each entry.`,
			remedy: `Move it into an entry of ${listName}, or take the list out.`,
		}));

const unknownKey = (file: ParsedFile, at: KeyPath, name: string): Problem => {
	const keys = [...at, name];
	const where = file.whereKey(keys);
	if (Object.hasOwn(sections, name)) {
		const sentence = `${printPath(keys)} cannot be set for one server only.`;
		return {where, sentence, remedy: `Write ${name} at the left margin: it counts for all of them.`};
	}
	const meant = meantWords(name, entryKeys, true) ?? meantWords(name, entryKeys, false);
	return {
		where,
		sentence: `there is no key ${printPath(keys)}.`,
		remedy: meant ?? `Take it out; keys here are ${entryKeys.join(', ')}.`,
	};
};

/** An entry on top of what counts for all: its `collect` goes before theirs key by key. */
const checkEntry = (file: ParsedFile, index: number, value: unknown, shared: FileSettings): CheckedEntry => {
	const at = [listName, index];
	if (!isRecord(value)) {
		const sentence = `${printPath(at)} must be a mapping of keys to values.`;
		const remedy = 'Begin it with `- name: NAME`, and indent its `tautulli:` below the name.';
		return {entry: null, problems: [{where: file.whereValue(at), sentence, remedy}], warnings: []};
	}
	const own = readMapping(file, at, entry, value);
	const tautulli = readSection(file, [...at, 'tautulli'], 'tautulli', sections.tautulli, value.tautulli);
	const plex = readSection(file, [...at, 'plex'], 'plex', sections.plex, value.plex);
	const collect = readSection(file, [...at, 'collect'], 'collect', sections.collect, value.collect);
	const database = readSection(file, [...at, 'database'], 'database', sections.database, value.database);
	const merged = readMapping(file, at, sections.collect, {...mapping(file.values.collect), ...mapping(value.collect)});
	const path = database.values.path ?? (index === 0 ? shared.database.path : undefined);
	const upload = own.values?.upload_mbps ?? shared.dashboard.upload_mbps;
	return {
		entry: own.values && {
			name: own.values.name,
			at,
			settings: {
				...shared,
				tautulli: tautulli.values,
				plex: plex.values,
				collect: merged.values ?? shared.collect,
				database: {path},
				dashboard: {...shared.dashboard, upload_mbps: upload},
			},
		},
		problems: [
			...Object.keys(value)
				.filter(name => !entryKeys.includes(name))
				.map(name => unknownKey(file, at, name)),
			...[own, tautulli, plex, collect, database].flatMap(({problems}) => problems),
		],
		warnings: [tautulli, plex, collect, database].flatMap(({warnings}) => warnings),
	};
};

/** Two names that differ in capitals alone would be one file on some systems. */
const sameNames = (file: ParsedFile, entries: readonly (Entry | null)[]): readonly Problem[] => {
	const names = entries.map(found => found?.name?.toLowerCase() ?? null);
	return names.flatMap((name, index) => {
		const first = names.indexOf(name);
		if (name === null || first === index) return [];
		const keys = [listName, index, 'name'];
		const sentence = `${printPath(keys)} is that of ${printPath([listName, first])} too.`;
		return [
			{
				where: file.whereValue(keys),
				sentence,
				remedy: 'Give it another one; upper and lower case do not make a difference.',
			},
		];
	});
};

/** Checks the list of servers. `shared` is what stands at the left margin. */
export const checkServers = (
	file: ParsedFile,
	list: unknown,
	shared: FileSettings,
): {
	readonly entries: readonly Entry[];
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
} => {
	if (!Array.isArray(list)) {
		const sentence = `${listName} must be a list of servers.`;
		const remedy = 'Begin each of them with `- name: NAME`, indented by two spaces.';
		return {entries: [], problems: [{where: file.whereValue([listName]), sentence, remedy}], warnings: []};
	}
	const checked = list.map((value: unknown, index) => checkEntry(file, index, value, shared));
	const found = checked.map(each => each.entry);
	return {
		entries: found.filter(each => each !== null),
		problems: [...doubleProblems(file), ...checked.flatMap(({problems}) => problems), ...sameNames(file, found)],
		warnings: checked.flatMap(({warnings}) => warnings),
	};
};
