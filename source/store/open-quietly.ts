import {statSync} from 'node:fs';
import {type Database, openDatabase} from './database.ts';
import {sideFile} from './files.ts';

/**
 * Opens a database that is only read. A reader alone would leave an empty log behind, and whoever may write would bring a full
 * one into the file at the end: so each is opened in the way that changes nothing.
 */
export const openQuietly = (file: string): Database => {
	const log = sideFile(file, '-wal');
	const hasLog = (statSync(log, {throwIfNoEntry: false})?.size ?? 0) > 0;
	const database = openDatabase(file, hasLog);
	if (!hasLog) database.pragma('query_only = ON');
	return database;
};
