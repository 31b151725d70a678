import path from 'node:path';
import type {Environment} from './environment.ts';
import type {ConfigFlags} from './flags.ts';
import type {ParsedFile} from './parse.ts';
import {type Place, resolvePath} from './paths.ts';
import type {FileSettings} from './schema.ts';

/** What is known of the configuration before it is put together. */
export type Parts = Place & {
	readonly flags: ConfigFlags;
	readonly cwd: string;
	readonly environment: Environment;
	readonly file: ParsedFile | null;
	readonly settings: FileSettings;
};

/** Paths in the file count from the file's own folder. */
export const pathInFile = (written: string, {file, cwd, home}: Parts): string =>
	resolvePath(written, file ? path.dirname(file.path) : cwd, home);
