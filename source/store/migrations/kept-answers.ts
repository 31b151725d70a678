import type {Migration} from '../migrate.ts';

/** Answers of programs that ask once, for the next one: made_at and until are Unix seconds, the answer is JSON. */
export const keptAnswers: Migration = {
	version: 18,
	up: database =>
		database.exec(`
CREATE TABLE kept_answers (
	name TEXT PRIMARY KEY,
	counted_from TEXT NOT NULL,
	made_at REAL NOT NULL,
	until REAL NOT NULL,
	answer TEXT NOT NULL
) WITHOUT ROWID;
`),
};
