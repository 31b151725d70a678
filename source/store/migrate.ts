import {AppError} from '../domain/app-error.ts';
import type {Database} from './database.ts';
import {migrations as all} from './migrations/list.ts';

/** One step of the schema. Never edited after a release: a change is a new migration. */
export type Migration = {
	/** 1, 2, 3, …: what `user_version` says once it is done. */
	readonly version: number;
	readonly up: (database: Database) => void;
};

const versionOf = (database: Database): number => Number(database.pragma('user_version'));

const refuseNewer = (path: string, found: number, known: number): void => {
	if (found <= known) return;
	throw new AppError(
		'store',
		`The database ${path} was written by a newer tautop: it has version ${found}, and this one knows ${known}.`,
		{hint: 'Update tautop, or set database.path to another file.'},
	);
};

/** A fresh file may hold the one table that we share with others; with more in it, it is somebody else's database. */
const refuseForeign = (database: Database): void => {
	if (versionOf(database) > 0) return;
	const foreign = database
		.prepare<[], {name: string}>(
			`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
			AND name <> 'collection_analytics' LIMIT 1`,
		)
		.get();
	if (!foreign) return;
	throw new AppError('store', `The database ${database.path} belongs to another program.`, {
		hint: 'Set database.path to a file of its own for tautop.',
	});
};

/**
 * Brings the file to the newest version: oldest first, each migration in a transaction of its own together with its
 * number. Processes that do so at once wait for one another, and the later one finds the work done.
 */
export const migrate = (database: Database, migrations: readonly Migration[] = all): void => {
	const newest = migrations.at(-1)?.version ?? 0;
	refuseNewer(database.path, versionOf(database), newest);
	for (const {version, up} of migrations) {
		if (versionOf(database) >= version) continue;
		database.immediate(() => {
			const found = versionOf(database);
			refuseNewer(database.path, found, newest);
			if (found >= version) return;
			refuseForeign(database);
			up(database);
			database.pragma(`user_version = ${version}`);
		});
	}
};
