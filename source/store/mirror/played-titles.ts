import {folded, searchedWords} from '../../domain/text/folded.ts';
import {findLike} from '../../domain/text/like.ts';
import type {Database} from '../database.ts';

/**
 * Each full title that was played, once, however often: with a number for its plays, and an index of trigrams for a search, which is
 * case-blind, and blind to accents.
 */
export type PlayedTitles = {
	/** Adds what is new of these titles, inside of the caller's transaction; gives the number of each. They are found at once. */
	readonly idsOf: (fullTitles: readonly string[]) => (fullTitle: string) => number;
	/** Indexes the titles that came since the last time; yields where the thread may be given back. */
	readonly index: () => Generator<void, void>;
	/** The numbers of the titles that hold a folded word. */
	readonly withWord: (word: string) => ReadonlySet<number>;
	/** The same of all words of a text, wherever they stand. */
	readonly withText: (text: string) => readonly number[];
	/** Of titles that are like a text, or of a show or artist that is, one number each; the nearest first. */
	readonly likeText: (text: string) => readonly number[];
};

type Found = readonly [id: number];
type Known = readonly [fullTitle: string, id: number];
type Folded = readonly [id: number, folded: string];

/** Some hundredths of a second. */
const titlesAtOnce = 500;

/** A shorter word is in no trigram: the titles themselves are looked through, as those are that are not indexed yet. */
const shortest = 3;

/** A word as FTS5 takes it: text, never syntax. */
const phrase = (word: string): string => `"${word.replaceAll('"', '""')}"`;

const between = ' - ';

/** A full title, and each name in it: a show's stands in front, an artist's at the end, and either may hold a dash of its own. */
const namesIn = (fullTitle: string): readonly string[] => {
	const names = [fullTitle];
	for (let at = fullTitle.indexOf(between); at >= 0; at = fullTitle.indexOf(between, at + 1))
		names.push(fullTitle.slice(0, at), fullTitle.slice(at + between.length));
	return names;
};

export const createPlayedTitles = (database: Database): PlayedTitles => {
	const known = database.prepareRaw<[string], Known>(
		'SELECT full_title, id FROM played_titles WHERE full_title IN (SELECT value FROM json_each(?))',
	);
	const add = database.prepareRaw<[string, string], Found>(
		'INSERT INTO played_titles (full_title, folded, indexed) VALUES (?, ?, 0) RETURNING id',
	);
	const waiting = database.prepareRaw<[], Folded>(
		`SELECT id, folded FROM played_titles WHERE indexed = 0 ORDER BY id LIMIT ${titlesAtOnce}`,
	);
	const index = database.prepare<[number, string]>('INSERT INTO title_search (rowid, folded) VALUES (?, ?)');
	const markIndexed = database.prepare<[number]>('UPDATE played_titles SET indexed = 1 WHERE id = ?');
	const byTrigrams = database.prepareRaw<[string, string], Found>(
		`SELECT rowid FROM title_search WHERE title_search MATCH ?
		UNION ALL SELECT id FROM played_titles WHERE indexed = 0 AND instr(folded, ?) > 0`,
	);
	const every = database.prepareRaw<[], Folded>('SELECT id, folded FROM played_titles');
	const byText = database.prepareRaw<[string], Found>('SELECT id FROM played_titles WHERE instr(folded, ?) > 0');

	const withWord = (word: string): ReadonlySet<number> => {
		// Signs beyond the basic plane are one to SQLite, two to us.
		const found = [...word].length < shortest ? byText.all(word) : byTrigrams.all(phrase(word), word);
		return new Set(found.map(([id]) => id));
	};

	return {
		idsOf: fullTitles => {
			const titles = new Set(fullTitles);
			const ids = new Map(known.all(JSON.stringify([...titles])));
			for (const title of titles) {
				const made = ids.has(title) ? undefined : add.get(title, folded(title));
				if (made) ids.set(title, made[0]);
			}
			return title => ids.get(title) ?? 0;
		},
		*index() {
			while (true) {
				const titles = waiting.all();
				if (titles.length === 0) return;
				database.immediate(() => {
					for (const [id, text] of titles) {
						index.run(id, text);
						markIndexed.run(id);
					}
				});
				yield;
			}
		},
		withWord,
		withText: text => {
			const [first = new Set<number>(), ...others] = searchedWords(text).map(withWord);
			return [...first].filter(id => others.every(other => other.has(id)));
		},
		// A slip in the middle of a short word leaves none of its trigrams: all titles are looked through, which costs little.
		likeText: text => findLike(folded(text), every.iterate(), namesIn),
	};
};
