import path from 'node:path';
import type {Entry} from './check-servers.ts';
import type {Environment} from './environment.ts';
import type {ConfigFlags} from './flags.ts';
import type {ParsedFile} from './parse.ts';
import {type Place, resolvePath} from './paths.ts';

/** What is known of the configuration before it is put together. */
export type Parts = Place &
	Entry & {
		readonly flags: ConfigFlags;
		readonly cwd: string;
		readonly environment: Environment;
		readonly file: ParsedFile | null;
		/** The database of the first server, beside which this one's is; null: it is the first. */
		readonly besides: string | null;
	};

/** Paths in the file count from the file's own folder. */
export const pathInFile = (written: string, {file, cwd, home}: Parts): string =>
	resolvePath(written, file ? path.dirname(file.path) : cwd, home);
