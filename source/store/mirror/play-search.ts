import {folded} from '../../domain/folded.ts';
import type {Database} from '../database.ts';

/**
 * Finds plays by a text: every word of it stands in the user's present name, the full title, the platform, the product or the
 * player; case-blind, and blind to accents. Words of three signs and more are looked for in an index of trigrams, which holds each
 * title once, however often it was played.
 */
export type PlaySearch = {
	/** Adds the titles that are new to the index; yields where the thread may be given back. */
	readonly fill: (serverId: number) => Generator<void, void>;
	/** Row ids of the plays that hold the text. */
	readonly rowsWith: (serverId: number, text: string) => ReadonlySet<number>;
	/** The same where only titles are looked at. */
	readonly rowsWithTitle: (serverId: number, text: string) => ReadonlySet<number>;
};

type Text = {readonly text: string};
type TitleRow = {readonly id: number; readonly title: string};

const titlesAtOnce = 2000;

/** Titles of plays that are not in the index yet. */
const newSql = `
SELECT DISTINCT full_title AS text FROM plays INDEXED BY plays_by_full_title
WHERE server_id = ? AND full_title > ? AND NOT EXISTS (SELECT 1 FROM searched_titles WHERE title = full_title)
ORDER BY full_title LIMIT ${titlesAtOnce}`;

const distinctSql = (column: string): string =>
	`SELECT DISTINCT ${column} AS text FROM plays WHERE server_id = ? AND ${column} IS NOT NULL`;

const shortest = 3;

/** A word as FTS5 takes it: text, never syntax. */
const phrase = (word: string): string => `"${word.replaceAll('"', '""')}"`;

type Found = {readonly row_id: number};

export const createPlaySearch = (database: Database): PlaySearch => {
	const fresh = database.prepare<[number, string], Text>(newSql);
	const addTitle = database.prepare<[string], TitleRow>(
		'INSERT INTO searched_titles (title) VALUES (?) ON CONFLICT DO NOTHING RETURNING id, title',
	);
	const addText = database.prepare<[number, string]>('INSERT INTO title_search (rowid, text) VALUES (?, ?)');
	const byTrigram = database.prepare<[string], TitleRow>(
		`SELECT id, title FROM searched_titles WHERE id IN (SELECT rowid FROM title_search WHERE title_search MATCH ?)`,
	);
	const everyTitle = database.prepare<[], TitleRow>('SELECT id, title FROM searched_titles');
	const users = database.prepare<[number], {user_id: number; name: string}>(
		'SELECT user_id, name FROM mirror_users WHERE server_id = ?',
	);
	const fields = ['platform', 'product', 'player'] as const;
	const texts = fields.map(field => ({field, all: database.prepare<[number], Text>(distinctSql(field))}));
	const rows = database.prepare<[Record<string, string | number>], Found>(
		`SELECT row_id FROM plays INDEXED BY plays_by_full_title
			WHERE server_id = :server AND full_title IN (SELECT value FROM json_each(:titles))
		UNION SELECT row_id FROM plays INDEXED BY plays_by_user
			WHERE server_id = :server AND user_id IN (SELECT value FROM json_each(:users))
		UNION SELECT row_id FROM plays WHERE server_id = :server AND (${fields
			.map(field => `${field} IN (SELECT value FROM json_each(:${field}))`)
			.join(' OR ')}) AND :devices = 1`,
	);

	const titlesWith = (word: string): string[] => {
		const found = word.length < shortest ? everyTitle.all() : byTrigram.all(phrase(word));
		return found.map(({title}) => title).filter(title => folded(title).includes(word));
	};

	const rowsWithWord = (serverId: number, word: string, titlesOnly: boolean): ReadonlySet<number> => {
		const named = titlesOnly ? [] : users.all(serverId).filter(({name}) => folded(name).includes(word));
		const devices = texts.map(({field, all}) => ({
			field,
			found: (titlesOnly ? [] : all.all(serverId)).map(({text}) => text).filter(text => folded(text).includes(word)),
		}));
		const found = rows.all({
			server: serverId,
			titles: JSON.stringify(titlesWith(word)),
			users: JSON.stringify(named.map(({user_id}) => user_id)),
			...Object.fromEntries(devices.map(({field, found: all}) => [field, JSON.stringify(all)])),
			devices: devices.some(({found: all}) => all.length > 0) ? 1 : 0,
		});
		return new Set(found.map(({row_id}) => row_id));
	};

	function* fill(serverId: number): Generator<void, void> {
		for (let last = ''; ; ) {
			const titles: Text[] = fresh.all(serverId, last);
			if (titles.length === 0) return;
			database.immediate(() => {
				for (const {text} of titles) {
					const [added] = addTitle.all(text);
					if (added) addText.run(added.id, folded(text));
				}
			});
			last = titles.at(-1)?.text ?? '';
			yield;
		}
	}

	const find = (serverId: number, text: string, titlesOnly: boolean): ReadonlySet<number> => {
		// What came since the last sync is few.
		for (const _ of fill(serverId));
		const words = folded(text).split(/\s+/).filter(Boolean);
		const [first = new Set<number>(), ...others] = words.map(word => rowsWithWord(serverId, word, titlesOnly));
		return new Set([...first].filter(rowId => others.every(other => other.has(rowId))));
	};

	return {
		fill,
		rowsWith: (serverId, text) => find(serverId, text, false),
		rowsWithTitle: (serverId, text) => find(serverId, text, true),
	};
};
