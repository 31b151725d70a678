import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {makeHome} from '../program.ts';
import {takeFilm} from './film.ts';
import {sittings} from './scenes.ts';
import {prepare, take} from './take.ts';

// Takes the pictures of docs/pictures from the real program, on the demo: `npm run pictures`. With `-- --check` it writes
// nothing, names those that do not match any more, and fails if there are any.

const folder = path.join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const isCheck = process.argv.includes('--check');

const isSame = (file: string, picture: string): boolean => {
	try {
		return readFileSync(file, 'utf8') === picture;
	} catch {
		return false;
	}
};

/** The film has moments that nothing can hold still: it is taken anew with the pictures, and not compared. */
const filmFile = path.join(folder, 'minute.svg');

mkdirSync(folder, {recursive: true});
const home = makeHome();
const changed: string[] = [];
try {
	await prepare(home);
	for (const sitting of sittings) {
		for (const [name, picture] of await take(home, sitting)) {
			const file = path.join(folder, `${name}.svg`);
			if (isSame(file, picture)) continue;
			changed.push(name);
			if (!isCheck) writeFileSync(file, picture);
		}
	}
	if (!isCheck) writeFileSync(filmFile, await takeFilm(home));
} finally {
	home.remove();
}
const all = changed.join(', ') || 'none';
process.stdout.write(isCheck ? `Pictures that do not match: ${all}\n` : `Pictures that changed: ${all}\n`);
if (isCheck && changed.length > 0) process.exitCode = 1;
