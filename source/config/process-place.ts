import {homedir} from 'node:os';
import {type Place, userFolders} from './paths.ts';

/** Where this process looks for its configuration. */
export const processPlace = (): {readonly place: Place; readonly cwd: string} => ({
	place: {env: process.env, home: homedir(), folders: userFolders(), platform: process.platform},
	cwd: process.cwd(),
});
