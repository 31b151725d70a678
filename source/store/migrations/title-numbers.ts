import {folded} from '../../domain/text/folded.ts';
import type {Database} from '../database.ts';
import type {Migration} from '../migrate.ts';

/**
 * Each full title once, with a number that its plays have: so a search looks at titles, and plays are narrowed by numbers. folded is
 * what is searched, and title_search its trigrams. plays_without_details has the rows that are to be read again.
 */
const tables = `
DROP TABLE title_search;
DROP TABLE searched_titles;
DROP INDEX plays_by_full_title;
DROP INDEX plays_by_user;
CREATE TABLE played_titles (id INTEGER PRIMARY KEY, full_title TEXT NOT NULL UNIQUE, folded TEXT NOT NULL);
CREATE VIRTUAL TABLE title_search USING fts5 (folded, content = 'played_titles', content_rowid = 'id', tokenize = 'trigram');
ALTER TABLE plays ADD COLUMN title_id INTEGER;
`;

const numbers = `
INSERT INTO title_search (title_search) VALUES ('rebuild');
UPDATE plays SET title_id = (SELECT id FROM played_titles WHERE played_titles.full_title = plays.full_title);
CREATE INDEX plays_by_title_id ON plays (server_id, title_id);
CREATE INDEX plays_without_details ON plays (server_id, stopped_at) WHERE player IS NULL;
`;

const addTitles = (database: Database): void => {
	const insert = database.prepare<[string, string]>('INSERT INTO played_titles (full_title, folded) VALUES (?, ?)');
	const titles = database.prepare<[], {title: string}>('SELECT DISTINCT full_title AS title FROM plays').all();
	for (const {title} of titles) insert.run(title, folded(title));
};

export const titleNumbers: Migration = {
	version: 9,
	*up(database) {
		database.exec(tables);
		addTitles(database);
		yield;
		database.exec(numbers);
	},
};
