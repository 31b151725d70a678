import type {Database} from '../database.ts';
import {type AdoptedPlays, createAdoptedPlays} from './adopted-plays.ts';
import {type Catalogue, createCatalogue} from './catalogue.ts';
import {type CatalogueSizes, createCatalogueSizes} from './catalogue-sizes.ts';
import {type CollectionKeys, createCollectionKeys} from './collection-keys.ts';
import {createEverPlayed, type EverPlayedSums} from './ever-played.ts';
import {createMembers, type Members} from './members.ts';
import {createMirrorParts, type MirrorParts} from './mirror-parts.ts';
import {createMirrorServers, type MirrorServers} from './mirror-servers.ts';
import {createMirrorUsers, type MirrorUsers} from './mirror-users.ts';
import {createPlayChoices, type PlayChoices} from './play-choices.ts';
import {createPlayColumns, type PlayColumnsReader} from './play-columns.ts';
import {createPlayNames, type PlayNames} from './play-names.ts';
import {createPlayOwners, type PlayOwners} from './play-owners.ts';
import {createPlayQuarters, type PlayQuarters} from './play-quarters.ts';
import {createPlayRows, type PlayRows} from './play-rows.ts';
import {createPlaySections, type PlaySections} from './play-sections.ts';
import {createPlayedTitles, type PlayedTitles} from './played-titles.ts';
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
	readonly collectionKeys: CollectionKeys;
	readonly titles: PlayedTitles;
	readonly choices: PlayChoices;
	readonly quarters: PlayQuarters;
	readonly members: Members;
	readonly catalogue: Catalogue;
	readonly sizes: CatalogueSizes;
	readonly playOwners: PlayOwners;
	readonly adopted: AdoptedPlays;
	readonly everPlayed: EverPlayedSums;
};

export const createMirror = (database: Database): Mirror => {
	const titles = createPlayedTitles(database);
	return {
		servers: createMirrorServers(database),
		parts: createMirrorParts(database),
		plays: createPlays(database, titles),
		sections: createPlaySections(database),
		users: createMirrorUsers(database),
		columns: createPlayColumns(database),
		rows: createPlayRows(database),
		names: createPlayNames(database),
		collectionKeys: createCollectionKeys(database),
		titles,
		choices: createPlayChoices(database, titles),
		quarters: createPlayQuarters(database),
		members: createMembers(database),
		catalogue: createCatalogue(database),
		sizes: createCatalogueSizes(database),
		playOwners: createPlayOwners(database),
		adopted: createAdoptedPlays(database),
		everPlayed: createEverPlayed(database),
	};
};
