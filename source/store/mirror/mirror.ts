import type {Database} from '../database.ts';
import {type AdoptedPlays, createAdoptedPlays} from './adopted-plays.ts';
import {createMembers, type Members} from './members.ts';
import {createMirrorParts, type MirrorParts} from './mirror-parts.ts';
import {createMirrorServers, type MirrorServers} from './mirror-servers.ts';
import {createMirrorUsers, type MirrorUsers} from './mirror-users.ts';
import {createOwners, type Owners} from './owners.ts';
import {createPlayChoices, type PlayChoices} from './play-choices.ts';
import {createPlayCollections, type PlayCollections} from './play-collections.ts';
import {createPlayColumns, type PlayColumnsReader} from './play-columns.ts';
import {createPlayCounts, type PlayCounts} from './play-counts.ts';
import {createPlayGraphs, type PlayGraphs} from './play-graphs.ts';
import {createPlayMembers, type PlayMembers} from './play-members.ts';
import {createPlayNames, type PlayNames} from './play-names.ts';
import {createPlayRows, type PlayRows} from './play-rows.ts';
import {createPlaySearch, type PlaySearch} from './play-search.ts';
import {createPlaySections, type PlaySections} from './play-sections.ts';
import {createPlayTotals} from './play-totals.ts';
import {createPlays, type Plays} from './plays.ts';

/** The local copy of Tautulli's history. */
export type Mirror = {
	readonly servers: MirrorServers;
	readonly parts: MirrorParts;
	readonly plays: Plays;
	readonly sections: PlaySections;
	readonly users: MirrorUsers;
	readonly counts: PlayCounts;
	readonly columns: PlayColumnsReader;
	readonly rows: PlayRows;
	readonly names: PlayNames;
	readonly owners: Owners;
	readonly search: PlaySearch;
	readonly choices: PlayChoices;
	readonly graphs: PlayGraphs;
	readonly collections: PlayCollections;
	readonly members: Members;
	readonly memberPlays: PlayMembers;
	readonly adopted: AdoptedPlays;
};

export const createMirror = (database: Database): Mirror => {
	const search = createPlaySearch(database);
	return {
		servers: createMirrorServers(database),
		parts: createMirrorParts(database),
		plays: createPlays(database),
		sections: createPlaySections(database),
		users: createMirrorUsers(database),
		counts: createPlayCounts(database),
		columns: createPlayColumns(database),
		rows: createPlayRows(database),
		names: createPlayNames(database),
		owners: createOwners(database),
		search,
		choices: createPlayChoices(database, search),
		graphs: createPlayGraphs(database),
		collections: createPlayCollections(database, createPlayTotals(database)),
		members: createMembers(database),
		memberPlays: createPlayMembers(database),
		adopted: createAdoptedPlays(database),
	};
};
