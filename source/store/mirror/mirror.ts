import type {Database} from '../database.ts';
import {type AdoptedPlays, createAdoptedPlays} from './adopted-plays.ts';
import {createDistinctPlays, type DistinctPlays} from './distinct-plays.ts';
import {createMembers, type Members} from './members.ts';
import {createMirrorParts, type MirrorParts} from './mirror-parts.ts';
import {createMirrorServers, type MirrorServers} from './mirror-servers.ts';
import {createMirrorUsers, type MirrorUsers} from './mirror-users.ts';
import {createOwners, type Owners} from './owners.ts';
import {createPlayChoices, type PlayChoices} from './play-choices.ts';
import {createPlayColumns, type PlayColumnsReader} from './play-columns.ts';
import {createPlayMembers, type PlayMembers} from './play-members.ts';
import {createPlayNames, type PlayNames} from './play-names.ts';
import {createPlayQuarters, type PlayQuarters} from './play-quarters.ts';
import {createPlayRows, type PlayRows} from './play-rows.ts';
import {createPlaySearch, type PlaySearch} from './play-search.ts';
import {createPlaySections, type PlaySections} from './play-sections.ts';
import {createPlays, type Plays} from './plays.ts';

/** The local copy of Tautulli's history. */
export type Mirror = {
	readonly servers: MirrorServers;
	readonly parts: MirrorParts;
	readonly plays: Plays;
	readonly sections: PlaySections;
	readonly users: MirrorUsers;
	readonly columns: PlayColumnsReader;
	readonly rows: PlayRows;
	readonly names: PlayNames;
	readonly owners: Owners;
	readonly search: PlaySearch;
	readonly choices: PlayChoices;
	readonly quarters: PlayQuarters;
	readonly distinct: DistinctPlays;
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
		columns: createPlayColumns(database),
		rows: createPlayRows(database),
		names: createPlayNames(database),
		owners: createOwners(database),
		search,
		choices: createPlayChoices(database, search),
		quarters: createPlayQuarters(database),
		distinct: createDistinctPlays(database),
		members: createMembers(database),
		memberPlays: createPlayMembers(database),
		adopted: createAdoptedPlays(database),
	};
};
