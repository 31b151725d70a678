import type {Database} from './database.ts';
import {refuseNewer} from './file-kind.ts';
import {migrations as all} from './migrations/list.ts';
import {applicationId} from './was-ours.ts';

/** One step of the schema. Never edited after a release: a change is a new migration. */
export type Migration = {
	/** 1, 2, 3, …: what `user_version` says once it is done. */
	readonly version: number;
	/** What takes long is in steps, and yields where the thread may be given back. */
	readonly up: (database: Database) => Generator<void, void> | void;
};

const versionOf = (database: Database): number => Number(database.pragma('user_version'));

/** True for a file of ours in the newest version. */
export const isCurrent = (database: Database): boolean =>
	database.pragma('application_id') === applicationId && versionOf(database) === (all.at(-1)?.version ?? 0);

/** From now on the file says whose it is. */
const claim = (database: Database): void => {
	if (database.pragma('application_id') === applicationId) return;
	database.immediate(() => database.pragma(`application_id = ${applicationId}`));
};

/**
 * Brings the file to the newest version: oldest first, each migration in a transaction of its own together with its
 * number. Yields where the thread may be given back, inside of transactions too. Processes that do so at once wait for
 * one another, and the later one finds the work done.
 */
export function* migrate(database: Database, migrations: readonly Migration[] = all): Generator<void, void> {
	const newest = migrations.at(-1)?.version ?? 0;
	refuseNewer(database.path, versionOf(database), newest);
	claim(database);
	for (const {version, up} of migrations) {
		if (versionOf(database) >= version) continue;
		yield* database.immediateSteps(function* () {
			const found = versionOf(database);
			refuseNewer(database.path, found, newest);
			if (found >= version) return;
			const steps = up(database);
			if (steps) yield* steps;
			database.pragma(`user_version = ${version}`);
		});
	}
}
