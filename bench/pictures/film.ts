import type {Home} from '../program.ts';
import {drawMoving, type Shot} from './moving.ts';
import {dark} from './palette.ts';
import type {Step} from './scenes.ts';
import {end, gridOf, perform, settled, start} from './take.ts';

/** A second before somebody sits down, and slow enough for a program to start before that. */
const clock = '2026-11-26T20:34:06Z,0.02';
const size = [120, 40] as const;

/** What is done, how long it is looked at, and what is written below. */
type Act = {readonly steps: readonly Step[]; readonly seconds: number; readonly pressed: string};

const back: Step = {keys: ['escape'], until: /1 Now playing/};

const acts: readonly Act[] = [
	{steps: [{keys: '2', until: /\[2 Plays/}], seconds: 1.5, pressed: '2'},
	{steps: [{keys: '2', until: /home ›|\[2 Plays/}], seconds: 6, pressed: '2  zoom'},
	{steps: [back, {keys: '4', until: /\[4 Peak/}], seconds: 1.5, pressed: '4'},
	{steps: [{keys: ['enter'], until: /home ›/}], seconds: 7, pressed: '↵  a day'},
	{steps: [back, {keys: '5', until: /\[5 Coll/}], seconds: 1.5, pressed: '5'},
	{steps: [{keys: ['enter'], until: /home ›/}], seconds: 8, pressed: '↵  a collection'},
	{steps: [back, {keys: '0', until: /Views/}], seconds: 2, pressed: '0  views'},
	{steps: [{keys: 'cap', until: /cap/}], seconds: 1.5, pressed: 'cap'},
	{steps: [{keys: ['enter'], until: /of 40|limit/}], seconds: 7, pressed: '↵  is the upload enough'},
	{steps: [back, {keys: '1', until: /\[1 Now/}], seconds: 1.5, pressed: '1'},
	{steps: [{keys: ['enter'], until: /home ›/}], seconds: 6, pressed: '↵  one stream'},
	{steps: [back], seconds: 4, pressed: 'esc'},
];

/** Takes one minute of the program: it starts, somebody sits down, and a few keys are pressed. */
export const takeFilm = async (home: Home): Promise<string> => {
	const terminal = await start(home, 'dark', size, clock);
	const shots: Shot[] = [];
	const shoot = (seconds: number, pressed: string): void => {
		shots.push({grid: gridOf(terminal, size[1]), seconds, pressed});
	};
	await terminal.waitFor(/connecting/, 30_000);
	shoot(1.5, '');
	await settled(terminal);
	shoot(5, '');
	await terminal.waitFor(/Neighbours/, 90_000);
	await settled(terminal);
	shoot(6, '');
	for (const {steps, seconds, pressed} of acts) {
		for (const step of steps) await perform(terminal, step);
		shoot(seconds, pressed);
	}
	await end(terminal);
	return drawMoving('One minute of tautop', shots, dark, 1);
};
