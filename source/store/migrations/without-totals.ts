import type {Migration} from '../migrate.ts';

/** Sums that were kept of all time: nothing reads them any more, since plays are counted as columns. */
export const withoutTotals: Migration = {
	version: 7,
	up: database =>
		database.exec(`
DROP TABLE play_totals;
ALTER TABLE mirror_servers DROP COLUMN stale;
ALTER TABLE mirror_servers DROP COLUMN crossings;
`),
};
