import {statSync} from 'node:fs';

/** Two processes understand each other only where they are of the same files. */
export const buildOf = (version: string): string => {
	// The bundle puts the engine beside this file; see tools/build.mjs.
	const engine = statSync(new URL('./engine.cjs', import.meta.url), {throwIfNoEntry: false});
	return [version, engine?.size, engine?.mtimeMs].join(' ');
};
