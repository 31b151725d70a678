import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {sittings} from '../../bench/pictures/scenes.ts';
import {prepare, take} from '../../bench/pictures/take.ts';
import {makeHome} from '../../bench/program.ts';
import {killTerminals} from '../helpers/pseudo-terminal.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'docs', 'pictures');

/** Two of them stand for all: they show every pane, and what a small window leaves. */
const compared = ['evening-120x40', 'evening-80x24'];

test('the pictures of the documentation are what the program shows: else `npm run pictures` takes them anew', async () => {
	const home = makeHome();
	onTestFinished(() => {
		killTerminals();
		home.remove();
	});
	await prepare(home);
	const [dark] = sittings;
	const scenes = (dark?.scenes ?? []).filter(({name}) => compared.includes(name));
	const taken = await take(home, {look: 'dark', scenes});
	expect([...taken.keys()]).toEqual(compared);
	for (const [name, picture] of taken) {
		expect(readFileSync(path.join(folder, `${name}.svg`), 'utf8') === picture, name).toBe(true);
	}
}, 120_000);
