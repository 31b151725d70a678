import path from 'node:path';
import type * as z from 'zod/mini';
import {AppError, type AppErrorData} from '../domain/app-error.ts';
import type {PassedOver} from '../domain/settings.ts';
import {hideSecrets} from '../domain/text/secrets.ts';
import {checkFile, noFile} from './check.ts';
import {entriesOf} from './check-servers.ts';
import type {Config} from './config.ts';
import {discoverFile, type Found} from './discover.ts';
import {type Environment, readEnvironment, withoutServer} from './environment.ts';
import {type LoadOptions, loadConfig} from './load.ts';
import {type Origin, type Written, writtenOf} from './origins.ts';
import {isRecord, type KeyPath, type ParsedFile} from './parse.ts';
import {defaultDatabasePath, defaultLogPath, type Place, resolvePath} from './paths.ts';
import {listName} from './schema/entries.ts';
import type {KeyDoc} from './schema/key.ts';
import {docsOf} from './schema/section-docs.ts';
import {type SectionName, sections} from './schema/sections.ts';
import {secretsOf} from './secrets.ts';
import {type ConfigValue, plainValue, shownSecret} from './shown-value.ts';

/** A key of the file, what counts for it, and where that comes from. */
export type ExplainedValue = {
	/** `tautulli.base_url` */
	readonly key: string;
	readonly origin: Origin;
	/** `wrong`: what is written there is none, and not shown. `secret`: it is set. `unset`: nothing is. */
	readonly state: 'set' | 'secret' | 'unset' | 'wrong';
	/** Null but where it is set; of a secret mapping its names. */
	readonly value: ConfigValue;
};

/** The configuration, explained instead of used. It holds no secret. */
export type Explanation = {
	/** The file that is read, absolute; null: none. */
	readonly file: string | null;
	/** What led to it: a flag, a variable, a folder. */
	readonly by: string | null;
	/** Why it cannot be used; null: it can. */
	readonly trouble: AppErrorData | null;
	readonly configured: boolean;
	/** The server that is told of, and all of them in their order; null and empty: there is no list, or it cannot be used. */
	readonly server: string | null;
	readonly servers: readonly string[];
	readonly warnings: readonly string[];
	readonly passedOver: readonly PassedOver[];
	/** Every key of the schema, in its order. */
	readonly values: readonly ExplainedValue[];
};

/** Paths that count where none is written: they are the user's, so no schema has them. */
type OwnPlaces = Readonly<Record<string, string>>;

const ownPlacesOf = (place: Place, config: Config | null): OwnPlaces => ({
	'database.path': config?.database.path ?? defaultDatabasePath(place),
	'logging.file': config?.logging.file ?? defaultLogPath(place),
});

/** Paths in a file count from its folder, all others from the working folder. */
const absolute = (written: string, origin: Origin, {cwd, home}: LoadOptions): string =>
	resolvePath(written, origin.from === 'file' ? path.dirname(origin.file) : cwd, home);

const explained = (
	key: string,
	schema: z.ZodMiniType,
	doc: KeyDoc,
	{origin, value}: Written,
	{options, places}: {options: LoadOptions; places: OwnPlaces},
): ExplainedValue => {
	const read = schema.safeParse(value);
	if (!read.success) return {key, origin, state: 'wrong', value: null};
	if (doc.secret !== undefined && origin.from !== 'default') {
		return {key, origin, state: 'secret', value: shownSecret(doc.secret, read.data)};
	}
	const shown = plainValue(read.data) ?? places[key] ?? null;
	const isPath = doc.isPath === true && typeof shown === 'string';
	return {
		key,
		origin,
		state: shown === null ? 'unset' : 'set',
		value: isPath ? absolute(shown, origin, options) : shown,
	};
};

const isSection = (name: string): name is SectionName => Object.hasOwn(sections, name);

/** In a file that is no YAML nothing is where it seems to be: a secret may stand under any key. */
const readable = ({file}: Found): Found['file'] => (file && file.problems.length === 0 ? file : null);

/** The way to the server that is told of: the one of `--server`, else the first; empty where there is no list. */
const wayToServer = (file: ParsedFile | null, wanted: string | undefined): KeyPath => {
	const names = file ? entriesOf(file.values).map(({name}) => String(name).toLowerCase()) : [];
	const index = wanted === undefined ? 0 : names.indexOf(wanted.toLowerCase());
	return names.length === 0 ? [] : [listName, Math.max(0, index)];
};

const valuesOf = (
	options: LoadOptions,
	environment: Environment,
	found: Found,
	places: OwnPlaces,
): ExplainedValue[] => {
	const file = readable(found);
	const at = wayToServer(file, options.flags.server);
	// The environment is that of the first one.
	const theirs = at[1] === undefined || at[1] === 0 ? environment : withoutServer(environment);
	const sources = {flags: options.flags, environment: theirs, file, at};
	return Object.keys(sections)
		.filter(isSection)
		.flatMap(section => {
			const shape: Readonly<Record<string, z.ZodMiniType>> = sections[section].shape;
			return [...docsOf(section)].flatMap(([name, doc]) => {
				const schema = shape[name];
				if (!schema) return [];
				const key = `${section}.${name}`;
				try {
					return [explained(key, schema, doc, writtenOf(section, name, doc, sources), {options, places})];
				} catch (error) {
					// A variable that names a file of no use: the trouble says which.
					if (!(error instanceof AppError)) throw error;
					const origin = {from: 'variable', name: `${doc.variable}_FILE`, file: null, named: null} as const;
					return [{key, origin, state: 'wrong', value: null} as const];
				}
			});
		});
};

const tried = <Result>(work: () => Result): Result | AppError => {
	try {
		return work();
	} catch (error) {
		if (error instanceof AppError) return error;
		throw error;
	}
};

const nothingFound: Found = {file: null, passedOver: []};

/** Secrets of a file that is wrong elsewhere. */
const secretsIn = ({values}: ParsedFile): string[] =>
	[values, ...entriesOf(values)].flatMap(server =>
		(['tautulli', 'plex'] as const).flatMap(name => {
			const section = server[name];
			if (!isRecord(section)) return [];
			return [...docsOf(name)]
				.filter(([, {secret}]) => secret === 'whole')
				.flatMap(([key]) => (typeof section[key] === 'string' ? section[key] : []));
		}),
	);

/** Those that can be read; where the configuration can be used, all of them are hidden already. */
const hideWhatIsKnown = (environment: Environment, found: Found): void => {
	const file = found.file ?? noFile;
	const known = tried(() =>
		secretsOf(
			checkFile(file).entries.map(({settings}) => settings),
			environment,
		),
	);
	hideSecrets([...secretsIn(file), ...(known instanceof AppError ? [] : known)]);
};

/**
 * Says for every key what counts, and where it comes from. Never throws for what is wrong with the configuration: that is
 * in `trouble`, in the words that every other command has for it.
 */
export const explainConfig = (options: LoadOptions): Explanation => {
	const environment = readEnvironment(options, options.cwd);
	const discovered = tried(() => discoverFile(options.flags.config, environment, options, options.cwd));
	const found = discovered instanceof AppError ? nothingFound : discovered;
	const config = tried(() => loadConfig(options));
	if (config instanceof AppError) hideWhatIsKnown(environment, found);
	const isLoaded = !(config instanceof AppError);
	return {
		file: found.file?.path ?? null,
		by: found.by ?? null,
		trouble: isLoaded ? null : config.toJSON(),
		configured: isLoaded && config.configured,
		server: isLoaded ? config.name : null,
		servers: isLoaded ? config.serverNames : [],
		warnings: isLoaded ? config.warnings : environment.warnings,
		passedOver: isLoaded ? config.passedOver : found.passedOver,
		values: valuesOf(options, environment, found, ownPlacesOf(options, isLoaded ? config : null)),
	};
};
