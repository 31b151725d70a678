import type {Database} from './database.ts';
import {createMirrorParts, type MirrorParts} from './mirror-parts.ts';
import {createMirrorServers, type MirrorServers} from './mirror-servers.ts';
import {createPlayCollections, type PlayCollections} from './play-collections.ts';
import {createPlayCounts, type PlayCounts} from './play-counts.ts';
import {createPlayGraphs, type PlayGraphs} from './play-graphs.ts';
import {createPlayTotals} from './play-totals.ts';
import {createPlays, type Plays} from './plays.ts';

/** The local copy of Tautulli's history. */
export type Mirror = {
	readonly servers: MirrorServers;
	readonly parts: MirrorParts;
	readonly plays: Plays;
	readonly counts: PlayCounts;
	readonly graphs: PlayGraphs;
	readonly collections: PlayCollections;
};

export const createMirror = (database: Database): Mirror => ({
	servers: createMirrorServers(database),
	parts: createMirrorParts(database),
	plays: createPlays(database),
	counts: createPlayCounts(database),
	graphs: createPlayGraphs(database),
	collections: createPlayCollections(database, createPlayTotals(database)),
});
