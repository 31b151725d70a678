import type {Database} from '../database.ts';
import {type HeroDatabase, openHero} from './hero-database.ts';
import {type Import, type Imported, saveImport} from './save-import.ts';

/** What brings in the data of homescreen-hero. */
export type Imports = {
	/** Opens its database in a copy of one moment; `now` in Unix seconds. Throws AppErrors about the file. */
	readonly open: (file: string, now: number) => Promise<HeroDatabase>;
	/** All in one transaction, in steps between which nothing else may be asked of the store. */
	readonly save: (found: Import) => Generator<void, Imported>;
};

export const createImports = (database: Database): Imports => ({
	open: (file, now) => openHero(file, database.path, now),
	save: found => saveImport(database, found),
});
