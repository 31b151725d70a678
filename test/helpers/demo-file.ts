import {demoDatabasePath} from '../../source/config/paths.ts';
import {eveningZone} from '../../source/demo/world/evening.ts';

/** The database of a demo that is started now, by a program of which this is the folder for temporary files. */
export const demoFile = (temporary: string): string =>
	demoDatabasePath(process.getuid?.() ?? null, temporary, eveningZone(Date.now() / 1000, 'UTC'));
