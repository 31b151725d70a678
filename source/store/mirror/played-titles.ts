import {folded, searchedWords} from '../../domain/text/folded.ts';
import type {Database} from '../database.ts';

/**
 * Each full title that was played, once, however often: with a number for its plays, and an index of trigrams for a search, which is
 * case-blind, and blind to accents.
 */
export type PlayedTitles = {
	/** Adds what is new of these titles, inside of the caller's transaction; gives the number of each. */
	readonly idsOf: (fullTitles: readonly string[]) => (fullTitle: string) => number;
	/** The numbers of the titles that hold a folded word. */
	readonly withWord: (word: string) => ReadonlySet<number>;
	/** The same of all words of a text, wherever they stand. */
	readonly withText: (text: string) => readonly number[];
};

type Found = readonly [id: number];

/** A shorter word is in no trigram: the titles themselves are looked through. */
const shortest = 3;

/** A word as FTS5 takes it: text, never syntax. */
const phrase = (word: string): string => `"${word.replaceAll('"', '""')}"`;

export const createPlayedTitles = (database: Database): PlayedTitles => {
	const known = database.prepareRaw<[string], Found>('SELECT id FROM played_titles WHERE full_title = ?');
	const add = database.prepareRaw<[string, string], Found>(
		'INSERT INTO played_titles (full_title, folded) VALUES (?, ?) RETURNING id',
	);
	const index = database.prepare<[number, string]>('INSERT INTO title_search (rowid, folded) VALUES (?, ?)');
	const byTrigrams = database.prepareRaw<[string], Found>('SELECT rowid FROM title_search WHERE title_search MATCH ?');
	const byText = database.prepareRaw<[string], Found>('SELECT id FROM played_titles WHERE instr(folded, ?) > 0');

	const added = (title: string): Found | undefined => {
		const made = add.get(title, folded(title));
		if (made) index.run(made[0], folded(title));
		return made;
	};
	const idOf = (title: string): number => (known.get(title) ?? added(title))?.[0] ?? 0;
	const withWord = (word: string): ReadonlySet<number> => {
		// Signs beyond the basic plane are one to SQLite, two to us.
		const found = [...word].length < shortest ? byText.all(word) : byTrigrams.all(phrase(word));
		return new Set(found.map(([id]) => id));
	};

	return {
		idsOf: fullTitles => {
			const ids = new Map(fullTitles.map(title => [title, 0]));
			for (const title of ids.keys()) ids.set(title, idOf(title));
			return title => ids.get(title) ?? 0;
		},
		withWord,
		withText: text => {
			const [first = new Set<number>(), ...others] = searchedWords(text).map(withWord);
			return [...first].filter(id => others.every(other => other.has(id)));
		},
	};
};
