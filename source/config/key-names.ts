import {shellWord} from '../domain/command-flags.ts';
import type {KeyNames} from '../domain/key-names.ts';
import type {Environment, Setting} from './environment.ts';
import {docsOf} from './schema/section-docs.ts';

/** The file that a variable names is what holds the value; a `.env` is one of several places of a variable. */
const called = ({name, file, named}: Setting): string => {
	if (named) return `${shellWord(named.path)} (${name})`;
	return file === null ? name : `${name} in ${shellWord(file)}`;
};

/** What those keys are called whose values come from the environment. */
export const keyNamesOf = ({get}: Environment): KeyNames =>
	Object.fromEntries(
		(['tautulli', 'plex', 'database'] as const).flatMap(section =>
			[...docsOf(section)].flatMap(([key, {variable}]) => {
				const setting = variable === undefined ? null : get(variable);
				return setting ? [[`${section}.${key}`, called(setting)]] : [];
			}),
		),
	);
