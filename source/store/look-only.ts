import {copyFileSync, existsSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import type {StoredEvent} from '../domain/events.ts';
import type {MirrorState} from '../domain/plays/mirror.ts';
import type {ZoneName} from '../domain/zone.ts';
import {type Database, openDatabase} from './database.ts';
import {createEvents} from './events.ts';
import {refuseOthers} from './file-kind.ts';
import {sideFile} from './files.ts';
import {createLease, type Lease} from './lease.ts';
import {createMeta} from './meta.ts';
import {migrations} from './migrations/list.ts';
import {createMirrorServers} from './mirror/mirror-servers.ts';
import {createPlayQuarters, type PlayQuarters} from './mirror/play-quarters.ts';
import {openQuietly} from './open-quietly.ts';
import {isRefusal} from './set-up.ts';
import {createRuns, type Runs} from './snapshots/runs.ts';
import {guard} from './store-error.ts';
import {tempCopyFolder} from './temp-copy.ts';

/** What is stored, as far as it tells how tautop is. */
export type StoredFacts = {
	readonly clientIdentifier: string | null;
	readonly holder: ReturnType<Lease['holder']>;
	readonly lastRun: ReturnType<Runs['last']>;
	/** Null: nothing of the history was mirrored yet. */
	readonly mirror: MirrorState | null;
	/** Found out by the history itself; null: not yet. */
	readonly zone: ZoneName | null;
	/** The newest difference from Tautulli's own numbers; null: there was none. */
	readonly lastDifference: StoredEvent | null;
	readonly quarters: PlayQuarters;
};

/** A database that is looked at and stays as it is. */
export type LookedAt = {
	/** True: it could not be opened where it lies, so this is a copy of it. */
	readonly isCopy: boolean;
	readonly version: number;
	/** What this tautop makes of it when it opens it. */
	readonly newestVersion: number;
	readonly tables: () => readonly string[];
	/** What is wrong in a table and its indexes; empty: nothing. */
	readonly checkTable: (table: string) => readonly string[];
	/** Null: its version is an older one. `now`: Unix seconds. */
	readonly facts: (now: () => number) => StoredFacts | null;
	readonly close: () => void;
};

/** More is not copied only to be looked at. */
const mostCopiedBytes = 500_000_000;

const namesSql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name";

const factsOf = (database: Database, now: () => number): StoredFacts => {
	const servers = createMirrorServers(database);
	const holder = createLease(database, now).holder();
	return {
		clientIdentifier: createMeta(database).knownClientIdentifier(),
		holder,
		lastRun: createRuns(database, () => holder !== null).last(),
		mirror: servers.current(),
		zone: servers.zone(),
		lastDifference: createEvents(database).latest(1, 'audit')[0] ?? null,
		quarters: createPlayQuarters(database),
	};
};

const lookedAt = (database: Database, remove: (() => void) | null): LookedAt => {
	const version = Number(database.pragma('user_version'));
	return {
		isCopy: remove !== null,
		version,
		newestVersion: migrations.length,
		tables: () =>
			database
				.prepare<[], {name: string}>(namesSql)
				.all()
				.map(({name}) => name),
		checkTable: table =>
			database
				.prepare<[], {quick_check: string}>(`PRAGMA quick_check('${table.replaceAll("'", "''")}')`)
				.all()
				.map(({quick_check: line}) => line)
				.filter(line => line !== 'ok'),
		facts: now => (version === migrations.length ? factsOf(database, now) : null),
		close: () => {
			database.close();
			remove?.();
		},
	};
};

/** Where SQLite may not make files beside it, it reads no file that has a log. */
const openCopy = (file: string): LookedAt => {
	const folder = tempCopyFolder('look');
	const remove = (): void => rmSync(folder, {recursive: true, force: true});
	try {
		const copy = path.join(folder, 'copy.db');
		copyFileSync(file, copy);
		const log = sideFile(file, '-wal');
		if (existsSync(log)) copyFileSync(log, `${copy}-wal`);
		return lookedAt(openDatabase(copy), remove);
	} catch (error) {
		remove();
		throw error;
	}
};

/**
 * Opens a database of ours to look at it; null: there is no file. Throws `store` for what is another program's or a newer
 * tautop's, damaged, locked, or no database at all; none of these is changed by a byte.
 */
export const lookOnly = (file: string): LookedAt | null => {
	refuseOthers(file);
	const stats = guard(file, () => statSync(file, {throwIfNoEntry: false}));
	if (!stats || stats.size === 0) return null;
	const database = openQuietly(file);
	try {
		database.prepare('SELECT count(*) FROM sqlite_schema').get();
		return lookedAt(database, null);
	} catch (error) {
		database.close();
		if (!isRefusal(error) || stats.size > mostCopiedBytes) throw error;
		return guard(file, () => openCopy(file));
	}
};
