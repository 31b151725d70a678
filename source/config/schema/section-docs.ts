import type * as z from 'zod/mini';
import {type KeyDoc, keyDocs} from './key.ts';
import {type SectionName, sections} from './sections.ts';

/** What is said of the keys of a section, by name. */
export const docsOf = (name: SectionName): ReadonlyMap<string, KeyDoc> =>
	new Map(
		Object.entries<z.core.$ZodType>(sections[name].shape).flatMap(([key, schema]) => {
			const doc = keyDocs.get(schema);
			return doc ? [[key, doc]] : [];
		}),
	);

/** The variables that set keys of a section. */
export const variablesOf = (name: SectionName): readonly string[] =>
	[...docsOf(name).values()].flatMap(({variable}) => variable ?? []);

/** The variables that hold a secret. */
export const secretVariables: readonly string[] = (['tautulli', 'plex'] as const).flatMap(name =>
	[...docsOf(name).values()].flatMap(({variable, secret}) => (secret === undefined ? [] : (variable ?? []))),
);
