import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {sittings} from '../../bench/pictures/scenes.ts';
import {take} from '../../bench/pictures/take.ts';
import {makeHome} from '../../bench/program.ts';
import {killTerminals} from '../helpers/pseudo-terminal.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'docs', 'pictures');

/** Two of them stand for all: they show every pane, and what a small window leaves. */
const compared = ['evening-120x40', 'evening-80x24'];

/** A machine that is very busy may bring an answer after the picture was taken: then it is taken again. */
const tries = {retry: 2, timeout: 120_000};

test(
	'the pictures of the documentation are what the program shows: else `npm run pictures` takes them anew',
	tries,
	async () => {
		const home = makeHome();
		onTestFinished(() => {
			killTerminals();
			home.remove();
		});
		const [dark] = sittings;
		const scenes = (dark?.scenes ?? []).filter(({name}) => compared.includes(name));
		const taken: string[] = [];
		for await (const [name, picture] of take(home, {look: 'dark', scenes})) {
			expect(readFileSync(path.join(folder, `${name}.svg`), 'utf8') === picture, name).toBe(true);
			taken.push(name);
		}
		expect(taken).toEqual(compared);
	},
);
