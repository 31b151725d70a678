import type {Command} from './command.ts';
import {runIdle} from './idle/run-idle.ts';

/** `tautop idle`: whether nobody plays, as an exit code. */
export const idle: Command = {
	name: 'idle',
	summary: 'whether nobody plays: exit code 0, 1 while somebody does, 69 unknown',
	help: 'A paused stream counts as playing, since its viewer may come back; with --ignore-paused it does not. --wait looks every few seconds; a look that fails, or a pause of this machine, starts --for again: what is not known is never idle. A refused key ends with 77, a wrong configuration with 78.',
	examples: {
		'tautop idle': 'who plays, until when',
		'tautop idle --wait --for 10m --timeout 6h': 'until nobody has played for ten minutes, six hours at most',
	},
	usage: '',
	args: {min: 0, max: 0},
	flags: [
		{name: 'wait', type: 'boolean', summary: 'wait until nobody plays'},
		{
			name: 'for',
			type: 'string',
			value: 'TIME',
			default: '0s',
			summary: 'with --wait: until nobody has played for so long in a row (90s, 10m, 2h)',
		},
		{
			name: 'timeout',
			type: 'string',
			value: 'TIME',
			default: 'none',
			summary: 'with --wait: give up after so long, with 1 or 69',
		},
		{name: 'ignore-paused', type: 'boolean', summary: 'paused streams do not count'},
		{name: 'json', type: 'boolean', summary: 'one JSON document instead of the sentence'},
		{name: 'quiet', type: 'boolean', summary: 'say nothing; the exit code tells'},
	],
	refuses: {days: 'It is about now.'},
	asksEngine: true,
	run: runIdle,
};
