import Sqlite from 'better-sqlite3';
import type {KnownKind} from '../domain/known-names.ts';

/** Plays that are looked at for the names of devices: older ones are hardly typed any more, and all would take too long. */
const newestPlays = 5000;

const current = '(SELECT id FROM mirror_servers WHERE set_aside_at IS NULL)';

const devicesSql = (column: string): string => `
SELECT ${column} AS name, count(*) AS plays FROM (
	SELECT ${column} FROM plays WHERE server_id = ${current} ORDER BY row_id DESC LIMIT ${newestPlays}
) WHERE ${column} <> '' GROUP BY ${column} ORDER BY plays DESC`;

const sql: Readonly<Record<KnownKind, string>> = {
	user: `SELECT name FROM mirror_users WHERE server_id = ${current} ORDER BY name`,
	library: `SELECT DISTINCT name FROM mirror_libraries WHERE server_id = ${current} ORDER BY section_id`,
	collection: 'SELECT DISTINCT title AS name FROM collections ORDER BY title',
	platform: devicesSql('platform'),
	player: devicesSql('player'),
	product: devicesSql('product'),
};

/**
 * Names for the completion of a shell. The file is only read, and never made or migrated: whoever presses Tab has asked for
 * nothing else. Throws whatever SQLite throws.
 */
export const readKnownNames = (path: string, kind: KnownKind): readonly string[] => {
	const database = new Sqlite(path, {readonly: true, fileMustExist: true, timeout: 200});
	try {
		return database
			.prepare<[], {readonly name: string}>(sql[kind])
			.all()
			.map(({name}) => name);
	} finally {
		database.close();
	}
};
