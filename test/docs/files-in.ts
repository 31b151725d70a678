import {mkdtempSync} from 'node:fs';
import path from 'node:path';
import {heroDatabase} from '../helpers/hero-database.ts';

const noon = Date.UTC(2026, 10, 1, 12) / 1000;

/** A database of homescreen-hero that knows one rotation. */
const hero = (folder: string): string => {
	const {file, rotate} = heroDatabase('new', folder);
	rotate(noon, [{library: 'Movies', name: 'Overlooked'}]);
	return file;
};

/** The words of a line, where files of a document are files of a folder: what is read is there, what is written is not. */
export const filesIn = (home: string, words: readonly string[]): readonly string[] => {
	const folder = mkdtempSync(path.join(home, 'files-'));
	return words.map(word => {
		if (word.endsWith('.sqlite')) return hero(folder);
		return word.endsWith('.db') ? path.join(folder, path.basename(word)) : word;
	});
};
