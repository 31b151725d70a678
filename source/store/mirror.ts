import type {Database} from './database.ts';
import {createMirrorParts, type MirrorParts} from './mirror-parts.ts';
import {createMirrorServers, type MirrorServers} from './mirror-servers.ts';
import {createPlays, type Plays} from './plays.ts';

/** The local copy of Tautulli's history. */
export type Mirror = {
	readonly servers: MirrorServers;
	readonly parts: MirrorParts;
	readonly plays: Plays;
};

export const createMirror = (database: Database): Mirror => ({
	servers: createMirrorServers(database),
	parts: createMirrorParts(database),
	plays: createPlays(database),
});
