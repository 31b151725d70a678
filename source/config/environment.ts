import {existsSync} from 'node:fs';
import path from 'node:path';
import {parseEnv} from 'node:util';
import {AppError} from '../domain/app-error.ts';
import {isUnset} from './is-unset.ts';
import {type Place, resolvePath} from './paths.ts';
import {configError} from './problem.ts';
import {readTextFile, type TextFile} from './read-file.ts';
import {secretVariables, variablesOf} from './schema/section-docs.ts';

/** A file outside of the configuration that holds a secret, and who may read it. */
export type NamedFile = Pick<TextFile, 'mode' | 'owner'> & {readonly path: string};

/**
 * A value from outside the file: which variable it came from, and the `.env` that this stands in, if it does. `named`: the file
 * that holds the value, where the variable only names it.
 */
export type Setting = {
	readonly name: string;
	readonly value: string;
	readonly file: string | null;
	readonly named: NamedFile | null;
};

/** The variables that have a `..._FILE` twin: those of the servers. */
const withFile: ReadonlySet<string> = new Set([...variablesOf('tautulli'), ...variablesOf('plex')]);

/** What the environment says. */
export type Environment = {
	/** The value of a variable, or of the file that its `..._FILE` names; null: not set, or an example value. */
	readonly get: (name: string) => Setting | null;
	/** The `.env` file, where there is one and something came from it that is secret. */
	readonly secretsFile: NamedFile | null;
	readonly warnings: readonly string[];
};

/** The same for the servers behind the first: what is set of a server there is the first one's. */
export const withoutServer = (environment: Environment): Environment => ({
	...environment,
	get: name => (withFile.has(name) || name === 'TAUTOP_DB' ? null : environment.get(name)),
});

type Source = Readonly<Record<string, string | undefined>>;
type DotEnv = {
	readonly values: Source;
	readonly path: string;
	readonly file: TextFile | null;
	readonly warning?: string;
};

const readDotEnv = (cwd: string): DotEnv => {
	const file = path.join(cwd, '.env');
	if (!existsSync(file)) return {values: {}, path: file, file: null};
	try {
		const read = readTextFile(file);
		return {values: parseEnv(read.text), path: file, file: read};
	} catch (error) {
		// Another program's .env is no reason not to start.
		const warning = error instanceof AppError ? error.message : `${file}: the file cannot be read.`;
		return {values: {}, path: file, file: null, warning};
	}
};

const fromFile = (variable: string, written: string, {home}: Place, cwd: string): Pick<Setting, 'value' | 'named'> => {
	const file = resolvePath(written, cwd, home);
	const trouble = (sentence: string, cause?: unknown) =>
		configError(
			[{where: variable, sentence, remedy: 'Let it name a file that holds the value and nothing else.'}],
			cause,
		);
	let read: TextFile;
	try {
		read = readTextFile(file);
	} catch (error) {
		throw error instanceof AppError ? trouble(`names a file that is of no use. ${error.message}`, error) : error;
	}
	const value = read.text.trim();
	if (value === '') throw trouble(`names the file ${file}, which is empty.`);
	return {value, named: {path: file, mode: read.mode, owner: read.owner}};
};

/**
 * Reads the environment; `.env` in the working folder fills what it lacks. A variable counts before its `..._FILE` twin,
 * both of the real environment before both of `.env`. Empty and example values count as not set.
 */
export const readEnvironment = (place: Place, cwd: string): Environment => {
	const dotEnv = readDotEnv(cwd);
	const find = (source: Source, name: string): Setting | null => {
		const where = source === dotEnv.values ? dotEnv.path : null;
		const direct = source[name];
		if (direct !== undefined && !isUnset(direct)) return {name, value: direct.trim(), file: where, named: null};
		const file = withFile.has(name) ? source[`${name}_FILE`] : undefined;
		if (file === undefined || isUnset(file)) return null;
		return {name: `${name}_FILE`, ...fromFile(`${name}_FILE`, file.trim(), place, cwd), file: where};
	};
	const holdsSecret = secretVariables.some(name => !isUnset(dotEnv.values[name]));
	return {
		get: name => find(place.env, name) ?? find(dotEnv.values, name),
		secretsFile: dotEnv.file && holdsSecret ? {...dotEnv.file, path: dotEnv.path} : null,
		warnings: dotEnv.warning === undefined ? [] : [dotEnv.warning],
	};
};
