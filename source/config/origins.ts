import type {Environment} from './environment.ts';
import type {ConfigFlags} from './flags.ts';
import {isUnset} from './is-unset.ts';
import type {KeyPath, ParsedFile} from './parse.ts';
import {entrySections} from './schema/entries.ts';
import type {KeyDoc} from './schema/key.ts';
import type {SectionName} from './schema/sections.ts';

/** Where a value comes from; `file` of a variable: the `.env` that it stands in, `named`: the file that it names as its holder. */
export type Origin =
	| {readonly from: 'flag'; readonly name: string}
	| {readonly from: 'variable'; readonly name: string; readonly file: string | null; readonly named: string | null}
	| {readonly from: 'file'; readonly file: string; readonly line: number}
	| {readonly from: 'default'};

/** A value as it is written, and where; undefined: nowhere, so the default counts. */
export type Written = {readonly origin: Origin; readonly value: unknown};

const typedFlag = (name: string): string => `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;

/** Where a key can stand in the file, the place first that goes before others. */
const placesOf = (at: KeyPath, section: SectionName, key: string): readonly KeyPath[] => {
	const shared = [section, key];
	if (at.length === 0) return [shared];
	const isOfEntries = entrySections.some(name => name === section);
	const own = shared.join('.') === 'dashboard.upload_mbps' ? [...at, key] : [...at, ...shared];
	// What only servers have does not stand beside their list.
	if (section === 'tautulli' || section === 'plex') return [own];
	// The database beside the list is the first one's; the others are beside that.
	if (section === 'database' && at[1] !== 0) return [own];
	return isOfEntries || own.length < at.length + 2 ? [own, shared] : [shared];
};

const inFile = (file: ParsedFile | null, section: SectionName, places: readonly KeyPath[]): Written | null => {
	for (const keys of places) {
		const value = file?.valueAt(keys);
		if (file && !isUnset(value)) return {origin: {from: 'file', file: file.path, line: file.lineOf(keys)}, value};
		// An empty key of an entry takes back what counts for all, and leaves the default.
		if (section === 'collect' && value !== undefined) return null;
	}
	return null;
};

/** Where the value of a key is written that counts: flag, environment, file, in this order. */
export const writtenOf = (
	section: SectionName,
	key: string,
	{flag, variable}: Pick<KeyDoc, 'flag' | 'variable'>,
	{flags, environment, file, at}: {flags: ConfigFlags; environment: Environment; file: ParsedFile | null; at: KeyPath},
): Written => {
	const given = flag === undefined ? undefined : flags[flag];
	if (flag !== undefined && given !== undefined) return {origin: {from: 'flag', name: typedFlag(flag)}, value: given};
	const setting = variable === undefined ? null : environment.get(variable);
	if (setting) {
		const {name, file, named, value} = setting;
		return {origin: {from: 'variable', name, file, named: named?.path ?? null}, value};
	}
	return inFile(file, section, placesOf(at, section, key)) ?? {origin: {from: 'default'}, value: undefined};
};
