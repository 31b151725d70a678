import * as z from 'zod/mini';
import type {ConfigFlags} from '../flags.ts';

/** What goes before the file for a key, and how its value may be shown. */
type KeyWays = {
	/** The variable of the environment that sets it. */
	readonly variable?: string;
	readonly flag?: keyof ConfigFlags;
	/** `whole`: never shown. `values`: of a mapping, the names may be. */
	readonly secret?: 'whole' | 'values';
	/** True: a path, which counts from the folder of where it is written. */
	readonly isPath?: boolean;
};

/** What `config.example.yaml`, messages and help say of a key. `expected` goes on after "must be". */
export type KeyDoc = KeyWays & {readonly expected: string; readonly doc: string};

/** The words of every key, by its schema. */
export const keyDocs = z.registry<KeyDoc>();

/** A schema with what is said of it. */
export const key = <Schema extends z.core.$ZodType>(
	schema: Schema,
	expected: string,
	doc: string,
	ways: KeyWays = {},
): Schema => {
	keyDocs.add(schema, {expected, doc, ...ways});
	return schema;
};

export const trueOrFalse = 'true or false';
export const filePath = 'the path of a file';
