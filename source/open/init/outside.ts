import {discoverFile} from '../../config/discover.ts';
import {type Environment, readEnvironment} from '../../config/environment.ts';
import {type FoundServers, findServers, readServers} from '../../config/found-file.ts';
import {newFilePath} from '../../config/new-file.ts';
import type {Place} from '../../config/paths.ts';
import {AppError} from '../../domain/app-error.ts';

/** What a first configuration finds around it. */
export type Outside = {
	/** Where it goes, absolute. */
	readonly file: string;
	/** What stands there already; null: nothing that can be read. */
	readonly old: FoundServers | null;
	/** Another one whose servers could be taken over. */
	readonly found: FoundServers | null;
	readonly environment: Environment;
	/** The file that tautop reads from here without `--config`; null: none, or one that is wrong. */
	readonly used: () => string | null;
};

/** Looks around; asks no server and writes nothing. `cwd`: absolute. */
export const lookAround = (flag: string | undefined, place: Place, cwd: string): Outside => {
	const environment = readEnvironment(place, cwd);
	const file = newFilePath(flag, environment, place, cwd);
	return {
		file,
		old: readServers(file, place.home),
		found: findServers(file, environment, place, cwd),
		environment,
		used: () => {
			try {
				return discoverFile(undefined, environment, place, cwd).file?.path ?? null;
			} catch (error) {
				if (error instanceof AppError) return null;
				throw error;
			}
		},
	};
};
