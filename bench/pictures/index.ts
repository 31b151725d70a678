import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {killTerminals} from '../../test/helpers/pseudo-terminal.ts';
import {type Home, makeHome} from '../program.ts';
import {takeFilm} from './film.ts';
import {sittings} from './scenes.ts';
import {take} from './take.ts';

// Takes the pictures of docs/pictures from the real program, on the demo: `npm run pictures`. With `-- --check` it writes
// nothing, names those that do not match any more, and fails if there are any. `--only NAME`, as often as one likes, takes only
// these, `--to FOLDER` writes them elsewhere.

const {values} = parseArgs({
	options: {
		check: {type: 'boolean', default: false},
		only: {type: 'string', multiple: true},
		to: {type: 'string', default: path.join(import.meta.dirname, '..', '..', 'docs', 'pictures')},
	},
});
const {check: isCheck, only, to: folder} = values;
const isWanted = (name: string): boolean => only?.includes(name) ?? true;

const isSame = (file: string, picture: string): boolean => {
	try {
		return readFileSync(file, 'utf8') === picture;
	} catch {
		return false;
	}
};

/** The film has moments that nothing can hold still: it is taken anew with the pictures, and not compared. */
const film = 'minute';

mkdirSync(folder, {recursive: true});
const changed: string[] = [];

const inHome = async (work: (home: Home) => Promise<void>): Promise<void> => {
	const home = makeHome();
	try {
		await work(home);
	} finally {
		killTerminals();
		home.remove();
	}
};

for (const {look, scenes} of sittings) {
	await inHome(async home => {
		for await (const [name, picture] of take(home, {look, scenes: scenes.filter(scene => isWanted(scene.name))})) {
			const file = path.join(folder, `${name}.svg`);
			if (isSame(file, picture)) continue;
			changed.push(name);
			if (!isCheck) writeFileSync(file, picture);
		}
	});
}
if (!isCheck && isWanted(film)) {
	await inHome(async home => writeFileSync(path.join(folder, `${film}.svg`), await takeFilm(home)));
}
const all = changed.join(', ') || 'none';
process.stdout.write(isCheck ? `Pictures that do not match: ${all}\n` : `Pictures that changed: ${all}\n`);
if (isCheck && changed.length > 0) process.exitCode = 1;
