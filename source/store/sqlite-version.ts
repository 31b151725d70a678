import {openDatabase} from './database.ts';

/** The version of SQLite that is built in. Throws where its module cannot be loaded, as under another system than it was installed for. */
export const sqliteVersion = (): string => {
	const database = openDatabase(':memory:');
	try {
		return database.prepare<[], {version: string}>('SELECT sqlite_version() AS version').get()?.version ?? '';
	} finally {
		database.close();
	}
};
