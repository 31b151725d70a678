import type {Environment} from './environment.ts';
import type {ConfigFlags} from './flags.ts';
import {isRecord, type ParsedFile} from './parse.ts';
import type {KeyDoc, SectionName} from './schema.ts';
import {isUnset} from './values.ts';

/** Where a value comes from; `file` of a variable: the `.env` that it stands in. */
export type Origin =
	| {readonly from: 'flag'; readonly name: string}
	| {readonly from: 'variable'; readonly name: string; readonly file: string | null}
	| {readonly from: 'file'; readonly file: string; readonly line: number}
	| {readonly from: 'default'};

/** A value as it is written, and where; undefined: nowhere, so the default counts. */
export type Written = {readonly origin: Origin; readonly value: unknown};

const typedFlag = (name: string): string => `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;

const inFile = (file: ParsedFile | null, section: SectionName, key: string): Written | null => {
	const values = file?.values[section];
	if (!file || !isRecord(values) || isUnset(values[key])) return null;
	return {origin: {from: 'file', file: file.path, line: file.lineOf([section, key])}, value: values[key]};
};

/** Where the value of a key is written that counts: flag, environment, file, in this order. */
export const writtenOf = (
	section: SectionName,
	key: string,
	{flag, variable}: Pick<KeyDoc, 'flag' | 'variable'>,
	{flags, environment, file}: {flags: ConfigFlags; environment: Environment; file: ParsedFile | null},
): Written => {
	const given = flag === undefined ? undefined : flags[flag];
	if (flag !== undefined && given !== undefined) return {origin: {from: 'flag', name: typedFlag(flag)}, value: given};
	const setting = variable === undefined ? null : environment.get(variable);
	if (setting) {
		return {origin: {from: 'variable', name: setting.name, file: setting.file}, value: setting.value};
	}
	return inFile(file, section, key) ?? {origin: {from: 'default'}, value: undefined};
};
