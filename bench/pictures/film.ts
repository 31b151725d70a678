import type {Home} from '../program.ts';
import {drawMoving, type Shot} from './moving.ts';
import {dark} from './palette.ts';
import type {Step} from './scenes.ts';
import {end, goHome, gridOf, perform, prepare, settled, start} from './take.ts';

/** Half a minute of this machine before somebody sits down: time for a program to start. */
const clock = '2026-11-26T20:34:06.4Z,0.02';
const comesNext = /South of Marrowby/;
const size = [120, 40] as const;

/** What is done, how long it is looked at, and what is written below. */
type Act = {readonly steps: readonly Step[]; readonly seconds: number; readonly key: string; readonly words: string};

const act = (key: string, words: string, seconds: number, ...steps: readonly Step[]): Act => ({
	steps,
	seconds,
	key,
	words,
});

const page = /━ home ›/;
const enter = (until = page): Step => ({keys: ['enter'], until});
const digit = (name: string): Step => ({keys: name, until: new RegExp(`━\\[${name} `)});

/** Each begins at the first pane, and ends there. */
const scenes: readonly (readonly Act[])[] = [
	[
		act('2', 'when do they watch?', 2, digit('2')),
		act('2', 'a pane, larger: the week, and its quiet hours', 6, {keys: '2', until: page}),
	],
	[
		act('4', 'how many at once?', 2, digit('4')),
		act('↵', 'what a column stands for: that day, stream by stream', 7, enter()),
	],
	[
		act('5', 'which collections earn their place?', 2, digit('5')),
		act('↵', 'one of them, and what promoting it did', 8, enter()),
	],
	[
		act('0', 'every view by name', 2, {keys: '0', until: /┏━ Views/}),
		act('capac', 'every view by name', 2, {keys: 'capac', until: /┏━ Views +capac/}),
		act('↵', 'is the upload enough?', 7, enter(/\[capacity\].* limit 40/)),
	],
	[
		act('↓', 'the next stream', 1, {keys: ['down'], until: /^› ▶ Opa Ernst/m}),
		act('↵', 'what is sent, and why', 5, enter()),
	],
];

/** Takes one minute of the program, in a home where somebody was before: it starts, somebody sits down, and a few keys are pressed. */
export const takeFilm = async (home: Home): Promise<string> => {
	await prepare(home);
	const terminal = await start(home, 'dark', size, clock);
	const shots: Shot[] = [];
	const shoot = (seconds: number, key: string, words: string): void => {
		shots.push({grid: gridOf(terminal, size[1]), seconds, caption: {key, words}});
	};
	await terminal.waitFor(/connecting/, 30_000);
	shoot(1, '', 'tautop');
	await settled(terminal);
	shoot(5, '', 'who is watching, when, and what it costs');
	await terminal.waitFor(comesNext, 90_000);
	await settled(terminal);
	shoot(5, '', 'The Neighbours sit down');
	for (const [index, acts] of scenes.entries()) {
		for (const {steps, seconds, key, words} of acts) {
			for (const step of steps) await perform(terminal, step);
			await settled(terminal);
			shoot(seconds, key, words);
		}
		await goHome(terminal);
		if (index === scenes.length - 1) shoot(5, 'esc', 'back home');
	}
	await end(terminal);
	return drawMoving('One minute of tautop', shots, dark, 1);
};
