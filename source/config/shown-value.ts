import {cleanText} from '../domain/text/text.ts';
import {isRecord} from './parse.ts';
import type {KeyDoc} from './schema/key.ts';

/** A value of the configuration as data. */
export type ConfigValue =
	| string
	| number
	| boolean
	| null
	| readonly ConfigValue[]
	| {readonly [name: string]: ConfigValue};

/** What a schema has read, as data that can be shown: an address without its notes, texts clean and without secrets. */
export const plainValue = (value: unknown): ConfigValue => {
	if (typeof value === 'string') return cleanText(value);
	if (typeof value === 'number' || typeof value === 'boolean') return value;
	if (Array.isArray(value)) return value.map(plainValue);
	if (!isRecord(value)) return null;
	if (typeof value.url === 'string' && 'notes' in value) return cleanText(value.url);
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [cleanText(name), plainValue(each)]));
};

/** What may be shown of a secret: nothing, not how long it is either; of a mapping, whose values are secret, its names. */
export const shownSecret = (secret: NonNullable<KeyDoc['secret']>, value: unknown): ConfigValue =>
	secret === 'values' && isRecord(value) ? Object.keys(value).map(cleanText) : null;

const isPlain = (value: ConfigValue): value is string | number | boolean | null =>
	typeof value !== 'object' || value === null;

/** The value in one line, as people read it: lists with commas, mappings as `name: value`. */
export const valueText = (value: ConfigValue): string => {
	if (isPlain(value)) return value === null ? '' : String(value);
	const inner = (each: ConfigValue): string =>
		isPlain(each) || Array.isArray(each) ? valueText(each) : `{${valueText(each)}}`;
	if (Array.isArray(value)) return value.map(inner).join(', ');
	return Object.entries(value)
		.map(([name, each]) => `${name}: ${inner(each)}`)
		.join(', ');
};
